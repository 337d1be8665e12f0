extension Migration {
  /// Sums of teams that few scenarios have, one row for each that is not zero.
  static let addTeamFates = Migration(
    name: "add rare sums of teams",
    script: """
      CREATE TABLE team_fate(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        team INTEGER NOT NULL,
        name TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, team, name)
      ) STRICT, WITHOUT ROWID;
      """)
}
