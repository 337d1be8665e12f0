internal import Numerics

/// The law of the state of a transient queue: layer 0 holds k in the system with at most `agents` busy; layer d > 0 holds
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

  // MARK: Figures

  var waitProbability: Double {
    var busy = layers[0].dropFirst(agents).reduce(0, +)
    for layer in layers.dropFirst() { busy += layer.reduce(0, +) }
    return busy
  }

  var means: (queue: Double, busy: Double) {
    var queue = 0.0, busy = 0.0
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
    var queue = 0.0, busy = 0.0
    if depth > 0 {
      for q in 0..<layer.count { queue += Double(q) * layer[q]; busy += layer[q] }
      return (queue, busy * Double(agents + depth))
    }
    for k in 0..<min(agents, layer.count) { busy += Double(k) * layer[k] }
    var full = 0.0
    for k in stride(from: agents, to: layer.count, by: 1) { queue += Double(k - agents) * layer[k]; full += layer[k] }
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
    let width = layers[0].count, depths = layers.count, events = uniform * duration
    var current = layers.flatMap { $0 }, next = current
    var result = [Double](repeating: 0, count: current.count)
    var weight = Elementary.exp(-events), beyond = 1.0, j = 0.0, queue = 0.0, busy = 0.0
    let kernel = Kernel(width: width, depths: depths, agents: agents, uniform: uniform, rates: rates)
    while true {
      beyond = max(0, beyond - weight)
      let means = kernel.accumulate(current, weight, into: &result)
      queue += beyond * means.queue
      busy += beyond * means.busy
      if j > events, weight < 1e-18 { break }
      kernel.step(current, into: &next)
      swap(&current, &next)
      j += 1
      weight *= events / j
    }
    for depth in 0..<depths { layers[depth] = Array(result[depth * width..<(depth + 1) * width]) }
    return Step(seconds: duration, queueSeconds: queue / uniform, busySeconds: busy / uniform)
  }

  /// One uniformised event of the flattened law.
  private struct Kernel {
    let width: Int
    let depths: Int
    let agents: Int
    let uniform: Double
    let rates: Rates

    /// result += weight * law; returns the means of the law.
    func accumulate(
      _ law: [Double], _ weight: Double, into result: inout [Double]
    ) -> (queue: Double, busy: Double) {
      law.withUnsafeBufferPointer { law in
        result.withUnsafeMutableBufferPointer { result in
          for i in 0..<law.count { result[i] += weight * law[i] }
        }
        var queue = 0.0, busy = 0.0
        for depth in 0..<depths {
          let layer = UnsafeBufferPointer(rebasing: law[depth * width..<(depth + 1) * width])
          let means = TransientLaw.means(layer, agents: agents, depth: depth)
          queue += means.queue
          busy += means.busy
        }
        return (queue, busy)
      }
    }

    func step(_ law: [Double], into next: inout [Double]) {
      law.withUnsafeBufferPointer { law in
        next.withUnsafeMutableBufferPointer { next in
          for depth in 0..<depths { stepLayer(law, next, depth) }
          // Late agents who finish: one layer down, the queue unchanged; layer 0 counts the busy agents too.
          for depth in stride(from: 1, to: depths, by: 1) {
            let share = rates.service * Double(agents + depth) / uniform, from = depth * width
            let to = depth == 1 ? agents : from - width, count = depth == 1 ? width - agents : width
            for q in 0..<width { next[to + min(q, count - 1)] += share * law[from + q] }
          }
        }
      }
    }

    /// Arrivals, departures of the queue and (layer 0) of the agents within one layer; the last state turns arrivals away.
    private func stepLayer(
      _ law: UnsafeBufferPointer<Double>, _ next: UnsafeMutableBufferPointer<Double>, _ depth: Int
    ) {
      let base = depth * width, up = rates.arrival / uniform
      let lateExit = depth > 0 ? rates.service * Double(agents + depth) / uniform : 0
      var down = exitShare(0, depth), previousUp = 0.0
      for i in 0..<width {
        let isLast = i == width - 1, downNext = exitShare(i + 1, depth)
        let stay = 1 - (isLast ? 0 : up) - down - lateExit
        let fromAbove = isLast ? 0 : law[base + i + 1] * downNext
        next[base + i] = law[base + i] * stay + previousUp + fromAbove
        previousUp = law[base + i] * up
        down = downNext
      }
    }

    private func exitShare(_ i: Int, _ depth: Int) -> Double {
      if depth > 0 { return rates.abandonment * Double(i) / uniform }
      return (rates.service * Double(min(i, agents)) + rates.abandonment * Double(max(0, i - agents))) / uniform
    }
  }
}
