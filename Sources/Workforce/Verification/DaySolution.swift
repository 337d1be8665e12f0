internal import Erlang

/// A team's horizon solved exactly (M(t)/M/n(t)+M, people finish their contact when the staffing falls), folded into
/// what became of its contacts.
struct DaySolution {
  /// How the horizon begins.
  enum Start {
    /// Nobody in the system.
    case empty
    /// In the steady state of the first open interval: as if the center had always been open like that.
    case settled
  }

  let day: TeamDay
  private var queue: TransientQueue
  private var sums = LevelSums()

  /// - Parameter agents: people present, a step each.
  /// - Returns: what became of the contacts.
  /// - Throws: `StaffingError`.
  /// - Complexity: O(steps x states x rate x step).
  static func sums(of day: TeamDay, agents: [Int], start: Start) throws(StaffingError) -> LevelSums {
    var solution = DaySolution(
      day: day,
      queue: try TransientQueue(
        agents: agents.first ?? 0, handleTimeSeconds: day.handleTimeSeconds, patienceSeconds: day.patienceSeconds))
    if start == .settled { try solution.settle(agents) }
    try solution.run(agents)
    return solution.sums
  }

  private init(day: TeamDay, queue: TransientQueue) { (self.day, self.queue) = (day, queue) }

  /// Twenty handle times at the first rate leave nothing of the empty start where the team is not overloaded.
  private mutating func settle(_ agents: [Int]) throws(StaffingError) {
    guard let first = day.contactsPerSecond.firstIndex(where: { $0 > 0 }), first < agents.count, first == 0 else {
      return
    }
    try queue.staff(agents[first])
    try queue.advance(seconds: 20 * day.handleTimeSeconds, contactsPerSecond: day.contactsPerSecond[first])
  }

  private mutating func run(_ agents: [Int]) throws(StaffingError) {
    let abandonedBefore = queue.expectedAbandonments
    for (step, rate) in day.contactsPerSecond.enumerated() {
      try queue.staff(agents[step])
      let contacts = rate * day.stepSeconds
      if contacts > 0 { try add(contacts / 2) }
      try queue.advance(seconds: day.stepSeconds, contactsPerSecond: rate)
      if contacts > 0 { try add(contacts / 2) }
    }
    sums.abandoned = queue.expectedAbandonments - abandonedBefore
  }

  /// Contacts that meet the present state: the trapezoidal rule over each step.
  private mutating func add(_ contacts: Double) throws(StaffingError) {
    let waits = try queue.waitProbability(beyondSeconds: day.thresholdSeconds)
    let abandons = try abandonedWithin(day.thresholdSeconds)
    sums.offered += contacts
    sums.abandonedInTime += contacts * abandons
    sums.answeredInTime += contacts * max(0, 1 - waits - abandons)
  }

  /// P(abandon within t) = integral of theta e^(-theta s) P(V > s) over 0...t, by Gauss-Legendre at three points: the
  /// integrand bends little within a threshold.
  private func abandonedWithin(_ threshold: Double) throws(StaffingError) -> Double {
    guard let patience = day.patienceSeconds, threshold > 0 else { return 0 }
    var sum = 0.0
    for (place, weight) in Self.nodes {
      sum += weight * (try queue.waitProbability(beyondSeconds: place * threshold))
    }
    return sum * threshold / patience
  }

  /// Places and weights on 0...1: (1 -+ sqrt(3/5))/2 with 5/18, 1/2 with 4/9.
  private static let nodes = [
    (0.1127016653792583, 5.0 / 18), (0.5, 4.0 / 9), (0.8872983346207417, 5.0 / 18),
  ]
}
