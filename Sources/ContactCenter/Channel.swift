/// The way on which a contact reaches the center.
public enum Channel: String, CaseIterable, Hashable, Sendable {
  case phone
  /// An agent can hold several chats at once.
  case chat
  // Deferred work: nobody holds a line, it is answered when there is time and may wait over nights.
  case email
  case sms
  case portal
  /// Calls that the center makes: follow-ups, confirmations, callbacks.
  case outbound

  /// Whether the work can wait over a closing: nobody stays for it, and nobody hangs up on it.
  public var isDeferred: Bool { self != .phone && self != .chat }
}
