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
  /// What became of the contacts of each step.
  private(set) var steps: [LevelSums] = []
  /// P(an agent is busy) - P(all are), at the start of each step: the chance that somebody who leaves then is finishing a
  /// call while others are free.
  private(set) var partlyBusy: [Double] = []
  private var queue: TransientQueue
  private var sums = LevelSums()

  var total: LevelSums { steps.reduce(into: LevelSums()) { $0 += $1 } }

  /// - Parameter agents: people present, a step each.
  /// - Throws: `StaffingError`.
  /// - Complexity: O(steps x states x rate x step).
  init(of day: TeamDay, agents: [Int], start: Start) throws(StaffingError) {
    self.day = day
    queue = try TransientQueue(
      agents: agents.first ?? 0, handleTimeSeconds: day.handleTimeSeconds, patienceSeconds: day.patienceSeconds)
    for (step, rate) in day.contactsPerSecond.enumerated() {
      try queue.staff(agents[step])
      let opens = rate > 0 && (step == 0 || day.contactsPerSecond[step - 1] == 0)
      if opens, start == .settled {
        // Twenty handle times leave nothing of the empty start where the team is not overloaded.
        try queue.advance(seconds: 20 * day.handleTimeSeconds, contactsPerSecond: rate)
      }
      try run(agents[step], rate)
    }
  }

  private mutating func run(_ agents: Int, _ rate: Double) throws(StaffingError) {
    sums = LevelSums()
    let busy = agents > 0 ? queue.expectedBusy / Double(agents) : 0
    partlyBusy.append(max(0, busy - queue.waitProbability))
    let abandonedBefore = queue.expectedAbandonments
    let contacts = rate * day.stepSeconds
    if contacts > 0 { try add(contacts / 2) }
    try queue.advance(seconds: day.stepSeconds, contactsPerSecond: rate)
    if contacts > 0 { try add(contacts / 2) }
    sums.abandoned = queue.expectedAbandonments - abandonedBefore
    steps.append(sums)
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
