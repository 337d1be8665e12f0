/// An alert that is kept, and when it was raised.
public struct RaisedAlert: Hashable, Sendable {
  public var alert: Alert
  /// UTC, as `2026-11-22T09:30:00Z`.
  public var at: String
}
