/// A contact center and the questions asked of it, complete: every default filled in, every unit known.
///
/// Scenario files are read into this value by ScenarioFiles and turned into a ``SimulationPlan`` by Workforce.
public struct Scenario: Hashable, Sendable {
  /// How many replications, from which seed.
  public struct Run: Hashable, Sendable {
    public var replications: Int
    public var seed: UInt64
    /// Days at the start that are simulated and not counted.
    public var warmUpDays = 0
    /// The clock time of the first day at which it starts; nil: with the day.
    public var startClock: TimeSpan?
    public init(replications: Int, seed: UInt64) {
      self.replications = replications
      self.seed = seed
    }
  }

  /// What becomes of contacts that still wait when the center closes.
  public enum AfterClose: String, CaseIterable, Hashable, Sendable {
    /// The last people on duty serve them, then leave.
    case serve
    /// The line is cut: they are disconnected.
    case disconnect
  }

  public var name: String
  /// IANA name; nil when the scenario has none.
  public var timeZone: String?
  /// The days that one replication covers, in order.
  public var days: [OperatingDay]
  /// Open days in an ordinary week, for weekly figures such as the head count of a roster.
  public var openDaysPerWeek: Int
  /// Length of the planning and reporting interval; divides a day.
  public var interval: TimeSpan
  public var demand: Demand
  public var queues: [ContactQueue]
  public var teams: [Team]
  public var shrinkage: Shrinkage
  public var targets: [Target]
  public var serviceLevelDefinition: ServiceLevelDefinition
  public var waitBasis = WaitBasis.attempt
  /// The service level that the staffing solver sizes for: share and acceptable wait.
  public var staffingTarget: Share
  /// Upper bound of the occupancy that the staffing solver allows; nil for none.
  public var staffingOccupancyCap: Share?
  public var afterClose: AfterClose
  public var run: Run
  public var trunkGroups: [TrunkGroup] = []
  public var outages: [Outage] = []
  /// What there is to pay beside wages.
  public var costs = CostRules.none
  /// Reporting weights of channels; nil where the scenario states none.
  public var callEquivalents: CallEquivalents?
  public var faults: [Fault] = []
  public var losses: [PeopleLoss] = []
  /// How everybody keeps to the schedule.
  public var conduct = Conduct.none
  /// What newcomers go through.
  public var onboarding = Onboarding.none
  public var activities: [ScheduledActivity] = []

  public init(
    name: String, timeZone: String?, days: [OperatingDay], openDaysPerWeek: Int, interval: TimeSpan, demand: Demand,
    queues: [ContactQueue], teams: [Team], shrinkage: Shrinkage, targets: [Target],
    serviceLevelDefinition: ServiceLevelDefinition, staffingTarget: Share, staffingOccupancyCap: Share?,
    afterClose: AfterClose, run: Run
  ) {
    self.name = name
    self.timeZone = timeZone
    self.days = days
    self.openDaysPerWeek = openDaysPerWeek
    self.interval = interval
    self.demand = demand
    self.queues = queues
    self.teams = teams
    self.shrinkage = shrinkage
    self.targets = targets
    self.serviceLevelDefinition = serviceLevelDefinition
    self.staffingTarget = staffingTarget
    self.staffingOccupancyCap = staffingOccupancyCap
    self.afterClose = afterClose
    self.run = run
  }

  /// Where its runs start, from the first midnight.
  public var start: TimeSpan { run.startClock.map { clock.instant(day: 0, $0) } ?? .zero }

  /// The days that figures are about.
  public var countedDays: ArraySlice<OperatingDay> { days.dropFirst(run.warmUpDays) }

  /// ISO 4217 code of all its money; nil where it states none.
  public var currency: String? {
    (teams.compactMap { $0.hourlyCost ?? $0.price?.money } + costs.amounts).first?.currency
  }
}
