extension Migration {
  /// What people query. All of it follows from the ledger: see ``Projector``. Keys of scenarios, runs, baselines and
  /// alerts are the numbers of the entries that made them, so that a rebuilt table equals the first one. Sums lie in
  /// tables whose key is their place (`WITHOUT ROWID`), so a run is one stretch of each tree.
  static let createProjections = Migration(
    name: "create projections",
    script: """
      CREATE TABLE scenario(
        number INTEGER PRIMARY KEY,
        fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
        name TEXT NOT NULL,
        file_name TEXT NOT NULL CHECK (instr(file_name, '/') = 0),
        source TEXT NOT NULL,
        expanded TEXT NOT NULL,
        registered_at TEXT NOT NULL,
        registered_by TEXT NOT NULL
      ) STRICT;
      CREATE TABLE scenario_file(
        scenario INTEGER NOT NULL,
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (scenario, name)
      ) STRICT;

      CREATE TABLE run(
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (length(id) = 20 AND id NOT GLOB '*[^0-9a-f]*'),
        name TEXT UNIQUE CHECK (length(name) > 0 AND substr(name, 1, 1) <> '@'),
        scenario INTEGER NOT NULL,
        seed INTEGER NOT NULL,
        replications INTEGER NOT NULL CHECK (replications BETWEEN 1 AND 1000000000),
        logs_kept INTEGER,
        engine_version TEXT NOT NULL,
        service_level_definition TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'interrupted')),
        digest TEXT CHECK (length(digest) = 32 AND digest NOT GLOB '*[^0-9a-f]*'),
        CHECK ((state = 'complete') = (digest IS NOT NULL))
      ) STRICT;
      CREATE INDEX run_by_scenario ON run(scenario);
      CREATE INDEX run_by_age ON run(created_at);
      CREATE TABLE run_override(
        run INTEGER NOT NULL,
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (run, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE run_queue(
        run INTEGER NOT NULL,
        queue INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (run, queue)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE run_team(
        run INTEGER NOT NULL,
        team INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (run, team)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE run_activity(
        run INTEGER NOT NULL,
        activity INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (run, activity)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE replication(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL CHECK (replication >= 0),
        digest TEXT NOT NULL CHECK (length(digest) = 32 AND digest NOT GLOB '*[^0-9a-f]*'),
        event_count INTEGER NOT NULL CHECK (event_count >= 0),
        log_kept INTEGER NOT NULL CHECK (log_kept IN (0, 1)),
        PRIMARY KEY (run, replication)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX replication_kept ON replication(run, replication) WHERE log_kept = 1;
      CREATE TABLE contact_sums(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        queue INTEGER NOT NULL,
        offered INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        answered_in_time INTEGER NOT NULL,
        abandoned INTEGER NOT NULL,
        abandoned_in_time INTEGER NOT NULL,
        disconnected INTEGER NOT NULL,
        wait_answered_us INTEGER NOT NULL,
        wait_lost_us INTEGER NOT NULL,
        completed INTEGER NOT NULL,
        talk_us INTEGER NOT NULL,
        wrap_up_us INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, queue)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_total(
        run INTEGER NOT NULL,
        queue INTEGER NOT NULL,
        offered INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        answered_in_time INTEGER NOT NULL,
        abandoned INTEGER NOT NULL,
        abandoned_in_time INTEGER NOT NULL,
        disconnected INTEGER NOT NULL,
        wait_answered_us INTEGER NOT NULL,
        wait_lost_us INTEGER NOT NULL,
        completed INTEGER NOT NULL,
        talk_us INTEGER NOT NULL,
        wrap_up_us INTEGER NOT NULL,
        PRIMARY KEY (run, queue)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE agent_sums(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        scheduled_us INTEGER NOT NULL,
        present_us INTEGER NOT NULL,
        busy_us INTEGER NOT NULL,
        overtime_us INTEGER NOT NULL,
        peak_scheduled_us INTEGER NOT NULL,
        peak_present_us INTEGER NOT NULL,
        peak_busy_us INTEGER NOT NULL,
        peak_overtime_us INTEGER NOT NULL,
        peak_length_us INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE team_time(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        team INTEGER NOT NULL,
        scheduled_us INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, team)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE activity_time(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        activity INTEGER NOT NULL,
        away_us INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, activity)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE baseline(
        entry INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        run INTEGER NOT NULL,
        set_at TEXT NOT NULL,
        set_by TEXT NOT NULL
      ) STRICT;
      CREATE INDEX baseline_by_name ON baseline(name, entry);
      CREATE TABLE baseline_detail(
        entry INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (entry, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE alert(
        entry INTEGER PRIMARY KEY,
        baseline TEXT NOT NULL,
        run INTEGER NOT NULL,
        metric TEXT NOT NULL,
        queue TEXT,
        message TEXT NOT NULL,
        raised_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX alert_by_run ON alert(run, entry);
      CREATE TABLE alert_detail(
        entry INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (entry, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE removed_run(
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        entry INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE removed_scenario(
        number INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL
      ) STRICT;
      """)
}
