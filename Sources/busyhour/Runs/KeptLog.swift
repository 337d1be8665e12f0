internal import EventLog
internal import Experiments
internal import ResultsStore

/// A kept log of a store, by which what is wrong with it is named.
struct KeptLog {
  var store: ResultsStore
  var run: RunID
  var replication: Int

  /// Gives what `read` makes of the log.
  /// - Throws: ``StoreError`` where a segment cannot be read, or an event is none of the plan's; whatever else `read` throws.
  func reading<Result>(_ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch let error where error is SegmentError || error is ForeignLog {
      throw damaged("\(error)")
    }
  }

  /// Holds the digest of the log that was read in full against the stored one.
  func check(_ digest: StreamDigest.Value, against stored: StreamDigest.Value) throws {
    guard digest == stored else { throw damaged("its digest is \(digest), the stored one \(stored)") }
  }

  private func damaged(_ problem: String) -> StoreError {
    StoreError(path: store.path, kind: .damagedLog(replication: replication, run: run, problem: problem))
  }
}
