public import EventLog

/// A way of writing the logs of a run to a file, event by event: the file may be longer than memory.
public protocol EventExport: Sendable {
  /// What stands before everything.
  var head: String { get }
  /// What stands behind everything.
  var foot: String { get }
  /// Whether it must know beforehand which cases a log has: the log is then read twice.
  var needsCensus: Bool { get }
  /// A replication begins; ends the one before.
  mutating func begin(_ replication: Int, _ census: CaseCensus)
  /// What can be written now that this event is known; may be empty, and may be of earlier events.
  mutating func text(of event: RecordedEvent) -> String
}
