public import EventLog

/// A way of writing events, one line each, so that a log of any length can be written as it is read.
public protocol EventFormat: Sendable {
  /// As in `--format NAME`.
  var name: String { get }
  /// The first line; nil for none.
  var header: String? { get }
  /// One event with the line feed at its end.
  func line(_ event: RecordedEvent, _ names: EventNames) -> String
}
