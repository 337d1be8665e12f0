public import ContactCenter

/// Two targets that cannot both hold at the peak: a service level that needs people, and an occupancy that needs work
/// for each of them. Pooling queues, or blending in deferred work, is the cure; more or fewer people are not.
public struct TargetContradiction: Hashable, Sendable {
  public var team: String
  public var offeredLoadErlangs: Double
  public var wantedServiceLevel: Share
  public var acceptableWait: TimeSpan
  public var wantedOccupancy: Double
  /// What the service level needs, and the occupancy it then has.
  public var forServiceLevel: IntervalRequirement
  /// What the occupancy allows, and the service level it then has; nil where even one agent has too little work.
  public var forOccupancy: IntervalRequirement?

  /// One for each team whose peak has it; none where no staffing meets the service level, which is more than a
  /// contradiction of two.
  /// - Throws: ``StaffingProblem`` where the shrinkage leaves nobody.
  public static func find(in scenario: Scenario) throws(StaffingProblem) -> [TargetContradiction] {
    guard let wanted = scenario.targets.first(where: { $0.metric == "occupancy" && $0.queue == nil })?.range.lower,
      wanted > 0, let table = try? StaffingTable(scenario)
    else { return [] }
    var found: [TargetContradiction] = []
    for team in scenario.teams.indices {
      guard let peak = table.peak(of: team), let occupancy = peak.occupancy, occupancy < wanted else { continue }
      let most = Int(peak.load.offeredLoadErlangs / wanted)
      found.append(
        TargetContradiction(
          team: scenario.teams[team].name, offeredLoadErlangs: peak.load.offeredLoadErlangs,
          wantedServiceLevel: scenario.staffingTarget, acceptableWait: peak.load.acceptableWait,
          wantedOccupancy: wanted, forServiceLevel: peak,
          forOccupancy: most >= 1 ? try StaffingSolver(scenario: scenario, team: team).load(peak.load, with: most) : nil
        ))
    }
    return found
  }
}
