extension Migration {
  /// What comes of contacts in scenarios with rules, one row for each sum that is not zero; the time and the answers of
  /// teams.
  static let addFates = Migration(
    name: "add fates of contacts and sums of teams",
    script: """
      CREATE TABLE contact_fate(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        queue INTEGER NOT NULL,
        name TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, queue, name)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE team_sums(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        team INTEGER NOT NULL,
        present_us INTEGER NOT NULL,
        busy_us INTEGER NOT NULL,
        overtime_us INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, team)
      ) STRICT, WITHOUT ROWID;
      CREATE VIEW run_fates AS
      SELECT r.id AS run, r.name AS run_name, f.replication, f.day, q.name AS queue, f.name AS fate, f.value AS contacts
      FROM contact_fate f
      JOIN run r ON r.number = f.run
      JOIN run_queue q ON q.run = f.run AND q.queue = f.queue;
      CREATE VIEW run_teams AS
      SELECT r.id AS run, r.name AS run_name, s.replication, s.day, t.name AS team,
        p.scheduled_us / 3.6e9 AS scheduled_hours, s.present_us / 3.6e9 AS present_hours,
        s.busy_us / 3.6e9 AS busy_hours, s.overtime_us / 3.6e9 AS overtime_hours, s.answered
      FROM team_sums s
      JOIN team_time p USING (run, replication, day, team)
      JOIN run r ON r.number = s.run
      JOIN run_team t ON t.run = s.run AND t.team = s.team;
      """)
}
