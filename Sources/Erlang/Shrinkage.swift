/// The share of paid time in which agents are not available: breaks, training, leave, illness.
public enum Shrinkage {
  /// Agents to schedule so that `positions` remain: ceil(positions / (1 - shrinkage)), exact in decimals.
  ///
  /// - Parameters:
  ///   - positions: Agents needed at work, 0...1,000,000.
  ///   - shrinkage: In 0..<1.
  /// - Returns: The smallest whole number whose share 1 - shrinkage reaches `positions`; 21 at 0.30 gives 30, not 31.
  /// - Throws: `valueOutOfRange`.
  public static func scheduledAgents(positions: Int, shrinkage: DecimalFraction) throws(StaffingError) -> Int {
    try Check.wholeAgents(positions, from: 0)
    guard shrinkage >= DecimalFraction(0), shrinkage < DecimalFraction(1) else {
      throw .valueOutOfRange(name: "shrinkage", value: shrinkage.double, allowed: "0..<1")
    }
    guard let scheduled = DecimalFraction(positions).over(shrinkage.complement) else {
      throw .valueOutOfRange(name: "shrinkage", value: shrinkage.double, allowed: "0..<1 with up to 30 digits")
    }
    return scheduled.ceiling
  }

  /// Planned and unplanned shrinkage together, the unplanned acting on what the planned leaves: 1 - (1-p)(1-u), exact.
  ///
  /// - Throws: `valueOutOfRange`.
  public static func combined(
    planned: DecimalFraction, unplanned: DecimalFraction
  ) throws(StaffingError) -> DecimalFraction {
    guard let available = planned.complement.times(unplanned.complement) else {
      throw .valueOutOfRange(name: "shrinkage", value: planned.double, allowed: "0..<1 with up to 18 digits")
    }
    return available.complement
  }
}
