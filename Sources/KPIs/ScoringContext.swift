public import ContactCenter

/// What KPIs must know besides the sums: the definition of the service level, wages, and whom they are asked about.
public struct ScoringContext: Sendable {
  public var definition: ServiceLevelDefinition
  /// The queue asked about; nil for the whole center.
  public var queue: Int?
  /// The team asked about; nil for the whole center.
  public var team: Int?
  /// What people spend time on, where that is asked about.
  public var timeUse: TimeUse?
  /// Whether the scenario has rules beyond waiting and answering: the KPIs of such rules are told only there.
  public var hasRules: Bool
  public var hasSelfService: Bool
  public var hasTransfers: Bool
  public var hasEscalations: Bool
  public var hasComplaints: Bool
  public var hasRefunds: Bool
  /// Where the scenario says how people keep to their schedule: activities of the plan that are none of it, and the one
  /// under which delays of breaks count.
  public var slips: (unplanned: [Int], delay: Int?)?
  /// Wage of a paid hour of each team, in units of the currency; nil where the scenario has none.
  public var hourlyWages: [Double]?
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
    let wages = scenario.teams.map(\.hourlyCost)
    hourlyWages = wages.contains(nil) ? nil : wages.map { $0!.amount }
    currency = wages.compactMap { $0?.currency }.first
    openDaysPerWeek = Double(scenario.openDaysPerWeek)
    hasRules = scenario.queues.contains { $0.rules != .none }
    hasSelfService = scenario.queues.contains { $0.rules.selfService != nil }
    hasTransfers = scenario.queues.contains { !$0.rules.transfers.isEmpty }
    hasEscalations = scenario.queues.contains { !$0.rules.escalations.isEmpty }
    hasComplaints = scenario.queues.contains { $0.rules.complaints != nil }
    hasRefunds = scenario.queues.contains { $0.rules.refunds != nil }
    shrinkage = scenario.averageShrinkage.fraction
    if scenario.hasConduct {
      let away = scenario.awayActivities
      slips = (
        away.indices.filter { away[$0].kind == .unplanned || away[$0].kind == .conduct },
        away.firstIndex { $0.kind == .delay }
      )
    }
    occupancyTarget = Self.occupancyTarget(of: scenario)
  }

  /// The contacts asked about.
  func contacts(_ day: DaySums) -> ContactSums { queue.map { day.queues[$0] } ?? day.contacts }

  /// The time of the people asked about.
  func agents(_ day: DaySums) -> AgentSums { team.map { day.teams[$0].time } ?? day.agents }

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
