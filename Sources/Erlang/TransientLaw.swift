internal import Numerics

/// The law of the state of a transient queue: layer 0 holds k in the system with at most `agents` busy; layer d > 0
/// holds
/// the queue length while agents + d are busy, d of them past the end of their shift.
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
  /// layers[d][i].
  var layers: [[Double]] = [[1]]

  init(agents: Int) { self.agents = agents }

  /// The Poisson law of infinitely many agents in balance: near the periodic solution, a good start for it.
  init(agents: Int, poissonLoad load: Double) {
    self.agents = agents
    let count = Int(load + 12 * load.squareRoot()) + 40
    layers = [
      (0..<count).map {
        Elementary.exp(-PoissonDistribution.negativeLogProbability(Double($0), mean: max(load, 1e-300)))
      }
    ]
    normalise()
  }

  // MARK: Figures

  var waitProbability: Double {
    var busy = layers[0].dropFirst(agents).reduce(0, +)
    for layer in layers.dropFirst() { busy += layer.reduce(0, +) }
    return busy
  }

  var means: (queue: Double, busy: Double) {
    var queue = 0.0
    var busy = 0.0
    for (depth, layer) in layers.enumerated() {
      let means = layer.withUnsafeBufferPointer { Self.means($0, agents: agents, depth: depth) }
      queue += means.queue
      busy += means.busy
    }
    return (queue, busy)
  }

  private static func means(
    _ layer: UnsafeBufferPointer<Double>, agents: Int, depth: Int
  ) -> (queue: Double, busy: Double) {
    var queue = 0.0
    var busy = 0.0
    if depth > 0 {
      for q in 0..<layer.count {
        queue += Double(q) * layer[q]
        busy += layer[q]
      }
      return (queue, busy * Double(agents + depth))
    }
    for k in 0..<min(agents, layer.count) { busy += Double(k) * layer[k] }
    var full = 0.0
    for k in stride(from: agents, to: layer.count, by: 1) {
      queue += Double(k - agents) * layer[k]
      full += layer[k]
    }
    return (queue, busy + full * Double(agents))
  }

  var inSystem: [Double] {
    var total = [Double](repeating: 0, count: (layers.map(\.count).max() ?? 1) + agents + layers.count)
    for (depth, layer) in layers.enumerated() {
      for (i, probability) in layer.enumerated() { total[depth > 0 ? agents + depth + i : i] += probability }
    }
    while let last = total.last, last == 0, total.count > 1 { total.removeLast() }
    return total
  }

  /// P(all agents busy and j waiting), j = 0, 1, ...
  var waitingAhead: [Double] {
    var ahead = Array(layers[0].dropFirst(agents))
    for layer in layers.dropFirst() {
      if layer.count > ahead.count { ahead += [Double](repeating: 0, count: layer.count - ahead.count) }
      for (q, probability) in layer.enumerated() { ahead[q] += probability }
    }
    return ahead
  }

  // MARK: A change of the staffing

  func restaffed(_ newAgents: Int, drop: StaffingDrop) -> TransientLaw {
    var result = TransientLaw(agents: newAgents)
    result.layers = [[]]
    for (depth, layer) in layers.enumerated() {
      for (i, probability) in layer.enumerated() where probability > 0 {
        let busy = depth > 0 ? agents + depth : min(i, agents)
        let queue = depth > 0 ? i : i - busy
        if busy <= newAgents || drop == .handBack {
          result.add(probability, depth: 0, place: busy + queue)
        } else {
          result.add(probability, depth: busy - newAgents, place: queue)
        }
      }
    }
    return result
  }

  private mutating func add(_ probability: Double, depth: Int, place: Int) {
    while layers.count <= depth { layers.append([]) }
    if layers[depth].count <= place {
      layers[depth] += [Double](repeating: 0, count: place + 1 - layers[depth].count)
    }
    layers[depth][place] += probability
  }

  // MARK: The passing of time

  /// Advances by at most `seconds`, by less where that keeps the number of events small.
  mutating func advance(atMost seconds: Double, _ rates: Rates) -> Step {
    trim()
    let longest = layers.map(\.count).max() ?? 1
    let guess = rates.arrival + rates.service * Double(agents + layers.count) + rates.abandonment * Double(longest)
    let duration = min(seconds, guess > 0 ? Self.eventsPerStep / guess : seconds)
    let births = rates.arrival * duration
    // A late agent who finishes leaves the state agents + queue of layer 0.
    let room = longest + Int(births + 11 * births.squareRoot()) + 25 + (layers.count > 1 ? agents : 0)
    for depth in layers.indices { layers[depth] += [Double](repeating: 0, count: room - layers[depth].count) }
    let uniform =
      rates.arrival + rates.service * Double(agents + layers.count - 1) + rates.abandonment * Double(room)
    // The room for births may itself have raised the rate: exp(-events) must not underflow.
    let step = uniformise(min(duration, 4 * Self.eventsPerStep / uniform), uniform, rates)
    normalise()
    return step
  }

  /// Undoes the rounding of exp(-events), the same factor for every state.
  private mutating func normalise() {
    let mass = layers.reduce(0) { $0 + $1.reduce(0, +) }
    guard mass > 0.5 else { return }
    for depth in layers.indices { for i in layers[depth].indices { layers[depth][i] /= mass } }
  }

  private mutating func trim() {
    while layers.count > 1, layers[layers.count - 1].allSatisfy({ $0 < Self.negligible }) { layers.removeLast() }
    for depth in layers.indices {
      let end = layers[depth].lastIndex { $0 >= Self.negligible } ?? -1
      layers[depth].removeLast(layers[depth].count - 1 - end)
    }
    if layers[0].isEmpty { layers[0] = [0] }
  }

  private mutating func uniformise(_ duration: Double, _ uniform: Double, _ rates: Rates) -> Step {
    let kernel = TransientKernel(
      width: layers[0].count, depths: layers.count, agents: agents, uniform: uniform, rates: rates)
    let (law, integral) = kernel.run(layers.flatMap { $0 }, events: uniform * duration)
    var queue = 0.0
    var busy = 0.0
    for depth in layers.indices {
      let range = depth * kernel.width..<(depth + 1) * kernel.width
      layers[depth] = Array(law[range])
      let means = integral.withUnsafeBufferPointer {
        Self.means(UnsafeBufferPointer(rebasing: $0[range]), agents: agents, depth: depth)
      }
      queue += means.queue
      busy += means.busy
    }
    return Step(seconds: duration, queueSeconds: queue / uniform, busySeconds: busy / uniform)
  }
}
