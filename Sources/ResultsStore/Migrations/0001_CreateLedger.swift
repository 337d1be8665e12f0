extension Migration {
  /// The facts: the ledger, its payloads and the segments of kept logs. Triggers refuse every change; payloads and
  /// segments may go once the ledger says that their run is deleted. The `_once` triggers are there because `INSERT OR
  /// REPLACE` deletes without firing a trigger on DELETE.
  static let createLedger = Migration(
    name: "create ledger",
    script: """
      CREATE TABLE ledger(
        number INTEGER PRIMARY KEY CHECK (number > 0),
        kind INTEGER NOT NULL,
        version INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        subject TEXT NOT NULL,
        payload_hash BLOB NOT NULL CHECK (length(payload_hash) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
      CREATE TABLE payload(
        entry INTEGER PRIMARY KEY,
        content BLOB NOT NULL
      ) STRICT;
      CREATE TABLE segment(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        first_position INTEGER NOT NULL CHECK (first_position >= 0),
        event_count INTEGER NOT NULL CHECK (event_count > 0),
        codec_version INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        from_us INTEGER NOT NULL,
        to_us INTEGER NOT NULL,
        least_contact INTEGER NOT NULL,
        greatest_contact INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (run, replication, first_position)
      ) STRICT;

      CREATE TRIGGER ledger_fixed BEFORE UPDATE ON ledger
      BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
      CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
      BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
      CREATE TRIGGER ledger_once BEFORE INSERT ON ledger
      WHEN EXISTS (SELECT 1 FROM ledger WHERE number >= NEW.number)
      BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
      CREATE TRIGGER payload_fixed BEFORE UPDATE ON payload
      BEGIN SELECT RAISE(ABORT, 'payload is append-only'); END;
      CREATE TRIGGER payload_kept BEFORE DELETE ON payload
      WHEN NOT EXISTS (
          SELECT 1 FROM ledger l JOIN removed_run r ON r.id = l.subject WHERE l.number = OLD.entry AND l.kind = 3)
        AND NOT EXISTS (SELECT 1 FROM removed_scenario WHERE number = OLD.entry)
      BEGIN SELECT RAISE(ABORT, 'payload is append-only'); END;
      CREATE TRIGGER payload_once BEFORE INSERT ON payload
      WHEN EXISTS (SELECT 1 FROM payload WHERE entry >= NEW.entry)
      BEGIN SELECT RAISE(ABORT, 'payload is append-only'); END;
      CREATE TRIGGER segment_fixed BEFORE UPDATE ON segment
      BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
      CREATE TRIGGER segment_kept BEFORE DELETE ON segment
      WHEN NOT EXISTS (SELECT 1 FROM removed_run WHERE number = OLD.run)
      BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
      CREATE TRIGGER segment_once BEFORE INSERT ON segment
      WHEN EXISTS (
        SELECT 1 FROM segment
        WHERE run = NEW.run AND replication = NEW.replication AND first_position = NEW.first_position)
      BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
      """)
}
