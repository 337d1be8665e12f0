internal import Numerics

/// Staffing through the day, interval by interval.
public enum DayStaffing {
  /// The load in erlangs that each interval is staffed for.
  ///
  /// - Parameters:
  ///   - profile: Arrival rates on steps.
  ///   - stepsPerInterval: Steps to an interval, at least 1; must divide the number of steps.
  ///   - handleTimeSeconds: Mean handle time.
  ///   - rule: Which load.
  /// - Returns: One load an interval.
  /// - Throws: `wrongCount`, `valueOutOfRange`.
  /// - Complexity: O(steps).
  public static func loadsErlangs(
    _ profile: ArrivalProfile, stepsPerInterval: Int = 1, handleTimeSeconds: Double, rule: StaffingRule
  ) throws(StaffingError) -> [Double] {
    let count = profile.contactsPerSecond.count
    guard stepsPerInterval >= 1, count % stepsPerInterval == 0 else {
      throw .wrongCount(name: "stepsPerInterval", count: stepsPerInterval, allowed: "the divisors of \(count)")
    }
    try Check.seconds(handleTimeSeconds, "handleTimeSeconds")
    let loads = stepLoads(profile, handleTimeSeconds, rule.load)
    return stride(from: 0, to: count, by: stepsPerInterval).map { start in
      let interval = loads[start..<start + stepsPerInterval]
      return rule.within == .mean
        ? interval.reduce(0, +) / Double(stepsPerInterval) : interval.reduce(0) { max($0, $1) }
    }
  }

  private static func stepLoads(
    _ profile: ArrivalProfile, _ handleTimeSeconds: Double, _ load: StaffingRule.Load
  ) -> [Double] {
    switch load {
    case .pointwise: return profile.contactsPerSecond.map { $0 * handleTimeSeconds }
    case .offered: return profile.offeredLoads(handleTimeSeconds: handleTimeSeconds)
    case .lagged:
      return profile.contactsPerSecond.indices.map { place in
        let middle = (Double(place) + 0.5) * profile.stepSeconds
        return profile.contactsPerSecond(atSeconds: middle - handleTimeSeconds) * handleTimeSeconds
      }
    }
  }

  /// The fewest agents in each interval that meet all targets in the steady state of its load.
  ///
  /// - Throws: `wrongCount`, `valueOutOfRange`, `unreachable`.
  /// - Complexity: one requirement an interval.
  public static func agents(
    _ profile: ArrivalProfile, stepsPerInterval: Int = 1, handleTimeSeconds: Double, patienceSeconds: Double? = nil,
    targets: [StaffingTarget], rule: StaffingRule
  ) throws(StaffingError) -> [Int] {
    let loads = try loadsErlangs(
      profile, stepsPerInterval: stepsPerInterval, handleTimeSeconds: handleTimeSeconds, rule: rule)
    var agents: [Int] = []
    for load in loads {
      let demand = try StaffingDemand(
        contacts: load, intervalSeconds: handleTimeSeconds, handleTimeSeconds: handleTimeSeconds,
        patienceSeconds: patienceSeconds)
      agents.append(try StaffingRequirement(demand: demand, targets: targets).agents)
    }
    return agents
  }

  /// Iterative staffing (ISA): the fewest agents with P(a contact must wait) <= target at the end of every step, found
  /// by
  /// repeating "solve the day exactly, then restaff each interval for the law of the number in system it had".
  ///
  /// Starts from unlimited agents; stops when the staffing repeats itself or a cycle of two, which is then maximised.
  /// - Returns: Agents per interval.
  /// - Throws: `valueOutOfRange`, `wrongCount`.
  /// - Complexity: one transient day an iteration, usually three to six.
  ///
  /// Source: Z. Feldman, A. Mandelbaum, W. Massey, W. Whitt, Management Science 54 (2008), doi:10.1287/mnsc.1070.0821.
  public static func iterative(
    _ profile: ArrivalProfile, stepsPerInterval: Int = 1, handleTimeSeconds: Double, patienceSeconds: Double? = nil,
    waitProbabilityAtMost target: Double, staffingDrop: StaffingDrop = .finish, iterationLimit: Int = 30
  ) throws(StaffingError) -> [Int] {
    try Check.openProbability(target, "waitProbability")
    let loads = try loadsErlangs(
      profile, stepsPerInterval: stepsPerInterval, handleTimeSeconds: handleTimeSeconds, rule: .sippMaximum)
    let peak = loads.reduce(0) { max($0, $1) }
    var staffing = [Int](repeating: Int(min(1e6, peak + 12 * peak.squareRoot() + 50)), count: loads.count)
    var before: [Int] = []
    for _ in 0..<iterationLimit {
      let day = try TransientDay(
        profile, agents: staffing, stepsPerInterval: stepsPerInterval, handleTimeSeconds: handleTimeSeconds,
        patienceSeconds: patienceSeconds, staffingDrop: staffingDrop, quantileBeyond: target)
      let next = stride(from: 0, to: day.instants.count, by: stepsPerInterval).map { start in
        day.instants[start..<start + stepsPerInterval].reduce(1) { max($0, $1.agentsForQuantile) }
      }
      if next == staffing { return next }
      if next == before { return zip(next, staffing).map { max($0, $1) } }
      (before, staffing) = (staffing, next)
    }
    return staffing
  }
}
