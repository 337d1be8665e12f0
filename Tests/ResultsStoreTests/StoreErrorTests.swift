import ResultsStore
import Testing

struct StoreErrorTests {
  static let run = RunID("7f3a21c0d5e84b96a1f2")!

  /// Every kind with its whole text after the place.
  static let texts: [(kind: StoreError.Kind, text: String)] = [
    (.missing, "there is no store; simulate first, or name another with --db"),
    (.empty, "the store is empty; simulate first"),
    (.notAStore(.folder), "is a folder, not a store; name another file with --db"),
    (.notAStore(.anotherFormat), "is not a store: its format is another; name another file with --db"),
    (
      .notAStore(.anotherApplication),
      "is not a store: it is the database of another application; name another file with --db"
    ),
    (.newer(version: 3, supported: 2), "the store has version 3, this busyhour knows up to 2; use a newer busyhour"),
    (
      .unreleased(version: 1),
      "the store has version 1, which a build before the first release wrote; "
        + "simulate into another with --db; its scenarios can be read with any SQLite tool"
    ),
    (
      .older(version: 1, current: 2),
      "the store has version 1 instead of 2 and can't be brought up to date, since it can't be written; "
        + "allow writing, or copy it"
    ),
    (.cannotOpen(reason: "No such device"), "can't be opened: No such device; check the path and its permissions"),
    (.readOnly, "the store can't be written; allow writing, or name another with --db"),
    (
      .locked(milliseconds: 5_000),
      "the store is in use by another process, for more than 5000 ms; try again when that has ended"
    ),
    (.full, "the disk is full; make room and run it again; whole replications are kept"),
    (
      .diskFails(reason: "disk I/O error (code 778)"),
      "the disk fails, or a limit or quota is reached: disk I/O error (code 778); make room, or name a file on another "
        + "disk with --db, and run it again; whole replications are kept"
    ),
    (
      .damaged(detail: "a page is missing"),
      "the store is damaged: a page is missing; use a copy, or keep what `sqlite3 FILE .recover` finds"
    ),
    (.unfitName("", reason: "it is empty"), "\"\" can't be the name of a run: it is empty; give another --name"),
    (.nameTaken("base", by: run), "run 7f3a21c has the name \"base\"; give another --name"),
    (.noSuchRun("bse", nearest: ["base"]), "there is no run \"bse\"; did you mean \"base\"?"),
    (.noSuchRun("bse", nearest: ["base", "bs"]), "there is no run \"bse\"; did you mean \"base\" or \"bs\"?"),
    (
      .noSuchRun("x", nearest: []),
      "there is no run \"x\"; give a name, four or more digits of an id, @last or @last~1"
    ),
    (
      .ambiguousRun("abcd", candidates: ["abcd100", "abcd200"]),
      "several runs begin with \"abcd\": abcd100, abcd200; give more digits"
    ),
    (.noRuns, "the store has no runs; simulate first"),
    (.noSuchScenario("0f0f"), "there is no scenario 0f0f; register it first"),
    (.unfitScenario(reason: "why"), "the scenario can't be stored: why; mend it and try again"),
    (.noSuchReplication(9, run: run), "run 7f3a21c has no replication 9; see `busyhour runs`"),
    (
      .logNotKept(replication: 9, run: run),
      "the log of replication 9 of run 7f3a21c was not kept; simulate with --keep-log"
    ),
    (
      .damagedLog(replication: 9, run: run, problem: "it is not whole"),
      "the log of replication 9 of run 7f3a21c is damaged: it is not whole; its figures stay, and simulating anew gives the log; "
        + "see what else is damaged: busyhour store verify --db results/busyhour.db"
    ),
    (.wrongState(.complete, run: run), "run 7f3a21c is complete; begin another run"),
    (
      .wrongState(.interrupted, run: run),
      "run 7f3a21c is interrupted; go on with it by `busyhour simulate --resume 7f3a21c`"
    ),
    (
      .inUse(run: run),
      "run 7f3a21c is being simulated by another process; wait for its end, or end that process"
    ),
    (
      .alreadyRecorded(replication: 9, run: run),
      "replication 9 of run 7f3a21c is stored already; record only the missing ones"
    ),
    (
      .incomplete(recorded: 2, replications: 3, run: run),
      "run 7f3a21c has 2 of 3 replications; record the missing ones"
    ),
    (
      .digestDiffers(given: "12", stored: "34", run: run),
      "the digest of run 7f3a21c is 34, not 12; begin another run, and report this"
    ),
    (
      .failed(code: 1, message: "no such table: run", statement: "SELECT 1"),
      "SQLite refused with code 1, no such table: run, at `SELECT 1`; report this"
    ),
  ]

  @Test func `every error says the place, what happened and what to do next`() {
    for (kind, text) in Self.texts {
      let error = StoreError(path: "results/busyhour.db", kind: kind)
      #expect(error.description == "results/busyhour.db: " + text)
      #expect("\(error.what); \(error.next)" == text)
    }
  }
}
