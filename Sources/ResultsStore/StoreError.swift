/// What a store can refuse or fail to do: the place, what happened, what to do next.
///
/// After any of them the store is as it was before the call: what was being written is undone as a whole. The cases say
/// what is in the way; the sentences are in one place, `StoreError+Text.swift`.
public struct StoreError: Error, Equatable, Sendable {
  /// Path of the store's file, as it was given.
  public let path: String
  public let kind: Kind

  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  public enum Kind: Equatable, Sendable {
    // The file.
    /// A reading command was given a file that is not there.
    case missing
    /// The file is there, and nothing was written into it yet.
    case empty
    case notAStore(Content)
    /// Written by a newer BusyHour.
    case newer(version: Int, supported: Int)
    /// Written by a build before the first release.
    case unreleased(version: Int)
    /// Written by an older BusyHour, and can't be brought up to date because it can't be written.
    case older(version: Int, current: Int)
    /// The system refused; its reason.
    case cannotOpen(reason: String)
    case readOnly
    /// Another process kept the file locked for so long. Trying again is safe.
    case locked(milliseconds: Int)
    case full
    /// The system could not read or write; SQLite's words.
    case diskFails(reason: String)
    /// The file breaks SQLite's format or this store's promises.
    case damaged(detail: String)

    // Runs and scenarios.
    case unfitName(String, reason: String)
    case nameTaken(String, by: RunID)
    /// - nearest: names like it, the nearest first.
    case noSuchRun(String, nearest: [String])
    /// - candidates: the shortest prefixes that tell them apart, in order; at most ten.
    case ambiguousRun(String, candidates: [String])
    case noRuns
    case noSuchScenario(String)
    case noSuchReplication(Int, run: RunID)
    case logNotKept(replication: Int, run: RunID)
    /// A kept log misses a segment, or what reads it finds it damaged.
    case damagedLog(replication: Int, run: RunID, problem: String)
    case unfitScenario(reason: String)
    case wrongState(RunState, run: RunID)
    /// Another process records the run.
    case inUse(run: RunID)
    case alreadyRecorded(replication: Int, run: RunID)
    case incomplete(recorded: Int, replications: Int, run: RunID)
    /// The digest given is not that of the replications stored.
    case digestDiffers(given: String, stored: String, run: RunID)

    /// Anything else that SQLite refused: its code, its words, the statement.
    case failed(code: Int, message: String, statement: String)
  }

  /// What was found where a store was expected.
  public enum Content: Equatable, Sendable {
    case folder
    case anotherFormat
    case anotherApplication
  }
}
