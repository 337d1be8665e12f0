internal import Numerics

/// Arrival rates through the day, constant on equal steps.
public struct ArrivalProfile: Equatable, Sendable {
  /// Length of a step in seconds.
  public let stepSeconds: Double
  /// Contacts per second in each step.
  public let contactsPerSecond: [Double]
  /// Whether the day repeats without end (24/7) or starts empty.
  public let isPeriodic: Bool

  /// - Throws: `wrongCount` without steps, `valueOutOfRange`.
  public init(
    stepSeconds: Double, contactsPerSecond: [Double], isPeriodic: Bool = false
  ) throws(StaffingError) {
    try Check.seconds(stepSeconds, "stepSeconds")
    guard !contactsPerSecond.isEmpty else {
      throw .wrongCount(name: "contactsPerSecond", count: 0, allowed: "1 or more")
    }
    for rate in contactsPerSecond { try Check.nonNegative(rate, "contactsPerSecond") }
    self.stepSeconds = stepSeconds
    self.contactsPerSecond = contactsPerSecond
    self.isPeriodic = isPeriodic
  }

  /// Length of the day in seconds.
  public var daySeconds: Double { stepSeconds * Double(contactsPerSecond.count) }

  /// The rate at a time, by the step that contains it; before the start 0, or the end of the day before if periodic.
  func contactsPerSecond(atSeconds seconds: Double) -> Double {
    let place = (seconds / stepSeconds).rounded(.down)
    let count = Double(contactsPerSecond.count)
    if isPeriodic {
      let folded = place - count * (place / count).rounded(.down)
      return contactsPerSecond[min(contactsPerSecond.count - 1, max(0, Int(folded)))]
    }
    return place >= 0 && place < count ? contactsPerSecond[Int(place)] : 0
  }

  /// The load m(t) that infinitely many agents would carry, at the middle of each step: m' = rate - m / handle time.
  ///
  /// - Complexity: O(steps), twice if periodic.
  func offeredLoads(handleTimeSeconds: Double) -> [Double] {
    let half = stepSeconds / 2 / handleTimeSeconds
    let stays = Elementary.exp(-half)
    let comes = -Elementary.expm1(-half)
    var load = 0.0
    if isPeriodic {
      // One day from empty, then the geometric series of what each earlier day leaves behind.
      for rate in contactsPerSecond { load = load * stays * stays + rate * handleTimeSeconds * comes * (1 + stays) }
      load /= -Elementary.expm1(-daySeconds / handleTimeSeconds)
    }
    return contactsPerSecond.map { rate in
      let middle = load * stays + rate * handleTimeSeconds * comes
      load = middle * stays + rate * handleTimeSeconds * comes
      return middle
    }
  }
}
