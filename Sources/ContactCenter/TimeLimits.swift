/// How soon the work of a queue is to be done.
public struct TimeLimits: Hashable, Sendable {
  /// Which time counts.
  public enum Clock: String, CaseIterable, Hashable, Sendable {
    case calendar
    /// Open time of the center alone.
    case business
  }

  /// From where a limit runs.
  public enum Origin: String, CaseIterable, Hashable, Sendable {
    /// Each contact has limits of its own.
    case contact
    /// A limit runs on over later contacts of the same matter: retries, redials, callbacks, transfers. An escalation
    /// opens a new matter.
    case matter
  }

  /// Until an agent takes the contact: first response, acknowledgement.
  public var answered: TimeSpan?
  /// Until the talk, or the work, is done: plan, resolution.
  public var done: TimeSpan?
  public var clock: Clock
  public var origin: Origin

  public init(
    answered: TimeSpan? = nil, done: TimeSpan? = nil, clock: Clock = .calendar, origin: Origin = .contact
  ) {
    self.answered = answered
    self.done = done
    self.clock = clock
    self.origin = origin
  }
}
