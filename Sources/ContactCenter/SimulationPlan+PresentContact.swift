extension SimulationPlan {
  /// A contact that is inside when the first day begins. The log holds it from the instant since when it waits or talks,
  /// and the agent in talk from that instant, too.
  public struct PresentContact: Hashable, Sendable {
    public var queue: Int
    /// Before the first day's start: since when it waits, or its talk goes on.
    public var since: SimulationTime
    /// Who talks with it; nil: it waits.
    public var agent: Int?
    /// Whether `since` is known. Of a talk for which it is not, the age is that of any talk in progress.
    public var hasAge: Bool

    public init(queue: Int, since: SimulationTime, agent: Int?, hasAge: Bool) {
      self.queue = queue
      self.since = since
      self.agent = agent
      self.hasAge = hasAge
    }
  }
}
