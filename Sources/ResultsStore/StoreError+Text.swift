extension StoreError: CustomStringConvertible {
  /// One line: the place, what happened, what to do next.
  public var description: String { "\(path): \(what); \(next)" }

  /// What happened.
  public var what: String { fileText?.what ?? runText.what }
  /// What to do next.
  public var next: String { fileText?.next ?? runText.next }

  private typealias Text = (what: String, next: String)

  private var fileText: Text? {
    switch kind {
    case .missing: ("there is no store", "simulate first, or name another with --db")
    case .empty: ("the store is empty", "simulate first")
    case .notAStore(let content): (Self.text(of: content), "name another file with --db")
    case .newer(let version, let supported):
      ("the store has version \(version), this busyhour knows up to \(supported)", "use a newer busyhour")
    case .unreleased(let version):
      (
        "the store has version \(version), which a build before the first release wrote",
        "simulate into another with --db; its scenarios can be read with any SQLite tool"
      )
    case .older(let version, let current):
      (
        "the store has version \(version) instead of \(current) and can't be brought up to date, since it can't be written",
        "allow writing, or copy it"
      )
    case .cannotOpen(let reason): ("can't be opened: \(reason)", "check the path and its permissions")
    case .readOnly: ("the store can't be written", "allow writing, or name another with --db")
    case .locked(let milliseconds):
      ("the store is in use by another process, for more than \(milliseconds) ms", "try again when that has ended")
    case .diskFails(let reason):
      (
        "the disk fails, or a limit or quota is reached: \(reason)",
        "make room, or name a file on another disk with --db, and run it again; whole replications are kept"
      )
    case .full: ("the disk is full", "make room and run it again; whole replications are kept")
    case .damaged(let detail):
      ("the store is damaged: \(detail)", "use a copy, or keep what `sqlite3 FILE .recover` finds")
    default: nil
    }
  }

  private static func text(of content: Content) -> String {
    switch content {
    case .folder: "is a folder, not a store"
    case .anotherFormat: "is not a store: its format is another"
    case .anotherApplication: "is not a store: it is the database of another application"
    }
  }

  private var runText: Text {
    switch kind {
    case .unfitName(let name, let reason): ("\"\(name)\" can't be the name of a run: \(reason)", "give another --name")
    case .nameTaken(let name, let run): ("run \(run.short) has the name \"\(name)\"", "give another --name")
    case .noSuchRun(let text, let nearest): ("there is no run \"\(text)\"", Self.advice(nearest))
    case .ambiguousRun(let text, let candidates):
      ("several runs begin with \"\(text)\": \(candidates.joined(separator: ", "))", "give more digits")
    case .noRuns: ("the store has no runs", "simulate first")
    case .noSuchScenario(let fingerprint): ("there is no scenario \(fingerprint)", "register it first")
    case .unfitScenario(let reason): ("the scenario can't be stored: \(reason)", "mend it and try again")
    default: replicationText
    }
  }

  private var replicationText: Text {
    switch kind {
    case .noSuchReplication(let replication, let run):
      ("run \(run.short) has no replication \(replication)", "see `busyhour runs`")
    case .logNotKept(let replication, let run):
      ("the log of replication \(replication) of run \(run.short) was not kept", "simulate with --keep-log")
    case .damagedLog(let replication, let run, let problem):
      (
        "the log of replication \(replication) of run \(run.short) is damaged: \(problem)",
        "its figures stay, and simulating anew gives the log; see what else is damaged: busyhour store verify --db \(path)"
      )
    case .wrongState(.complete, let run): ("run \(run.short) is complete", "begin another run")
    case .wrongState(let state, let run):
      ("run \(run.short) is \(state.rawValue)", "go on with it by `busyhour simulate --resume \(run.short)`")
    case .inUse(let run):
      ("run \(run.short) is being simulated by another process", "wait for its end, or end that process")
    case .alreadyRecorded(let replication, let run):
      ("replication \(replication) of run \(run.short) is stored already", "record only the missing ones")
    case .incomplete(let recorded, let replications, let run):
      ("run \(run.short) has \(recorded) of \(replications) replications", "record the missing ones")
    case .digestDiffers(let given, let stored, let run):
      ("the digest of run \(run.short) is \(stored), not \(given)", "begin another run, and report this")
    case .failed(let code, let message, let statement):
      ("SQLite refused with code \(code), \(message)\(statement.isEmpty ? "" : ", at `\(statement)`")", "report this")
    default: ("", "")
    }
  }

  private static func advice(_ nearest: [String]) -> String {
    if nearest.isEmpty { return "give a name, four or more digits of an id, @last or @last~1" }
    return "did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?"
  }
}
