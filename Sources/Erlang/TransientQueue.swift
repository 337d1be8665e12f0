internal import Numerics

/// The exact transient law of M(t)/M/n(t)+M, piecewise constant in time: the judge of every staffing rule.
///
/// The state is the number k of contacts with the staffed agents or in the queue. When the staffing falls by `finish`,
/// the leavers are persons, busy as often as the others: those who are finish their contact, and the queue goes on with
/// the agents who stay. Each piece is solved by uniformisation: with a rate R at least every exit rate, p(t+h) = sum of
/// Poisson(R h; j) p P^j, and integrals over time by the sum of P(N > j)/R p P^j; all terms are positive. States are
/// dropped below 1e-20.
/// Error: below 1e-12. Complexity: O(states * R * duration); memory O(states).
/// Source: A. Jensen (1953); W. K. Grassmann, Transient solutions in Markovian queueing systems (1977).
public struct TransientQueue: Sendable {
  /// Mean handle time in seconds.
  public let handleTimeSeconds: Double
  /// Mean patience in seconds, `nil`: nobody abandons.
  public let patienceSeconds: Double?
  /// What a fall of the staffing does to contacts in service.
  public let staffingDrop: StaffingDrop
  /// Agents now.
  public private(set) var agents: Int
  /// Time since the start, seconds.
  public private(set) var elapsedSeconds = 0.0
  /// Expected number of contacts that abandoned since the start.
  public private(set) var expectedAbandonments = 0.0
  /// Expected agent seconds spent on contacts since the start.
  public private(set) var expectedBusyAgentSeconds = 0.0

  var law: TransientLaw

  /// The system at its start.
  ///
  /// - Parameters:
  ///   - agents: Staffing, 0...1,000,000.
  ///   - handleTimeSeconds: Mean handle time, 0<...1e12; exponential.
  ///   - patienceSeconds: Mean patience, 0<...1e12; exponential. `nil`: nobody abandons.
  ///   - staffingDrop: What a fall of the staffing does to contacts in service.
  ///   - contactsInSystem: Contacts with agents or waiting at the start, 0...1,000,000: none, or what the night left.
  /// - Throws: `valueOutOfRange`.
  public init(
    agents: Int, handleTimeSeconds: Double, patienceSeconds: Double? = nil, staffingDrop: StaffingDrop = .finish,
    contactsInSystem: Int = 0
  ) throws(StaffingError) {
    try Check.wholeAgents(agents, from: 0)
    try Check.seconds(handleTimeSeconds, "handleTimeSeconds")
    if let patienceSeconds { try Check.seconds(patienceSeconds, "patienceSeconds") }
    self.agents = agents
    self.handleTimeSeconds = handleTimeSeconds
    self.patienceSeconds = patienceSeconds
    self.staffingDrop = staffingDrop
    guard (0...1_000_000).contains(contactsInSystem) else {
      throw .valueOutOfRange(name: "contactsInSystem", value: Double(contactsInSystem), allowed: "0...1000000")
    }
    law = TransientLaw(agents: agents, contactsInSystem: contactsInSystem)
  }

  /// Changes the staffing now, by the convention.
  ///
  /// - Throws: `valueOutOfRange`.
  public mutating func staff(_ agents: Int) throws(StaffingError) {
    try Check.wholeAgents(agents, from: 0)
    guard agents != self.agents else { return }
    law = law.restaffed(agents, drop: staffingDrop)
    self.agents = agents
  }

  /// Lets time pass at a constant arrival rate.
  ///
  /// - Parameters:
  ///   - seconds: At least 0.
  ///   - contactsPerSecond: At least 0.
  /// - Throws: `valueOutOfRange`, also for a load beyond 1e6 contacts in a handle time (the law would not fit memory).
  public mutating func advance(seconds: Double, contactsPerSecond: Double) throws(StaffingError) {
    try Check.nonNegative(seconds, "seconds")
    guard contactsPerSecond >= 0, contactsPerSecond * handleTimeSeconds <= 1e6 else {
      throw .valueOutOfRange(
        name: "contactsPerSecond", value: contactsPerSecond, allowed: "0...\(1e6 / handleTimeSeconds)")
    }
    let rates = TransientLaw.Rates(
      arrival: contactsPerSecond, service: 1 / handleTimeSeconds, abandonment: patienceSeconds.map { 1 / $0 } ?? 0)
    var remaining = seconds
    while remaining > 0 {
      let step = law.advance(atMost: remaining, rates)
      remaining = step.seconds < remaining ? remaining - step.seconds : 0
      expectedAbandonments += rates.abandonment * step.queueSeconds
      expectedBusyAgentSeconds += step.busySeconds
    }
    elapsedSeconds += seconds
  }

  /// P(a contact arriving now must wait).
  public var waitProbability: Double { law.waitProbability }
  /// Expected number of contacts waiting now.
  public var expectedQueue: Double { law.means.queue }
  /// Expected number of busy agents now.
  public var expectedBusy: Double { law.means.busy }
  /// Expected number of contacts in the system now.
  public var expectedInSystem: Double { expectedQueue + expectedBusy }

  /// P(k in the system), k = 0, 1, ...; what is not listed is below 1e-20.
  ///
  /// Contacts that leavers are finishing are not among them; their mean is in `expectedBusy`.
  public var inSystemProbabilities: [Double] { law.states }

  /// Expected number of agents beyond the staffing who are finishing a contact now.
  public var expectedFinishing: Double { law.lateBusy }

  /// P(V > t) of a contact of infinite patience arriving now, exact if the staffing does not change within t.
  ///
  /// Behind j others, V is the time of j+1 departures at rates n mu + i theta: P(V > t | j) is the incomplete beta
  /// function I_x(c, j+1), x = exp(-t/p), summed over its positive terms.
  /// - Parameter thresholdSeconds: t, at least 0.
  /// - Throws: `valueOutOfRange`.
  /// - Complexity: O(states).
  public func virtualWaitProbability(beyondSeconds thresholdSeconds: Double) throws(StaffingError) -> Double {
    try Check.nonNegative(thresholdSeconds, "thresholdSeconds")
    guard agents > 0 else { return 1 }
    return tail(thresholdSeconds, ahead: 0) { _ in 1 }
  }

  /// What will have become of a contact arriving now, all definitions of the service level; exact if the staffing does
  /// not change while it waits.
  ///
  /// Behind j others it is served in the end with probability c/(c+j+1), and after more than t with that times
  /// I_x(c+1, j+1): exp(-V/p) is a beta variable, and the wait of the served weights V by it.
  /// - Parameter thresholdSeconds: t, at least 0.
  /// - Throws: `valueOutOfRange`.
  /// - Complexity: O(states).
  public func outcome(atSeconds thresholdSeconds: Double) throws(StaffingError) -> ThresholdOutcome {
    let virtual = try virtualWaitProbability(beyondSeconds: thresholdSeconds)
    guard let patienceSeconds else {
      return ThresholdOutcome(waitsBeyond: virtual, answeredBeyond: virtual, virtualWaitBeyond: virtual, answered: 1)
    }
    let waits = virtual * Elementary.exp(-thresholdSeconds / patienceSeconds)
    guard agents > 0 else {
      return ThresholdOutcome(waitsBeyond: waits, answeredBeyond: 0, virtualWaitBeyond: virtual, answered: 0)
    }
    let c = Double(agents) * (patienceSeconds / handleTimeSeconds)
    var abandons = 0.0
    for (j, probability) in law.waitingAhead.enumerated() {
      abandons += probability * Double(j + 1) / (c + Double(j + 1))
    }
    let served = tail(thresholdSeconds, ahead: 1) { c / (c + Double($0 + 1)) }
    return ThresholdOutcome(
      waitsBeyond: waits, answeredBeyond: served, virtualWaitBeyond: virtual, answered: 1 - min(1, abandons))
  }

  /// The sum over j of P(all busy, j waiting) weight(j) I_x(c + `ahead`, j+1), x = exp(-t/p); without abandonment its
  /// limit, the Poisson tail at n t/h.
  private func tail(_ thresholdSeconds: Double, ahead: Double, _ weight: (Int) -> Double) -> Double {
    let leave = patienceSeconds.map { 1 / $0 } ?? 0
    let rate = Double(agents) / handleTimeSeconds + ahead * leave
    // (1 - x)(c + j - 1)/j with c = rate/leave; without abandonment its limit rate t/j.
    let gone = leave > 0 ? -Elementary.expm1(-leave * thresholdSeconds) : 0
    let first = leave > 0 ? gone * rate / leave : rate * thresholdSeconds
    var term = 1.0
    var sum = 0.0
    var logScale = -rate * thresholdSeconds
    var total = 0.0
    for (j, probability) in law.waitingAhead.enumerated() {
      if j > 0 { term *= (first + gone * Double(j - 1)) / Double(j) }
      sum += term
      if sum > 1e200 { (term, sum, logScale) = (term * 1e-200, sum * 1e-200, logScale + 460.517018598809136804) }
      total += probability * weight(j) * min(1, sum * Elementary.exp(logScale))
    }
    return min(1, total)
  }

  /// P(W > t) of a contact arriving now, its patience included: exp(-t/p) P(V > t).
  ///
  /// - Throws: `valueOutOfRange`.
  public func waitProbability(beyondSeconds thresholdSeconds: Double) throws(StaffingError) -> Double {
    let stays = patienceSeconds.map { Elementary.exp(-thresholdSeconds / $0) } ?? 1
    return try virtualWaitProbability(beyondSeconds: thresholdSeconds) * stays
  }
}
