/// The work of one interval: how many contacts, how long each takes, how long each would wait.
public struct StaffingDemand: Equatable, Sendable {
  /// Contacts offered in the interval, a decimal, at least 0.
  public let contacts: DecimalFraction
  /// Length of the interval in seconds.
  public let intervalSeconds: DecimalFraction
  /// Mean handle time in seconds (talk, hold and after-contact work).
  public let handleTimeSeconds: DecimalFraction
  /// Mean patience in seconds; `nil`: nobody abandons.
  public let patienceSeconds: Double?
  /// Offered load a = contacts * handle time / interval: exact while it fits 127 bits (some 36 digits in all), else the
  /// shortest decimal of the double, where no tie is meant.
  public let load: DecimalFraction
  /// Offered load in erlangs, rounded.
  public let loadErlangs: Double
  /// The largest whole number not above the load.
  let wholeErlangs: Int
  /// What is missing from the load to the next whole number, above 0, at most 1.
  private let missingErlangs: Double

  /// - Throws: `valueOutOfRange` for negative contacts, times that are not positive, or a load above 1e9 erlangs.
  public init(
    contacts: DecimalFraction, intervalSeconds: DecimalFraction, handleTimeSeconds: DecimalFraction,
    patienceSeconds: Double? = nil
  ) throws(StaffingError) {
    try Check.nonNegative(contacts.double, "contacts")
    try Check.seconds(intervalSeconds.double, "intervalSeconds")
    try Check.seconds(handleTimeSeconds.double, "handleTimeSeconds")
    if let patienceSeconds { try Check.seconds(patienceSeconds, "patienceSeconds") }
    let load =
      if let exact = contacts.times(handleTimeSeconds)?.over(intervalSeconds) { exact } else {
        try Self.decimal(contacts.double / intervalSeconds.double * handleTimeSeconds.double, "loadErlangs")
      }
    let loadErlangs = load.double
    try Check.load(loadErlangs)
    self.loadErlangs = loadErlangs
    let (whole, rest) = load.numerator.quotientAndRemainder(dividingBy: load.denominator)
    wholeErlangs = Int(whole)
    missingErlangs = DecimalFraction(load.denominator - rest, over: load.denominator).double
    self.contacts = contacts
    self.intervalSeconds = intervalSeconds
    self.handleTimeSeconds = handleTimeSeconds
    self.patienceSeconds = patienceSeconds
    self.load = load
  }

  /// The same from doubles, each read as the shortest decimal that rounds to it.
  ///
  /// - Throws: `valueOutOfRange`, NaN and infinities included.
  public init(
    contacts: Double, intervalSeconds: Double, handleTimeSeconds: Double, patienceSeconds: Double? = nil
  ) throws(StaffingError) {
    try self.init(
      contacts: Self.decimal(contacts, "contacts"),
      intervalSeconds: Self.decimal(intervalSeconds, "intervalSeconds"),
      handleTimeSeconds: Self.decimal(handleTimeSeconds, "handleTimeSeconds"), patienceSeconds: patienceSeconds)
  }

  private static func decimal(_ value: Double, _ name: String) throws(StaffingError) -> DecimalFraction {
    try Check.nonNegative(value, name)
    do { return try DecimalFraction(shortest: value) } catch {
      throw .valueOutOfRange(name: name, value: value, allowed: "0 and magnitudes 1e-30...1e30")
    }
  }

  /// n - a, rounded once: exact where the subtraction of two doubles would not be.
  func excessAgents(_ agents: Int) -> Double { Double(agents - wholeErlangs - 1) + missingErlangs }
}
