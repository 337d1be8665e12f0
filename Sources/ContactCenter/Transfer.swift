/// Contacts that one agent hands on to another queue at the end of the talk.
public struct Transfer: Hashable, Sendable {
  /// Queue that gets them: another skill, a higher tier, a supervisor.
  public var queue: Int
  /// Part of the queue's talks that end so. The parts of one queue sum to at most 1.
  public var share: Share
  /// nil hands on cold: the agent hangs up and the caller queues. Warm: the agent waits with the caller, then speaks
  /// with the colleague for so long.
  public var briefing: TimeSpan?

  public init(queue: Int, share: Share, briefing: TimeSpan? = nil) {
    self.queue = queue
    self.share = share
    self.briefing = briefing
  }
}
