/// A value that the file does not give and the reader took instead. `check` prints every one.
public struct FilledDefault: Hashable, Sendable {
  /// Path of the key, `queues.billing.patience`.
  public var path: String
  /// The value as the file would write it, `exp 3m`.
  public var value: String
  /// Why this value, and where it comes from.
  public var reason: String

  public init(path: String, value: String, reason: String) {
    self.path = path
    self.value = value
    self.reason = reason
  }
}
