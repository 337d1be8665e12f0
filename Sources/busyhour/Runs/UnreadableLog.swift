internal import EventLog
internal import Experiments

/// A stored log that turns out not to be readable, or not to be one of its plan: named as people know it.
enum UnreadableLog {
  /// Gives what `body` gives.
  /// - Throws: ``CommandError/unreadableLog(run:replication:reason:)``; whatever else `body` throws.
  static func naming<Result>(run: String, _ replication: Int, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error where error is SegmentError || error is LogGap || error is ForeignLog {
      throw CommandError.unreadableLog(run: run, replication: replication, reason: "\(error)")
    }
  }
}
