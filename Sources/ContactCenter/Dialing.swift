/// How the contacts of an outbound queue are tried: each attempt is a contact of its own.
public struct Dialing: Hashable, Sendable {
  /// Part of the attempts that reach the right party.
  public var reached: Share
  /// Attempts that somebody else answers: they take the agent's time, and are tried again like those that reach nobody. nil:
  /// there are none.
  public var wrongParty: WrongParty?
  /// Time of an attempt until somebody answers, or until it is given up.
  public var ring: DistributionSpecification
  /// Time in which the agent reads up before the call; zero is a progressive dialer.
  public var preview: TimeSpan
  /// Attempts at one contact in all; 1 ... 200.
  public var attempts: Int
  /// From a failed attempt to the next.
  public var retryDelay: DistributionSpecification
  /// Predictive: numbers dialled for each agent who is free, before anybody is known to answer; a person who answers
  /// while nobody is free is dropped. nil: the agent is there from the start of the attempt.
  public var callsPerAgent: Double?
  /// Predictive: when it dials.
  public var pacing: DialPacing
  /// Predictive: dials only while so many people are free; nil without a threshold.
  public var threshold: FreePeople?
  /// Predictive: how long a person who answers while nobody is free is held before the call is dropped; zero: not at all.
  public var hold: TimeSpan

  public init(
    reached: Share, wrongParty: WrongParty? = nil, ring: DistributionSpecification, preview: TimeSpan = .zero,
    attempts: Int = 3,
    retryDelay: DistributionSpecification, callsPerAgent: Double? = nil, pacing: DialPacing = .steady,
    threshold: FreePeople? = nil, hold: TimeSpan = .zero
  ) {
    self.reached = reached
    self.wrongParty = wrongParty
    self.ring = ring
    self.preview = preview
    self.attempts = attempts
    self.retryDelay = retryDelay
    self.callsPerAgent = callsPerAgent
    self.pacing = pacing
    self.threshold = threshold
    self.hold = hold
  }
}
