extension Migration {
  /// The sums that are mostly zero lie in one text beside the others of their queue or team, instead of in a row each: of
  /// a run with rules three rows in four were theirs. Who asks in SQL finds them under the names that they had, as views.
  static let foldFates = Migration(
    name: "fold fates into the sums of their queue and team",
    script: """
      ALTER TABLE contact_sums ADD COLUMN fates TEXT NOT NULL DEFAULT '{}';
      UPDATE contact_sums SET fates = f.fates
      FROM (
        SELECT run, replication, day, queue, json_group_object(name, value) AS fates
        FROM contact_fate GROUP BY run, replication, day, queue
      ) f
      WHERE (contact_sums.run, contact_sums.replication, contact_sums.day, contact_sums.queue)
        = (f.run, f.replication, f.day, f.queue);
      DROP VIEW run_fates;
      DROP TABLE contact_fate;
      CREATE VIEW contact_fate AS
      SELECT s.run, s.replication, s.day, s.queue, f.key AS name, f.value FROM contact_sums s, json_each(s.fates) f;
      CREATE VIEW run_fates AS
      SELECT r.id AS run, r.name AS run_name, f.replication, f.day, q.name AS queue, f.name AS fate, f.value AS contacts
      FROM contact_fate f
      JOIN run r ON r.number = f.run
      JOIN run_queue q ON q.run = f.run AND q.queue = f.queue;

      ALTER TABLE team_sums ADD COLUMN fates TEXT NOT NULL DEFAULT '{}';
      INSERT OR IGNORE INTO team_sums SELECT DISTINCT run, replication, day, team, 0, 0, 0, 0, '{}' FROM team_fate;
      UPDATE team_sums SET fates = f.fates
      FROM (
        SELECT run, replication, day, team, json_group_object(name, value) AS fates
        FROM team_fate GROUP BY run, replication, day, team
      ) f
      WHERE (team_sums.run, team_sums.replication, team_sums.day, team_sums.team)
        = (f.run, f.replication, f.day, f.team);
      DROP TABLE team_fate;
      CREATE VIEW team_fate AS
      SELECT s.run, s.replication, s.day, s.team, f.key AS name, f.value FROM team_sums s, json_each(s.fates) f;
      """)
}
