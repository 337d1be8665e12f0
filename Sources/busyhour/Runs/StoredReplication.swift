internal import EventLog
internal import KPIs
internal import ResultsStore

/// The store's record of a replication. Named here, since the runner's type has the same name and this file is the only
/// one that does not see both.
typealias StoredReplication = RecordedReplication

extension RecordedReplication {
  /// - Parameter log: empty where it is not kept.
  init(_ result: ReplicationResult, log: [LogSegment]) {
    self.init(result: result, segments: log.isEmpty ? nil : log)
  }
}
