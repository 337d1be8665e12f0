internal import ContactCenter
internal import Erlang

/// The targets of a scenario that the mathematics of staffing can keep, with the names that `binding` gives them.
struct PlanningTargets: Hashable, Sendable {
  private(set) var all: [Named]
  var definition: Erlang.ServiceLevelDefinition
  private let serviceLevel: Share
  private let shrinkage: Share

  struct Named: Hashable, Sendable {
    var name: String
    var target: StaffingTarget

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  /// Service level, occupancy cap, speed of answer, and abandonment where there is a patience.
  init(_ scenario: Scenario, thresholdSeconds: Double, hasPatience: Bool) {
    definition = Erlang.ServiceLevelDefinition(rawValue: scenario.serviceLevelDefinition.rawValue) ?? .offered
    serviceLevel = scenario.staffingTarget
    shrinkage = scenario.averageShrinkage
    all = [
      Named(
        name: "service_level",
        target: .serviceLevel(
          atLeast: serviceLevel.decimal, withinSeconds: thresholdSeconds, definition: definition))
    ]
    if let cap = scenario.staffingOccupancyCap { add("occupancy", .occupancy(atMost: cap.decimal)) }
    if let seconds = scenario.upperBound(of: "asa_s") { add("asa", .averageSpeedOfAnswer(atMostSeconds: seconds)) }
    if hasPatience, let share = scenario.upperBound(of: "abandonment"),
      let decimal = try? DecimalFraction(shortest: share)
    {
      add("abandonment", .abandonment(atMost: decimal))
    }
  }

  private mutating func add(_ name: String, _ target: StaffingTarget) { all.append(Named(name: name, target: target)) }

  func scheduled(for positions: Int) throws(StaffingError) -> Int {
    try Erlang.Shrinkage.scheduledAgents(positions: positions, shrinkage: shrinkage.decimal)
  }

  /// The P(wait) that the fewest agents for the service level have at the day's mean load: iterative staffing keeps a
  /// P(wait), and this one is as strict as the service level.
  func waitProbability(of day: TeamDay, patienceSeconds: Double?) throws(StaffingError) -> Double {
    let busy = day.contactsPerSecond.filter { $0 > 0 }
    let load = busy.reduce(0, +) / Double(busy.count) * day.handleTimeSeconds
    let agents = try StaffingInverse.agents(
      loadErlangs: load, handleTimeSeconds: day.handleTimeSeconds, patienceSeconds: patienceSeconds,
      target: all[0].target)
    let wait: Double
    if let patienceSeconds {
      wait = try ErlangA(
        agents: agents, loadErlangs: load, handleTimeSeconds: day.handleTimeSeconds, patienceSeconds: patienceSeconds
      ).waitProbability
    } else {
      wait = try ErlangC(agents: agents, loadErlangs: load).waitProbability
    }
    return min(0.999, max(1e-6, wait))
  }
}

extension Share {
  var decimal: DecimalFraction { DecimalFraction(partsPerBillion: Int(partsPerBillion)) }
}

extension Scenario {
  /// The upper end of the center's target for a metric.
  func upperBound(of metric: String) -> Double? {
    targets.first { $0.metric == metric && $0.queue == nil }?.range.upper
  }
}
