/// What one team size gives: a row of the neighbourhood table, the price list of a planner.
public struct MarginalAgent: Equatable, Sendable {
  public let agents: Int
  /// Service level within the threshold, by the definition asked for.
  public let serviceLevel: Double
  /// Service level that this agent adds to a team of one fewer; `nil` where that team is unstable or empty.
  public let marginalServiceLevel: Double?
  public let waitProbability: Double
  /// Mean wait of the answered contacts, seconds.
  public let averageSpeedOfAnswerSeconds: Double
  /// Share of contacts that abandon, 0 without patience.
  public let abandonmentProbability: Double
  public let occupancy: Double

  /// The teams around a requirement, those that are stable.
  ///
  /// - Parameters:
  ///   - demand: The interval's work; Erlang A with patience, else Erlang C.
  ///   - agents: Team sizes, within 1...1,000,000.
  ///   - thresholdSeconds: At least 0.
  ///   - definition: Which contacts count.
  /// - Throws: `valueOutOfRange`.
  /// - Complexity: one evaluation a row, one more at the start.
  public static func table(
    demand: StaffingDemand, agents: ClosedRange<Int>, thresholdSeconds: Double,
    definition: ServiceLevelDefinition = .offered
  ) throws(StaffingError) -> [MarginalAgent] {
    try Check.wholeAgents(agents.lowerBound)
    try Check.wholeAgents(agents.upperBound)
    try Check.nonNegative(thresholdSeconds, "thresholdSeconds")
    var rows: [MarginalAgent] = []
    var before: Double?
    for size in max(1, agents.lowerBound - 1)...agents.upperBound {
      guard let row = try row(demand, size, thresholdSeconds, definition, before) else { continue }
      if size >= agents.lowerBound { rows.append(row) }
      before = row.serviceLevel
    }
    return rows
  }

  private static func row(
    _ demand: StaffingDemand, _ agents: Int, _ thresholdSeconds: Double, _ definition: ServiceLevelDefinition,
    _ before: Double?
  ) throws(StaffingError) -> MarginalAgent? {
    let load = demand.loadErlangs
    let handleTime = demand.handleTimeSeconds.double
    if let patience = demand.patienceSeconds {
      let model = try ErlangA(
        agents: agents, loadErlangs: load, handleTimeSeconds: handleTime, patienceSeconds: patience)
      let level = model.serviceLevel(withinSeconds: thresholdSeconds, definition: definition)
      return MarginalAgent(
        agents: agents, serviceLevel: level, marginalServiceLevel: before.map { level - $0 },
        waitProbability: model.waitProbability, averageSpeedOfAnswerSeconds: model.averageSpeedOfAnswerSeconds,
        abandonmentProbability: model.abandonmentProbability, occupancy: model.occupancy)
    }
    guard agents > demand.wholeErlangs else { return nil }
    let model = ErlangC(unchecked: Double(agents), load, excess: demand.excessAgents(agents))
    let level = model.serviceLevel(withinSeconds: thresholdSeconds, handleTimeSeconds: handleTime)
    return MarginalAgent(
      agents: agents, serviceLevel: level, marginalServiceLevel: before.map { level - $0 },
      waitProbability: model.waitProbability,
      averageSpeedOfAnswerSeconds: model.averageSpeedOfAnswerSeconds(handleTimeSeconds: handleTime),
      abandonmentProbability: 0, occupancy: model.occupancy)
  }
}
