/// The contacts that a queue holds at the instant at which a run starts.
public struct PresentContacts: Hashable, Sendable {
  /// How long each that waits has waited.
  public var waiting: [TimeSpan]
  /// How long each talk has gone on; nil where nobody knows.
  public var talks: [TimeSpan?]

  public init(waiting: [TimeSpan] = [], talks: [TimeSpan?] = []) {
    self.waiting = waiting
    self.talks = talks
  }

  public static let none = PresentContacts()
  public var isEmpty: Bool { waiting.isEmpty && talks.isEmpty }
}
