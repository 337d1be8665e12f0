public import ContactCenter
internal import Erlang

/// How many people an interval needs, by Erlang C: Poisson arrivals, exponential handle times, nobody hangs up. Where all
/// contacts of a team are held several at once, by the birth-death chain of that; where only some are, by Erlang C, in which
/// each of them takes a whole person.
public struct StaffingSolver: Sendable {
  /// Share of contacts to be answered within the acceptable wait; below 100%.
  public var serviceLevel: Share
  /// The most that agents may be busy.
  public var occupancyCap: Share?
  /// The longest average speed of answer, seconds.
  public var averageSpeedOfAnswerSeconds: Double?
  /// Share of paid time away from the phones.
  public var shrinkage: Share

  /// The targets of a scenario that Erlang C can keep, and the shrinkage of a team, or of all.
  public init(scenario: Scenario, team: Int? = nil) {
    serviceLevel = scenario.staffingTarget
    occupancyCap = scenario.staffingOccupancyCap
    averageSpeedOfAnswerSeconds = scenario.upperBound(of: "asa_s")
    shrinkage = team.map(scenario.averageShrinkage(ofTeam:)) ?? scenario.averageShrinkage
  }

  public init(
    serviceLevel: Share, occupancyCap: Share?, averageSpeedOfAnswerSeconds: Double? = nil, shrinkage: Share
  ) {
    self.serviceLevel = serviceLevel
    self.occupancyCap = occupancyCap
    self.averageSpeedOfAnswerSeconds = averageSpeedOfAnswerSeconds
    self.shrinkage = shrinkage
  }

  /// The smallest staffing that meets every target, exact at ties, and which target decided.
  /// - Throws: ``StaffingProblem`` for loads beyond a million agents and targets that no staffing meets.
  /// - Complexity: one Erlang sum, O(1) an agent above the load, two sums for the figures.
  public func requirement(for load: IntervalLoad) throws(StaffingProblem) -> IntervalRequirement {
    guard load.contacts > 0 else { return IntervalRequirement(load: load, positions: 0, scheduled: 0) }
    if case .several(let concurrency) = load.hands { return try requirement(for: load, concurrency) }
    let requirement: StaffingRequirement
    let targets = targets(for: load)
    do {
      let demand = try StaffingDemand(
        contacts: load.contacts, intervalSeconds: load.length.inSeconds, handleTimeSeconds: load.handleTimeSeconds)
      requirement = try StaffingRequirement(demand: demand, targets: targets.map(\.target))
    } catch {
      throw StaffingProblem(error, of: "\(load.offeredLoadErlangs) erlangs")
    }
    var result = try self.load(load, with: requirement.agents)
    result.binding = TableFormula.binding(requirement.binding, targets.map(\.name))
    if let level = result.serviceLevel, let next = try self.load(load, with: requirement.agents + 1).serviceLevel {
      result.nextAgentAdds = next - level
    }
    return result
  }

  /// The same interval with a given number of people on the phones.
  /// - Throws: ``StaffingProblem`` where the shrinkage leaves nobody.
  public func load(_ load: IntervalLoad, with positions: Int) throws(StaffingProblem) -> IntervalRequirement {
    var result = IntervalRequirement(load: load, positions: positions, scheduled: try scheduled(for: positions))
    if case .several(let concurrency) = load.hands {
      add(Self.chain(load, concurrency, positions), of: load, to: &result)
      return result
    }
    guard load.contacts > 0, Double(positions) > load.offeredLoadErlangs,
      let queue = try? ErlangC(agents: positions, loadErlangs: load.offeredLoadErlangs)
    else { return result }
    result.serviceLevel = queue.serviceLevel(
      withinSeconds: load.acceptableWait.inSeconds, handleTimeSeconds: load.handleTimeSeconds)
    result.averageSpeedOfAnswerSeconds = queue.averageSpeedOfAnswerSeconds(handleTimeSeconds: load.handleTimeSeconds)
    result.occupancy = queue.occupancy
    result.waitProbability = queue.waitProbability
    return result
  }

  /// People to schedule so that `positions` remain after shrinkage: ceil(positions / (1 - shrinkage)), exact.
  /// - Throws: ``StaffingProblem`` where the shrinkage leaves nobody.
  public func scheduled(for positions: Int) throws(StaffingProblem) -> Int {
    do {
      return try Erlang.Shrinkage.scheduledAgents(positions: positions, shrinkage: shrinkage.decimal)
    } catch {
      throw StaffingProblem(error, of: "\(positions) people on the phones")
    }
  }

  // MARK: Several contacts at once

  /// The smallest team that meets every target, sought upwards from the load.
  private func requirement(
    for load: IntervalLoad, _ concurrency: Concurrency
  ) throws(StaffingProblem) -> IntervalRequirement {
    var (positions, binding) = (max(1, Int(load.offeredLoadErlangs)), "stability")
    while true {
      var result = try self.load(load, with: positions)
      guard let broken = broken(result) else {
        result.binding = binding
        if let level = result.serviceLevel, let next = try self.load(load, with: positions + 1).serviceLevel {
          result.nextAgentAdds = next - level
        }
        return result
      }
      (positions, binding) = (positions + 1, broken)
      guard positions < Self.largestTeam / concurrency.limit else {
        throw StaffingProblem(
          .unreachable(target: broken, agentLimit: positions), of: "\(load.offeredLoadErlangs) erlangs")
      }
    }
  }

  /// Of hands: beyond it a search would take seconds.
  private static let largestTeam = 30_000

  /// The first target that a staffing does not meet.
  private func broken(_ result: IntervalRequirement) -> String? {
    guard let level = result.serviceLevel else { return "stability" }
    if level < serviceLevel.fraction { return "service_level" }
    if let cap = occupancyCap, (result.occupancy ?? 0) > cap.fraction { return "occupancy" }
    if let limit = averageSpeedOfAnswerSeconds, (result.averageSpeedOfAnswerSeconds ?? 0) > limit { return "asa" }
    return nil
  }

  private static func chain(_ load: IntervalLoad, _ concurrency: Concurrency, _ positions: Int) -> ConcurrentErlangC? {
    try? ConcurrentErlangC(
      agents: positions, limit: concurrency.limit, slowdown: concurrency.slowdown.fraction,
      contactsPerSecond: load.contacts / load.length.inSeconds,
      handleTimeSeconds: load.handleTimeSeconds / concurrency.personShare)
  }

  private func add(_ queue: ConcurrentErlangC?, of load: IntervalLoad, to result: inout IntervalRequirement) {
    guard let queue else { return }
    result.serviceLevel = queue.serviceLevel(withinSeconds: load.acceptableWait.inSeconds)
    result.averageSpeedOfAnswerSeconds = queue.averageSpeedOfAnswerSeconds
    result.occupancy = queue.occupancy
    result.waitProbability = queue.waitProbability
  }

  private func targets(for load: IntervalLoad) -> [PlanningTargets.Named] {
    var targets = [
      PlanningTargets.Named(
        name: "service_level",
        target: .serviceLevel(atLeast: serviceLevel.decimal, withinSeconds: load.acceptableWait.inSeconds))
    ]
    if let cap = occupancyCap { targets.append(.init(name: "occupancy", target: .occupancy(atMost: cap.decimal))) }
    if let seconds = averageSpeedOfAnswerSeconds {
      targets.append(.init(name: "asa", target: .averageSpeedOfAnswer(atMostSeconds: seconds)))
    }
    return targets
  }
}
