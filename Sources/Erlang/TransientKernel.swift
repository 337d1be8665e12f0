internal import Numerics

/// The uniformised chain of a transient law, layer after layer in one array.
///
/// Written with pointers and `while`: this loop is all the time of a transient day, in debug builds too.
struct TransientKernel {
  let width: Int
  private let depths: Int
  private let agents: Int
  private let up: Double
  /// Share of state i that goes to i - 1 within its layer in one event.
  private let down: [Double]
  private let stay: [Double]
  /// Share of a layer that goes to the layer below.
  private let lateExit: [Double]

  init(width: Int, depths: Int, agents: Int, uniform: Double, rates: TransientLaw.Rates) {
    (self.width, self.depths, self.agents, up) = (width, depths, agents, rates.arrival / uniform)
    var down: [Double] = []
    var stay: [Double] = []
    var lateExit: [Double] = []
    for depth in 0..<depths {
      lateExit.append(depth > 0 ? rates.service * Double(agents + depth) / uniform : 0)
      for i in 0..<width {
        let busy = depth > 0 ? 0 : min(i, agents)
        let queue = depth > 0 ? i : max(0, i - agents)
        down.append((rates.service * Double(busy) + rates.abandonment * Double(queue)) / uniform)
        // The last state turns arrivals away.
        stay.append(1 - (i == width - 1 ? 0 : up) - down[down.count - 1] - lateExit[depth])
      }
    }
    (self.down, self.stay, self.lateExit) = (down, stay, lateExit)
  }

  /// The law after a time of `events` expected events, and the sum of P(N > j) times the law after j events.
  func run(_ start: [Double], events: Double) -> (law: [Double], integral: [Double]) {
    var current = start
    var next = start
    var law = [Double](repeating: 0, count: start.count)
    var integral = law
    var weight = Elementary.exp(-events)
    var beyond = 1.0
    var j = 0.0
    while true {
      beyond = max(0, beyond - weight)
      add(current, weight, &law, beyond, &integral)
      if j > events, weight < 1e-18 { return (law, integral) }
      step(current, &next)
      swap(&current, &next)
      j += 1
      weight *= events / j
    }
  }

  private func add(
    _ current: [Double], _ weight: Double, _ law: inout [Double], _ beyond: Double, _ integral: inout [Double]
  ) {
    current.withUnsafeBufferPointer { current in
      law.withUnsafeMutableBufferPointer { law in
        integral.withUnsafeMutableBufferPointer { integral in
          let current = current.baseAddress!
          let law = law.baseAddress!
          let integral = integral.baseAddress!
          var i = 0
          let count = width * depths
          while i < count {
            law[i] += weight * current[i]
            integral[i] += beyond * current[i]
            i += 1
          }
        }
      }
    }
  }

  private func step(_ current: [Double], _ next: inout [Double]) {
    current.withUnsafeBufferPointer { current in
      next.withUnsafeMutableBufferPointer { next in
        down.withUnsafeBufferPointer { down in
          stay.withUnsafeBufferPointer { stay in
            for depth in 0..<depths {
              let base = depth * width
              within(
                current.baseAddress! + base, next.baseAddress! + base, down.baseAddress! + base,
                stay.baseAddress! + base)
            }
          }
        }
        for depth in stride(from: 1, to: depths, by: 1) { between(depth, current, next) }
      }
    }
  }

  /// Arrivals and departures within a layer.
  private func within(
    _ current: UnsafePointer<Double>, _ next: UnsafeMutablePointer<Double>, _ down: UnsafePointer<Double>,
    _ stay: UnsafePointer<Double>
  ) {
    var i = 1
    let last = width - 1
    next[0] = current[0] * stay[0] + (last > 0 ? current[1] * down[1] : 0)
    while i < last {
      next[i] = current[i] * stay[i] + current[i - 1] * up + current[i + 1] * down[i + 1]
      i += 1
    }
    if last > 0 { next[last] = current[last] * stay[last] + current[last - 1] * up }
  }

  /// Late agents who finish: one layer down, the queue unchanged; layer 0 counts the busy agents too.
  private func between(
    _ depth: Int, _ current: UnsafeBufferPointer<Double>, _ next: UnsafeMutableBufferPointer<Double>
  ) {
    let from = depth * width
    let to = depth == 1 ? agents : from - width
    let room = depth == 1 ? width - agents : width
    var queue = 0
    while queue < width {
      next[to + min(queue, room - 1)] += lateExit[depth] * current[from + queue]
      queue += 1
    }
  }
}
