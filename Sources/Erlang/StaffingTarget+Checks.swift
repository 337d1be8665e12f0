extension StaffingTarget {
  /// Refuses what no staffing can meet and what is not a number, and says what is allowed.
  func validate() throws(StaffingError) {
    switch self {
    case .serviceLevel(let share, let seconds, _):
      try Self.check(share, "serviceLevel", allowsZero: true, allowsOne: false)
      try Check.nonNegative(seconds, "withinSeconds")
    case .averageSpeedOfAnswer(let seconds): try Check.seconds(seconds, "averageSpeedOfAnswerSeconds")
    case .abandonment(let share): try Self.check(share, "abandonment", allowsZero: false, allowsOne: true)
    case .occupancy(let share): try Self.check(share, "occupancy", allowsZero: false, allowsOne: true)
    case .waitProbability(let share): try Self.check(share, "waitProbability", allowsZero: false, allowsOne: true)
    case .maximalWait(let seconds, let quantile):
      try Check.nonNegative(seconds, "maximalWaitSeconds")
      try Self.check(quantile, "quantile", allowsZero: true, allowsOne: false)
    case .minimumAgents(let agents): try Check.wholeAgents(agents, from: 0)
    }
  }

  private static func check(
    _ share: DecimalFraction, _ name: String, allowsZero: Bool, allowsOne: Bool
  ) throws(StaffingError) {
    let isHighEnough = share.isPositive || (allowsZero && share.numerator == 0)
    guard isHighEnough, share.isBelowOne || (allowsOne && share.numerator == share.denominator) else {
      throw .valueOutOfRange(
        name: name, value: share.double, allowed: (allowsZero ? "0" : "0<") + (allowsOne ? "...1" : "..<1"))
    }
  }

  /// The fewest agents whose occupancy without abandonment, load / agents, respects a cap: exact.
  static func agents(forLoad load: DecimalFraction, occupancyCap: DecimalFraction) -> Int {
    if let agents = load.over(occupancyCap) { return agents.ceiling }
    // More than 127 bits: doubles, forgiving four units in the last place.
    let quotient = load.double / occupancyCap.double
    return Int((quotient * (1 - 4 * Double.ulpOfOne)).rounded(.up))
  }
}
