extension Migration {
  /// Where the sums of the points of sweeps, tornados and searches are in the ledger. Their payloads go with a retention,
  /// so the trigger that keeps payloads learns of them; the trail learns the names of the new kinds. Alerts are found by
  /// their baseline too.
  static let addPoints = Migration(
    name: "add points of experiments",
    script: """
      CREATE TABLE point(
        entry INTEGER PRIMARY KEY,
        scenario TEXT NOT NULL CHECK (length(scenario) = 64 AND scenario NOT GLOB '*[^0-9a-f]*'),
        people TEXT NOT NULL,
        seed INTEGER NOT NULL,
        engine_version TEXT NOT NULL,
        sums INTEGER NOT NULL,
        first_replication INTEGER NOT NULL CHECK (first_replication >= 0),
        replications INTEGER NOT NULL CHECK (replications > 0),
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX point_by_key ON point(scenario, people, seed, engine_version, sums, first_replication);
      CREATE INDEX point_by_age ON point(recorded_at);
      CREATE INDEX alert_by_baseline ON alert(baseline, entry);
      CREATE TABLE removed_point(
        number INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL
      ) STRICT;

      DROP TRIGGER IF EXISTS payload_kept;
      CREATE TRIGGER payload_kept BEFORE DELETE ON payload
      WHEN NOT EXISTS (
          SELECT 1 FROM ledger l JOIN removed_run r ON r.id = l.subject WHERE l.number = OLD.entry AND l.kind = 3)
        AND NOT EXISTS (SELECT 1 FROM removed_scenario WHERE number = OLD.entry)
        AND NOT EXISTS (SELECT 1 FROM removed_point WHERE number = OLD.entry)
      BEGIN SELECT RAISE(ABORT, 'payload is append-only'); END;

      DROP VIEW IF EXISTS audit_trail;
      CREATE VIEW audit_trail AS
      SELECT l.number AS entry, l.at, l.actor,
        CASE l.kind
          WHEN 1 THEN 'scenarioRegistered' WHEN 2 THEN 'runStarted' WHEN 3 THEN 'replicationRecorded'
          WHEN 4 THEN 'runCompleted' WHEN 5 THEN 'runInterrupted' WHEN 6 THEN 'runResumed' WHEN 7 THEN 'runNamed'
          WHEN 8 THEN 'runDeleted' WHEN 9 THEN 'retentionApplied' WHEN 10 THEN 'baselineSet' WHEN 11 THEN 'alertRaised'
          WHEN 12 THEN 'pointRecorded' WHEN 13 THEN 'runSettled'
          ELSE 'kind ' || l.kind
        END AS kind,
        l.subject, lower(hex(l.hash)) AS hash, CAST(p.content AS TEXT) AS payload
      FROM ledger l LEFT JOIN payload p ON p.entry = l.number;
      """)
}
