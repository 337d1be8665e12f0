public import ContactCenter
internal import Erlang

/// How many people an interval needs, by Erlang C: Poisson arrivals, exponential handle times, nobody hangs up.
public struct StaffingSolver: Sendable {
  public var serviceLevel: Share
  public var occupancyCap: Share?
  public var shrinkage: Share

  public init(scenario: Scenario) {
    serviceLevel = scenario.staffingTarget
    occupancyCap = scenario.staffingOccupancyCap
    shrinkage = scenario.shrinkage.totalShare
  }

  public init(serviceLevel: Share, occupancyCap: Share?, shrinkage: Share) {
    self.serviceLevel = serviceLevel
    self.occupancyCap = occupancyCap
    self.shrinkage = shrinkage
  }

  /// The smallest staffing that meets the service level and the occupancy cap, exact at ties.
  /// - Throws: ``StaffingProblem`` for loads beyond a million agents and targets that no staffing meets.
  public func requirement(for load: IntervalLoad) throws(StaffingProblem) -> IntervalRequirement {
    guard load.contacts > 0 else { return IntervalRequirement(load: load, positions: 0, scheduled: 0) }
    do {
      let demand = try StaffingDemand(
        contacts: load.contacts, intervalSeconds: load.length.inSeconds, handleTimeSeconds: load.handleTimeSeconds)
      let requirement = try StaffingRequirement(demand: demand, targets: targets(for: load))
      return try self.load(load, with: requirement.agents)
    } catch {
      throw StaffingProblem("cannot staff \(load.offeredLoadErlangs) erlangs: \(error)")
    }
  }

  /// The same interval with a given number of people on the phones.
  /// - Throws: ``StaffingProblem`` where the shrinkage leaves nobody.
  public func load(_ load: IntervalLoad, with positions: Int) throws(StaffingProblem) -> IntervalRequirement {
    var result = IntervalRequirement(load: load, positions: positions, scheduled: try scheduled(for: positions))
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
  public func scheduled(for positions: Int) throws(StaffingProblem) -> Int {
    do {
      let fraction = DecimalFraction(partsPerBillion: Int(shrinkage.partsPerBillion))
      return try Erlang.Shrinkage.scheduledAgents(positions: positions, shrinkage: fraction)
    } catch {
      throw StaffingProblem("a shrinkage of \(shrinkage.fraction * 100)% leaves nobody on the phones: \(error)")
    }
  }

  private func targets(for load: IntervalLoad) throws(StaffingError) -> [StaffingTarget] {
    let level = StaffingTarget.serviceLevel(
      atLeast: DecimalFraction(partsPerBillion: Int(serviceLevel.partsPerBillion)),
      withinSeconds: load.acceptableWait.inSeconds)
    guard let cap = occupancyCap else { return [level] }
    return [level, .occupancy(atMost: DecimalFraction(partsPerBillion: Int(cap.partsPerBillion)))]
  }
}

/// Why staffing could not be worked out.
public struct StaffingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
