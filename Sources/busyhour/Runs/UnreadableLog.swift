internal import EventLog
internal import Experiments
internal import ResultsStore

/// A stored log that turns out not to be readable, or not to be one of its plan: named as people know it.
enum UnreadableLog {
  /// Gives what `body` gives.
  /// - Throws: ``CommandError/unreadableLog(run:replication:store:reason:)``; whatever else `body` throws.
  static func naming<Result>(
    run: String, _ replication: Int, in store: ResultsStore, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error where error is SegmentError || error is LogGap || error is ForeignLog {
      throw CommandError.unreadableLog(run: run, replication: replication, store: store.path, reason: "\(error)")
    }
  }

  /// Holds the digest of a log that was read in full against the stored one.
  static func check(
    _ digest: StreamDigest.Value, against stored: StreamDigest.Value, run: String, _ replication: Int,
    in store: ResultsStore
  ) throws {
    guard digest != stored else { return }
    throw CommandError.unreadableLog(
      run: run, replication: replication, store: store.path,
      reason: "the log is not the one that was written: its digest is \(digest), the stored one \(stored)")
  }
}
