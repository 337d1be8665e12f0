public import ContactCenter

/// What KPIs must know besides the sums: the definition of the service level, wages, and whom they are asked about.
public struct ScoringContext: Sendable {
  public var definition: ServiceLevelDefinition
  /// The queue asked about; nil for the whole center.
  public var queue: Int?
  /// The queues asked about, where they are several: those of a channel.
  public var queues: [Int]?
  /// The team asked about; nil for the whole center.
  public var team: Int?
  /// The contacts of the whole center on the day asked about, where they are added up already.
  private var total: ContactSums?
  /// What people spend time on, where that is asked about.
  public var timeUse: TimeUse?
  /// Whether contacts have other ends or beginnings than waiting, being answered and hanging up, by rules of their queue,
  /// outages or a center that is closed: the KPIs of these are told only there.
  public var hasRules: Bool
  public var hasSelfService: Bool
  public var hasTransfers: Bool
  public var hasEscalations: Bool
  public var hasComplaints: Bool
  public var hasRefunds: Bool
  /// nil where a team has neither wage nor price.
  public var costs: CostSheet?
  /// Whether the scenario states costs beyond the wages of its teams.
  public var statesCosts: Bool
  /// How much of a call a contact of each queue counts for; nil where the scenario does not say.
  public var callEquivalents: [Double]?
  public var hasOutages: Bool
  /// By queue: is it dialled, and ahead of the agents; can its work wait.
  public var dials: [Bool]
  public var dialsAhead: [Bool]
  public var isDeferred: [Bool]
  /// Whether the scenario says how people keep to their schedule.
  public var hasConduct: Bool
  public var currency: String?
  public var openDaysPerWeek: Double
  /// Shrinkage and occupancy that the workload reading of head count divides by.
  public var shrinkage: Double
  public var occupancyTarget: Double

  /// The occupancy that `fte_workload` assumes where the scenario has no occupancy target: the middle of the usual
  /// band of 75-85%.
  public static let usualOccupancy = 0.80

  public init(scenario: Scenario) {
    definition = scenario.serviceLevelDefinition
    costs = CostSheet(scenario)
    statesCosts = scenario.costs != .none || scenario.teams.contains { $0.price != nil }
    callEquivalents = scenario.callEquivalents.map { weights in scenario.queues.map { weights[$0.rules.channel] } }
    currency = scenario.currency
    openDaysPerWeek = Double(scenario.openDaysPerWeek)
    hasSelfService = scenario.queues.contains { $0.rules.selfService != nil }
    hasTransfers = scenario.queues.contains { !$0.rules.transfers.isEmpty }
    hasEscalations = scenario.queues.contains { !$0.rules.escalations.isEmpty }
    hasComplaints = scenario.queues.contains { $0.rules.complaints != nil }
    hasRefunds = scenario.queues.contains { $0.rules.refunds != nil }
    hasOutages = !scenario.outages.isEmpty || !scenario.faults.isEmpty
    hasRules =
      hasOutages || scenario.demand.lateCallers != nil || scenario.queues.contains { $0.rules != .none }
    dials = scenario.queues.map { $0.rules.dialing != nil }
    dialsAhead = scenario.queues.map { $0.rules.dialing?.callsPerAgent != nil }
    isDeferred = scenario.queues.map(\.rules.channel.isDeferred)
    shrinkage = scenario.averageShrinkage.fraction
    hasConduct = scenario.hasConduct
    occupancyTarget = Self.occupancyTarget(of: scenario)
  }

  /// The same, for so many queues of calls as formulas assume them: none is dialled, none can wait, and nothing is paid.
  public func withPlainQueues(_ count: Int) -> ScoringContext {
    var context = self
    context.dials = Array(repeating: false, count: count)
    (context.dialsAhead, context.isDeferred) = (context.dials, context.dials)
    (context.costs, context.callEquivalents) = (nil, nil)
    return context
  }

  /// The queues asked about.
  var asked: [Int] { queue.map { [$0] } ?? queues ?? Array(isDeferred.indices) }

  /// The contacts asked about, of some queues.
  func sums(_ day: DaySums, where isMeant: (Int) -> Bool) -> ContactSums {
    asked.filter(isMeant).reduce(into: ContactSums()) { $0 += day.queues[$1] }
  }

  /// The contacts asked about; of a team those that it answered, where the day has details.
  func contacts(_ day: DaySums) -> ContactSums {
    if let team { return day.detail?.teams[team].contacts ?? ContactSums() }
    if let queue { return day.queues[queue] }
    guard let queues else { return total ?? day.contacts }
    return queues.reduce(into: ContactSums()) { $0 += day.queues[$1] }
  }

  /// For one day only, of which dozens of KPIs ask for the sums of all queues.
  func withTotal(of day: DaySums) -> ScoringContext {
    var context = self
    context.total = day.contacts
    return context
  }

  /// Whether nothing less than the center is asked about.
  var isWhole: Bool { queue == nil && queues == nil }

  func queueIndices(_ day: DaySums) -> [Int] { queue.map { [$0] } ?? queues ?? Array(day.queues.indices) }

  /// 1 on an open day of which is known what happened to the contacts asked about, else 0: of teams only details tell it.
  func openDays(_ day: DaySums) -> Double { team != nil && day.detail == nil ? 0 : day.openDays }

  /// Contacts answered by queue; of a team those that it answered, where the day has details.
  func answered(_ day: DaySums, _ queue: Int) -> Int64 {
    guard let team else { return day.queues[queue].answered }
    return day.detail?.teams[team].answered[queue] ?? 0
  }

  /// What is known beyond sums of the contacts asked about.
  func detail(_ detail: DayDetail) -> DayDetail.Queue {
    if let team { return detail.teams[team].waits }
    if let queue { return detail.queues[queue] }
    return (queues ?? Array(detail.queues.indices)).reduce(into: DayDetail.Queue()) { $0 += detail.queues[$1] }
  }

  /// The time of the people asked about.
  func agents(_ day: DaySums) -> AgentSums { team.map { day.teams[$0].time } ?? day.agents }

  /// Time that the people asked about spent on an activity: of teams only details tell it.
  func time(_ day: DaySums, of activity: Int) -> Int64 {
    guard let team else { return day.timeByActivity[activity] }
    return day.detail?.teams[team].timeByActivity[activity] ?? 0
  }

  /// The people asked about in the interval with the greatest offered load: of teams only details tell it.
  func peak(_ day: DaySums) -> AgentSums? {
    guard let team else { return day.peak }
    return day.detail?.teams[team].peak
  }

  /// The day with the people asked about alone.
  func withPeopleAsked(_ day: DaySums) -> DaySums {
    guard let team else { return day }
    var day = day
    for other in day.teams.indices where other != team { day.teams[other] = TeamSums() }
    return day
  }

  /// What the people asked about did against their schedule.
  func people(_ day: DaySums) -> TeamSums {
    team.map { day.teams[$0] } ?? day.teams.reduce(into: TeamSums()) { $0 += $1 }
  }

  private static func occupancyTarget(of scenario: Scenario) -> Double {
    guard let range = scenario.targets.first(where: { $0.metric == "occupancy" && $0.queue == nil })?.range else {
      return usualOccupancy
    }
    switch (range.lower, range.upper) {
    case (let lower?, let upper?): return (lower + upper) / 2
    case (nil, let upper?): return upper
    case (let lower?, nil): return lower
    case (nil, nil): return usualOccupancy
    }
  }
}
