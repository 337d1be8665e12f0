/// A way to choose among waiting contacts.
public protocol ContactChoiceRule: Sendable {
  /// Name in scenario files.
  static var name: String { get }
  /// What an agent who chooses by it takes, for people: `the best priority, then the longest wait`.
  static var preference: String { get }
  /// Of the first contacts of the lines that the agent may serve now, the one with the least rank goes; the second rank
  /// decides among equals of the first, then the earlier turn.
  static func rank(_ contact: WaitingContact) -> (Double, Double)
}
