/// Everything that a replication needs, laid out for the simulator: plain arrays, integers, no names to look up.
///
/// The plan, a seed and a replication index determine a log bit for bit. Workforce builds plans from scenarios; a plan
/// written by hand is as good.
public struct SimulationPlan: Hashable, Sendable {
  /// The last instant at which contacts can arrive. People on duty then stay as ``AfterClose`` says.
  public var horizon: SimulationTime
  /// Instants at which each day of the horizon begins, with the horizon's end as the last element. The first is later
  /// than the start of time where the run starts in the middle of a day.
  public var dayStarts: [SimulationTime]
  /// Length of the reporting interval.
  public var interval: TimeSpan
  public var arrivals: [ArrivalStream]
  public var queues: [Queue]
  public var teams: [TeamPlan]
  public var agents: [AgentPlan]
  /// What happens to agents by plan, in order of time; entries at one instant in the order in which they happen.
  public var duties: [Duty]
  /// Chances of being absent for a whole tour of duty, drawn anew at each sign-in.
  public var absences: [Absence]
  /// Names of what agents do when they are away: `shrinkage`, `lunch`, `sick`. Events carry indices into it.
  public var activities: [String]
  /// The one of them under which time counts that people work although a break is due; nil: breaks that begin late are
  /// not told.
  public var delayActivity: Int?
  /// Instants at which the center closes and contacts still waiting are disconnected; empty when they are served.
  public var disconnects: [SimulationTime]
  /// Until when nobody may wait on a line after each of `disconnects`: who reaches one meanwhile and cannot be answered at
  /// once is disconnected. Empty: contacts may wait again at once.
  public var closedUntil: [SimulationTime] = []
  public var trunkGroups: [TrunkGroup] = []
  public var outages: [Outage] = []
  public var faults: [Fault] = []
  /// When the center is open, in order: business clocks run then, and who would come back in closed time comes in the
  /// next open stretch (``BusinessClock/arrival(wantedAt:)``). Empty: always.
  public var openTime: [TimeStretch] = []
  /// When paid time costs more: for folds alone, the simulator does not look at it.
  public var premiums: [PayPremium] = []
  /// Who is inside when the first day begins, in order of `since`.
  public var present: [PresentContact] = []
  /// Days at the start that are not counted: for folds alone, the simulator does not look at it.
  public var warmUpDays = 0
  /// Which wait is held against an acceptable one: for folds alone.
  public var waitBasis = WaitBasis.attempt
  /// The activity of people who are lost for a while; nil where nobody is. It is laid into the duties, and in no schedule.
  public var lossActivity: Int?

  public init(
    horizon: SimulationTime, dayStarts: [SimulationTime], interval: TimeSpan, arrivals: [ArrivalStream],
    queues: [Queue], teams: [TeamPlan], agents: [AgentPlan], duties: [Duty], absences: [Absence],
    activities: [String], disconnects: [SimulationTime]
  ) {
    self.horizon = horizon
    self.dayStarts = dayStarts
    self.interval = interval
    self.arrivals = arrivals
    self.queues = queues
    self.teams = teams
    self.agents = agents
    self.duties = duties
    self.absences = absences
    self.activities = activities
    self.disconnects = disconnects
  }
}

extension SimulationPlan {
  /// A stream of contacts whose expected rate is constant on each piece, and the mix of queues they join. Poisson
  /// unless said otherwise.
  public struct ArrivalStream: Hashable, Sendable {
    public struct Piece: Hashable, Sendable {
      public var start: SimulationTime
      public var end: SimulationTime
      public var expectedContacts: Double
      public init(start: SimulationTime, end: SimulationTime, expectedContacts: Double) {
        self.start = start
        self.end = end
        self.expectedContacts = expectedContacts
      }
    }
    /// In order of time, not overlapping, each longer than nothing.
    public var pieces: [Piece]
    /// Probability of each queue; sums to 1.
    public var mix: [Double]
    public var process: ArrivalSpecification
    /// By which the rate moves in a replication; it is their product.
    public var factors: [RateFactor]
    /// Stretches in which only a part of the contacts comes.
    public var thinnings: [Thinning]
    /// Whether the contacts find the center closed: they are cut off on arrival.
    public var isTurnedAway: Bool
    /// Which draws the contacts take; nil: the stream's index. Streams that come and go with a what-if have one of their
    /// own, so that the others keep theirs.
    public var substream: UInt64?
    /// Whether it is a list that the center makes for itself: no demand, and no measure of the busiest interval.
    public var isList = false
    /// Whether the contacts come before opening or after closing.
    public var isOfClosedTime = false
    public init(
      pieces: [Piece], mix: [Double], process: ArrivalSpecification = .poisson, factors: [RateFactor] = [],
      thinnings: [Thinning] = [], isTurnedAway: Bool = false, substream: UInt64? = nil
    ) {
      self.pieces = pieces
      self.mix = mix
      self.process = process
      self.factors = factors
      self.thinnings = thinnings
      self.isTurnedAway = isTurnedAway
      self.substream = substream
    }

    /// A stretch in which each contact comes with a probability, independently: all others stay as they are.
    public struct Thinning: Hashable, Sendable {
      public var time: TimeStretch
      /// Probability of coming, 0 ... 1.
      public var kept: Double
      /// nil: contacts of every queue.
      public var queue: Int?
      public init(time: TimeStretch, kept: Double, queue: Int? = nil) {
        self.time = time
        self.kept = kept
        self.queue = queue
      }
    }
  }

  /// A line of contacts of one kind.
  public struct Queue: Hashable, Sendable {
    public var handleTime: DistributionSpecification
    public var wrapUp: DistributionSpecification?
    public var patience: DistributionSpecification?
    /// 0 is served first; equal priorities are served in order of arrival.
    public var priority: Int
    public var rules: ContactRules
    /// What depends on the time at which contacts come.
    public var factors = ClockFactors<TimeFactor>()
    /// When the queue is open to those who come back, in order; nil: whenever the center is, empty: never.
    public var openTime: [TimeStretch]?
    public init(
      handleTime: DistributionSpecification, wrapUp: DistributionSpecification?, patience: DistributionSpecification?,
      priority: Int, rules: ContactRules = .none
    ) {
      self.handleTime = handleTime
      self.wrapUp = wrapUp
      self.patience = patience
      self.priority = priority
      self.rules = rules
    }
  }

  public struct TeamPlan: Hashable, Sendable {
    public var skills: [Skill]
    public var contactChoice: ContactChoice
    public var conduct = Conduct.none
    public var release = Release.own
    public init(skills: [Skill], contactChoice: ContactChoice = .priority) {
      self.skills = skills
      self.contactChoice = contactChoice
    }
    /// A team that serves these queues equally well at all times.
    public init(queues: [Int]) { self.init(skills: queues.map { Skill(queue: $0) }) }
    /// Indices of the queues served.
    public var queues: [Int] { skills.map(\.queue) }
  }

  public struct AgentPlan: Hashable, Sendable {
    public var team: Int
    /// Weeks since the agent was hired, of a newcomer; nil for experienced people.
    public var hiredWeeksAgo: Int?
    public init(team: Int) { self.team = team }
  }

  /// A planned turn in an agent's day.
  public struct Duty: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case signIn
      /// Stop taking contacts for `length`; an agent who is busy starts late and keeps the length.
      case pause(activity: Int, length: TimeSpan)
      /// Away until sign-out.
      case away(activity: Int)
      /// A pause that comes by chance, drawn for each agent and tour; `number`, 0 ... 255, tells it from the other chances
      /// of a tour.
      case chance(activity: Int, length: TimeSpan, probability: Share, number: Int)
      /// The end of a week, at which the agent may leave for good; weeks are numbered.
      case mayResign(week: Int)
      /// Leave when the contact in hand is done; `serveQueue` keeps the agent until nobody waits whom they can serve, and
      /// brings back who is on a break. Who is away until sign-out stays away.
      case signOut(serveQueue: Bool)
    }
    public var time: SimulationTime
    public var agent: Int
    public var kind: Kind
    public init(time: SimulationTime, agent: Int, kind: Kind) {
      self.time = time
      self.agent = agent
      self.kind = kind
    }
  }

  /// A chance of being absent for a whole tour of duty.
  public struct Absence: Hashable, Sendable {
    public var activity: Int
    public var probability: Share
    /// The team that it is about; nil: everybody.
    public var team: Int?
    /// Its probability on each day of the plan; empty: the same on all.
    public var byDay: [Share] = []
    /// Correlation of the absences of two people on one day, 0 ..< 1. With it the probability of a day is drawn from a
    /// beta law, so that counts are beta-binomial: n people have the variance n p (1 - p) (1 + (n - 1) x correlation).
    public var correlation: Share = .zero
    public init(activity: Int, probability: Share, team: Int? = nil) {
      self.activity = activity
      self.probability = probability
      self.team = team
    }
  }

  /// Whether every queue, team and line is plain: the simulator then takes its shortest way.
  public var isPlain: Bool {
    trunkGroups.isEmpty && outages.isEmpty && faults.isEmpty && present.isEmpty
      && queues.allSatisfy { $0.rules == .none }
      && teams.allSatisfy {
        $0.contactChoice == .priority && $0.release == .own && $0.skills.allSatisfy(\.isPlain)
      }
  }

  /// Whether customers may have several contacts: the log then tells of each who gives up for good. In other plans every
  /// contact that leaves its line unanswered is one.
  public var tellsLostCustomers: Bool {
    !outages.isEmpty || !faults.isEmpty || queues.contains { $0.rules.mayGoOn }
  }

  /// Number of reporting intervals from the start to the horizon, the last one possibly short.
  public var intervalCount: Int {
    Int((horizon.microseconds + interval.microseconds - 1) / interval.microseconds)
  }
}

extension SimulationPlan.ArrivalStream.Piece {
  /// Calls `body` with each interval that the piece touches and the contacts expected there.
  public func spread(over interval: TimeSpan, _ body: (Int, Double) -> Void) {
    let length = interval.microseconds
    var from = start.microseconds
    while from < end.microseconds {
      let index = from / length
      let to = min(end.microseconds, (index + 1) * length)
      body(Int(index), expectedContacts * Double(to - from) / Double((end - start).microseconds))
      from = to
    }
  }
}
