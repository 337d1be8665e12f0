extension Migration {
  /// Views with names and seconds, for people who ask in SQL. The engine does not use them.
  static let createViews = Migration(
    name: "create views",
    script: """
      CREATE VIEW run_overview AS
      SELECT r.id AS run, r.name AS run_name, s.name AS scenario, s.fingerprint, r.seed, r.replications,
        (SELECT count(*) FROM replication p WHERE p.run = r.number) AS recorded,
        r.engine_version, r.created_at, r.created_by, r.state, r.digest
      FROM run r JOIN scenario s ON s.number = r.scenario;

      CREATE VIEW run_contacts AS
      SELECT r.id AS run, r.name AS run_name, c.replication, c.day, q.name AS queue,
        c.offered, c.answered, c.answered_in_time, c.abandoned, c.abandoned_in_time, c.disconnected,
        c.wait_answered_us / 1e6 AS wait_answered_s, c.wait_lost_us / 1e6 AS wait_lost_s,
        c.completed, c.talk_us / 1e6 AS talk_s, c.wrap_up_us / 1e6 AS wrap_up_s
      FROM contact_sums c
      JOIN run r ON r.number = c.run
      JOIN run_queue q ON q.run = c.run AND q.queue = c.queue;

      CREATE VIEW run_agents AS
      SELECT r.id AS run, r.name AS run_name, a.replication, a.day,
        a.scheduled_us / 3.6e9 AS scheduled_hours, a.present_us / 3.6e9 AS present_hours,
        a.busy_us / 3.6e9 AS busy_hours, a.overtime_us / 3.6e9 AS overtime_hours
      FROM agent_sums a JOIN run r ON r.number = a.run;

      CREATE VIEW run_activities AS
      SELECT r.id AS run, r.name AS run_name, t.replication, t.day, n.name AS activity,
        t.away_us / 3.6e9 AS away_hours
      FROM activity_time t
      JOIN run r ON r.number = t.run
      JOIN run_activity n ON n.run = t.run AND n.activity = t.activity;

      CREATE VIEW audit_trail AS
      SELECT l.number AS entry, l.at, l.actor,
        CASE l.kind
          WHEN 1 THEN 'scenarioRegistered' WHEN 2 THEN 'runStarted' WHEN 3 THEN 'replicationRecorded'
          WHEN 4 THEN 'runCompleted' WHEN 5 THEN 'runInterrupted' WHEN 6 THEN 'runResumed' WHEN 7 THEN 'runNamed'
          WHEN 8 THEN 'runDeleted' WHEN 9 THEN 'retentionApplied' WHEN 10 THEN 'baselineSet' WHEN 11 THEN 'alertRaised'
          ELSE 'kind ' || l.kind
        END AS kind,
        l.subject, lower(hex(l.hash)) AS hash, CAST(p.content AS TEXT) AS payload
      FROM ledger l LEFT JOIN payload p ON p.entry = l.number;
      """)
}
