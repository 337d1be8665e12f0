extension Migration {
  /// Tables of version 1, and the triggers that make them append-only.
  ///
  /// Sums lie in tables whose key is their place (`WITHOUT ROWID`), so a run is one stretch of each tree. The `_once`
  /// triggers are there because `INSERT OR REPLACE` deletes without firing a trigger on DELETE. The sums go without: there
  /// such a trigger costs a third of the whole writing, and `replay` proves sums by the log.
  static let createTables = Migration(
    name: "create tables",
    script: """
      CREATE TABLE migration(
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        applied_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE scenario(
        number INTEGER PRIMARY KEY,
        fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
        name TEXT NOT NULL,
        file_name TEXT NOT NULL CHECK (instr(file_name, '/') = 0),
        source TEXT NOT NULL,
        expanded TEXT NOT NULL,
        registered_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE scenario_file(
        scenario INTEGER NOT NULL REFERENCES scenario(number),
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        UNIQUE (scenario, name)
      ) STRICT;

      CREATE TABLE run(
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE CHECK (length(id) = 20 AND id NOT GLOB '*[^0-9a-f]*'),
        name TEXT UNIQUE CHECK (length(name) > 0 AND substr(name, 1, 1) <> '@'),
        scenario INTEGER NOT NULL REFERENCES scenario(number),
        seed INTEGER NOT NULL,
        replications INTEGER NOT NULL CHECK (replications BETWEEN 1 AND 1000000000),
        engine_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'complete', 'interrupted')),
        digest TEXT CHECK (length(digest) = 32 AND digest NOT GLOB '*[^0-9a-f]*'),
        CHECK ((state = 'complete') = (digest IS NOT NULL))
      ) STRICT;
      CREATE INDEX run_by_scenario ON run(scenario);
      CREATE TABLE run_override(
        run INTEGER NOT NULL REFERENCES run(number),
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (run, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE run_queue(
        run INTEGER NOT NULL REFERENCES run(number),
        queue INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (run, queue)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE run_team(
        run INTEGER NOT NULL REFERENCES run(number),
        team INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (run, team)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE run_activity(
        run INTEGER NOT NULL REFERENCES run(number),
        activity INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (run, activity)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE replication(
        run INTEGER NOT NULL REFERENCES run(number),
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
        PRIMARY KEY (run, replication, day, queue),
        FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
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
        PRIMARY KEY (run, replication, day),
        FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE team_time(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        team INTEGER NOT NULL,
        scheduled_us INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, team),
        FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE activity_time(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        day INTEGER NOT NULL,
        activity INTEGER NOT NULL,
        away_us INTEGER NOT NULL,
        PRIMARY KEY (run, replication, day, activity),
        FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE segment(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        first_position INTEGER NOT NULL CHECK (first_position >= 0),
        event_count INTEGER NOT NULL CHECK (event_count > 0),
        codec_version INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (run, replication, first_position),
        FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
      ) STRICT;

      CREATE TRIGGER scenario_fixed BEFORE UPDATE ON scenario
      BEGIN SELECT RAISE(ABORT, 'scenario is append-only'); END;
      CREATE TRIGGER scenario_kept BEFORE DELETE ON scenario
      BEGIN SELECT RAISE(ABORT, 'scenario is append-only'); END;
      CREATE TRIGGER scenario_once BEFORE INSERT ON scenario
      WHEN EXISTS (SELECT 1 FROM scenario WHERE number = NEW.number OR fingerprint = NEW.fingerprint)
      BEGIN SELECT RAISE(ABORT, 'scenario is append-only'); END;
      CREATE TRIGGER scenario_file_fixed BEFORE UPDATE ON scenario_file
      BEGIN SELECT RAISE(ABORT, 'scenario_file is append-only'); END;
      CREATE TRIGGER scenario_file_kept BEFORE DELETE ON scenario_file
      BEGIN SELECT RAISE(ABORT, 'scenario_file is append-only'); END;
      CREATE TRIGGER scenario_file_once BEFORE INSERT ON scenario_file
      WHEN EXISTS (SELECT 1 FROM scenario_file WHERE scenario = NEW.scenario AND name = NEW.name)
      BEGIN SELECT RAISE(ABORT, 'scenario_file is append-only'); END;

      CREATE TRIGGER run_fixed BEFORE UPDATE OF number, id, scenario, seed, replications, engine_version, created_at
      ON run BEGIN SELECT RAISE(ABORT, 'what a run was asked for does not change'); END;
      CREATE TRIGGER run_finished BEFORE UPDATE OF state, digest ON run WHEN OLD.state = 'complete'
      BEGIN SELECT RAISE(ABORT, 'a complete run does not change'); END;
      CREATE TRIGGER run_kept BEFORE DELETE ON run
      BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;
      CREATE TRIGGER run_once BEFORE INSERT ON run
      WHEN EXISTS (SELECT 1 FROM run WHERE number = NEW.number OR id = NEW.id OR name = NEW.name)
      BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;
      CREATE TRIGGER run_name_once BEFORE UPDATE OF name ON run
      WHEN EXISTS (SELECT 1 FROM run WHERE name = NEW.name AND number <> NEW.number)
      BEGIN SELECT RAISE(ABORT, 'a name belongs to one run'); END;
      CREATE TRIGGER run_override_fixed BEFORE UPDATE ON run_override
      BEGIN SELECT RAISE(ABORT, 'run_override is append-only'); END;
      CREATE TRIGGER run_override_kept BEFORE DELETE ON run_override
      BEGIN SELECT RAISE(ABORT, 'run_override is append-only'); END;
      CREATE TRIGGER run_override_once BEFORE INSERT ON run_override
      WHEN EXISTS (SELECT 1 FROM run_override WHERE run = NEW.run AND position = NEW.position)
      BEGIN SELECT RAISE(ABORT, 'run_override is append-only'); END;
      CREATE TRIGGER run_queue_fixed BEFORE UPDATE ON run_queue
      BEGIN SELECT RAISE(ABORT, 'run_queue is append-only'); END;
      CREATE TRIGGER run_queue_kept BEFORE DELETE ON run_queue
      BEGIN SELECT RAISE(ABORT, 'run_queue is append-only'); END;
      CREATE TRIGGER run_queue_once BEFORE INSERT ON run_queue
      WHEN EXISTS (SELECT 1 FROM run_queue WHERE run = NEW.run AND queue = NEW.queue)
      BEGIN SELECT RAISE(ABORT, 'run_queue is append-only'); END;
      CREATE TRIGGER run_team_fixed BEFORE UPDATE ON run_team
      BEGIN SELECT RAISE(ABORT, 'run_team is append-only'); END;
      CREATE TRIGGER run_team_kept BEFORE DELETE ON run_team
      BEGIN SELECT RAISE(ABORT, 'run_team is append-only'); END;
      CREATE TRIGGER run_team_once BEFORE INSERT ON run_team
      WHEN EXISTS (SELECT 1 FROM run_team WHERE run = NEW.run AND team = NEW.team)
      BEGIN SELECT RAISE(ABORT, 'run_team is append-only'); END;
      CREATE TRIGGER run_activity_fixed BEFORE UPDATE ON run_activity
      BEGIN SELECT RAISE(ABORT, 'run_activity is append-only'); END;
      CREATE TRIGGER run_activity_kept BEFORE DELETE ON run_activity
      BEGIN SELECT RAISE(ABORT, 'run_activity is append-only'); END;
      CREATE TRIGGER run_activity_once BEFORE INSERT ON run_activity
      WHEN EXISTS (SELECT 1 FROM run_activity WHERE run = NEW.run AND activity = NEW.activity)
      BEGIN SELECT RAISE(ABORT, 'run_activity is append-only'); END;

      CREATE TRIGGER replication_open BEFORE INSERT ON replication
      WHEN (SELECT state FROM run WHERE number = NEW.run) <> 'running'
      BEGIN SELECT RAISE(ABORT, 'only a running run takes replications'); END;
      CREATE TRIGGER replication_fixed BEFORE UPDATE ON replication
      BEGIN SELECT RAISE(ABORT, 'replication is append-only'); END;
      CREATE TRIGGER replication_kept_whole BEFORE DELETE ON replication
      BEGIN SELECT RAISE(ABORT, 'replication is append-only'); END;
      CREATE TRIGGER replication_once BEFORE INSERT ON replication
      WHEN EXISTS (SELECT 1 FROM replication WHERE run = NEW.run AND replication = NEW.replication)
      BEGIN SELECT RAISE(ABORT, 'replication is append-only'); END;

      CREATE TRIGGER contact_sums_fixed BEFORE UPDATE ON contact_sums
      BEGIN SELECT RAISE(ABORT, 'contact_sums is append-only'); END;
      CREATE TRIGGER contact_sums_kept BEFORE DELETE ON contact_sums
      BEGIN SELECT RAISE(ABORT, 'contact_sums is append-only'); END;
      CREATE TRIGGER agent_sums_fixed BEFORE UPDATE ON agent_sums
      BEGIN SELECT RAISE(ABORT, 'agent_sums is append-only'); END;
      CREATE TRIGGER agent_sums_kept BEFORE DELETE ON agent_sums
      BEGIN SELECT RAISE(ABORT, 'agent_sums is append-only'); END;
      CREATE TRIGGER team_time_fixed BEFORE UPDATE ON team_time
      BEGIN SELECT RAISE(ABORT, 'team_time is append-only'); END;
      CREATE TRIGGER team_time_kept BEFORE DELETE ON team_time
      BEGIN SELECT RAISE(ABORT, 'team_time is append-only'); END;
      CREATE TRIGGER activity_time_fixed BEFORE UPDATE ON activity_time
      BEGIN SELECT RAISE(ABORT, 'activity_time is append-only'); END;
      CREATE TRIGGER activity_time_kept BEFORE DELETE ON activity_time
      BEGIN SELECT RAISE(ABORT, 'activity_time is append-only'); END;
      CREATE TRIGGER segment_fixed BEFORE UPDATE ON segment
      BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
      CREATE TRIGGER segment_kept BEFORE DELETE ON segment
      BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
      CREATE TRIGGER segment_once BEFORE INSERT ON segment
      WHEN EXISTS (
        SELECT 1 FROM segment
        WHERE run = NEW.run AND replication = NEW.replication AND first_position = NEW.first_position)
      BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
      """)
}
