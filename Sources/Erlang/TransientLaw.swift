internal import Numerics

/// The law of the state of a transient queue: k contacts with or waiting for the agents of the staffing, and the mean
/// number of agents beyond it who finish a contact.
///
/// Those who finish late take nothing from the queue and add nothing to it, so the queue's law does not depend on them;
/// their mean falls as exp(-t/h) from what it was.
struct TransientLaw: Sendable {
  struct Rates {
    let arrival: Double
    let service: Double
    let abandonment: Double
  }

  struct Step {
    let seconds: Double
    let queueSeconds: Double
    let busySeconds: Double
  }

  /// States of less probability beyond the last of more are dropped.
  private static let negligible = 1e-20
  /// Uniformised events in one step.
  private static let eventsPerStep = 100.0

  var agents: Int
  /// P(k), k = 0, 1, ...
  private(set) var states: [Double] = [1]
  /// Mean number of agents beyond the staffing who are still busy.
  private(set) var lateBusy = 0.0

  init(agents: Int, contactsInSystem: Int) {
    self.agents = agents
    states = Array(repeating: 0, count: contactsInSystem) + [1]
  }

  /// The Poisson law of infinitely many agents in balance: near the periodic solution, a good start for it.
  init(agents: Int, poissonLoad load: Double) {
    self.agents = agents
    let count = Int(load + 12 * load.squareRoot()) + 40
    states = (0..<count).map {
      Elementary.exp(-PoissonDistribution.negativeLogProbability(Double($0), mean: max(load, 1e-300)))
    }
    normalise()
  }

  // MARK: Figures

  var waitProbability: Double { states.dropFirst(agents).reduce(0, +) }

  /// P(all agents busy and j waiting), j = 0, 1, ...
  var waitingAhead: ArraySlice<Double> { states.dropFirst(agents) }

  var means: (queue: Double, busy: Double) {
    let means = states.withUnsafeBufferPointer { Self.means($0, agents: agents) }
    return (means.queue, means.busy + lateBusy)
  }

  private static func means(_ law: UnsafeBufferPointer<Double>, agents: Int) -> (queue: Double, busy: Double) {
    var queue = 0.0
    var busy = 0.0
    for k in 0..<min(agents, law.count) { busy += Double(k) * law[k] }
    var full = 0.0
    for k in stride(from: agents, to: law.count, by: 1) {
      queue += Double(k - agents) * law[k]
      full += law[k]
    }
    return (queue, busy + full * Double(agents))
  }

  // MARK: A change of the staffing

  func restaffed(_ newAgents: Int, drop: StaffingDrop) -> TransientLaw {
    var result = self
    result.agents = newAgents
    guard newAgents < agents, drop == .finish else { return result }
    result.states = Array(repeating: 0, count: max(newAgents, states.count - agents + newAgents) + 1)
    for (k, probability) in states.enumerated() where probability > 0 {
      let leave = Double(agents - newAgents)
      result.lateBusy += probability * Double(min(k, agents)) * leave / Double(agents)
      if k >= agents {
        result.states[k - agents + newAgents] += probability
      } else {
        BusyShare.spread(busy: k, of: agents, among: newAgents) { result.states[$0] += probability * $1 }
      }
    }
    return result
  }

  // MARK: The passing of time

  /// Advances by at most `seconds`, by less where that keeps the number of events small.
  mutating func advance(atMost seconds: Double, _ rates: Rates) -> Step {
    trim()
    let guess = rates.arrival + rates.service * Double(agents) + rates.abandonment * Double(states.count)
    let duration = min(seconds, guess > 0 ? Self.eventsPerStep / guess : seconds)
    let births = rates.arrival * duration
    let room = states.count + Int(births + 11 * births.squareRoot()) + 25
    states += [Double](repeating: 0, count: room - states.count)
    let uniform = rates.arrival + rates.service * Double(max(1, agents)) + rates.abandonment * Double(room)
    // The room for births may itself have raised the rate: exp(-events) must not underflow.
    let step = uniformise(min(duration, 4 * Self.eventsPerStep / uniform), uniform, rates)
    normalise()
    return step
  }

  /// Undoes the rounding of exp(-events), the same factor for every state.
  private mutating func normalise() {
    let mass = states.reduce(0, +)
    guard mass > 0.5 else { return }
    for k in states.indices { states[k] /= mass }
  }

  private mutating func trim() {
    let end = states.lastIndex { $0 >= Self.negligible } ?? 0
    states.removeLast(states.count - 1 - end)
  }

  private mutating func uniformise(_ duration: Double, _ uniform: Double, _ rates: Rates) -> Step {
    let kernel = TransientKernel(width: states.count, agents: agents, uniform: uniform, rates: rates)
    let (law, integral) = kernel.run(states, events: uniform * duration)
    states = law
    let means = integral.withUnsafeBufferPointer { Self.means($0, agents: agents) }
    let late = lateBusy * -Elementary.expm1(-rates.service * duration)
    lateBusy -= late
    return Step(
      seconds: duration, queueSeconds: means.queue / uniform, busySeconds: means.busy / uniform + late / rates.service)
  }
}
