internal import Erlang

/// A team's horizon solved exactly (M(t)/M/n(t)+M, by either convention where the staffing falls), folded into
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
  /// P(an agent is busy) at the start of each step.
  private(set) var busy: [Double] = []
  private var queue: TransientQueue
  private var sums = LevelSums()

  var total: LevelSums { steps.reduce(into: LevelSums()) { $0 += $1 } }

  /// - Parameter agents: people present, a step each.
  /// - Throws: `StaffingError`.
  /// - Complexity: O(steps x states x rate x step).
  init(
    of day: TeamDay, agents: [Int], start: Start, staffingDrop: StaffingDrop = .handBack
  ) throws(StaffingError) {
    self.day = day
    queue = try TransientQueue(
      agents: agents.first ?? 0, handleTimeSeconds: day.handleTimeSeconds, patienceSeconds: day.patienceSeconds,
      staffingDrop: staffingDrop)
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
    busy.append(agents > 0 ? min(1, (queue.expectedBusy - queue.expectedFinishing) / Double(agents)) : 0)
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
    let outcome = try queue.outcome(atSeconds: day.thresholdSeconds)
    sums.offered += contacts
    sums.abandonedInTime += contacts * outcome.abandonedWithin
    sums.answeredInTime += contacts * outcome.answeredWithin
  }
}
