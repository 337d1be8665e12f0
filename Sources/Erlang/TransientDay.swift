internal import Numerics

/// A staffed day solved exactly: what a contact meets at the end of every step.
public struct TransientDay: Sendable {
  /// The state at the end of a step, just before the staffing changes.
  public struct Instant: Equatable, Sendable {
    public let timeSeconds: Double
    public let agents: Int
    /// P(a contact arriving now must wait).
    public let waitProbability: Double
    public let expectedQueue: Double
    public let expectedBusy: Double
    /// The fewest agents s with P(number in system >= s) at most the quantile asked for; 0 if none was.
    public let agentsForQuantile: Int
  }

  /// One for each step of the profile.
  public let instants: [Instant]
  /// Expected number of contacts that abandon in the day.
  public let expectedAbandonments: Double
  /// Expected agent seconds spent on contacts in the day.
  public let expectedBusyAgentSeconds: Double

  /// Solves the day; a periodic one is repeated until no P(wait) moves by more than 1e-10.
  ///
  /// - Parameters:
  ///   - agents: Agents per interval.
  ///   - stepsPerInterval: Steps to an interval.
  ///   - quantileBeyond: For `Instant.agentsForQuantile`.
  /// - Throws: `wrongCount` unless agents * stepsPerInterval is the number of steps; `valueOutOfRange`.
  public init(
    _ profile: ArrivalProfile, agents: [Int], stepsPerInterval: Int = 1, handleTimeSeconds: Double,
    patienceSeconds: Double? = nil, staffingDrop: StaffingDrop = .finish, quantileBeyond: Double? = nil
  ) throws(StaffingError) {
    guard stepsPerInterval >= 1, agents.count * stepsPerInterval == profile.contactsPerSecond.count else {
      throw .wrongCount(
        name: "agents", count: agents.count,
        allowed: "\(profile.contactsPerSecond.count) steps / \(stepsPerInterval) steps an interval")
    }
    var queue = try TransientQueue(
      agents: agents[0], handleTimeSeconds: handleTimeSeconds, patienceSeconds: patienceSeconds,
      staffingDrop: staffingDrop)
    if profile.isPeriodic {
      // Exact for handle time = patience (infinitely many servers), and near enough to save days otherwise.
      let load = profile.contactsPerSecond.reduce(0, +) / Double(profile.contactsPerSecond.count) * handleTimeSeconds
      guard load <= 1e6 else { throw .valueOutOfRange(name: "loadErlangs", value: load, allowed: "0...1e6") }
      queue.law = TransientLaw(agents: agents[0], poissonLoad: load)
    }
    var instants: [Instant] = []
    var start = queue
    for _ in 0..<(profile.isPeriodic ? Self.dayLimit : 1) {
      let before = instants
      start = queue
      instants = try Self.run(&queue, profile, agents, stepsPerInterval, quantileBeyond)
      let moved = zip(before, instants).reduce(before.isEmpty ? 1 : 0) {
        max($0, abs($1.0.waitProbability - $1.1.waitProbability))
      }
      if moved < 1e-10 { break }
    }
    self.instants = instants
    expectedAbandonments = queue.expectedAbandonments - start.expectedAbandonments
    expectedBusyAgentSeconds = queue.expectedBusyAgentSeconds - start.expectedBusyAgentSeconds
  }

  /// Days after which a periodic solution is taken as it is: an overloaded team without abandonment has none.
  private static let dayLimit = 100

  private static func run(
    _ queue: inout TransientQueue, _ profile: ArrivalProfile, _ agents: [Int], _ stepsPerInterval: Int,
    _ quantileBeyond: Double?
  ) throws(StaffingError) -> [Instant] {
    var instants: [Instant] = []
    for (step, rate) in profile.contactsPerSecond.enumerated() {
      try queue.staff(agents[step / stepsPerInterval])
      try queue.advance(seconds: profile.stepSeconds, contactsPerSecond: rate)
      instants.append(
        Instant(
          timeSeconds: Double(step + 1) * profile.stepSeconds, agents: queue.agents,
          waitProbability: queue.waitProbability, expectedQueue: queue.expectedQueue,
          expectedBusy: queue.expectedBusy,
          agentsForQuantile: quantileBeyond.map { agentsForQuantile(queue.inSystemProbabilities, $0) } ?? 0))
    }
    return instants
  }

  private static func agentsForQuantile(_ law: [Double], _ beyond: Double) -> Int {
    var tail = 0.0
    for k in law.indices.reversed() {
      tail += law[k]
      if tail > beyond { return k + 1 }
    }
    return 0
  }
}
