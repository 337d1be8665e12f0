/// Which limit of a contact's time. Codes lie in logs: they are never reused and never renumbered.
public enum TimeLimit: UInt8, CaseIterable, Hashable, Sendable {
  /// Until an agent takes the contact.
  case answered = 1
  /// Until the work is done.
  case done = 2
}
