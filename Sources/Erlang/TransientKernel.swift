internal import Numerics

/// The uniformised chain of a transient law.
///
/// Written with pointers and `while`: this loop is all the time of a transient day, in debug builds too.
struct TransientKernel {
  private let width: Int
  private let up: Double
  /// Share of state k that goes to k - 1 in one event.
  private let down: [Double]
  private let stay: [Double]

  init(width: Int, agents: Int, uniform: Double, rates: TransientLaw.Rates) {
    (self.width, up) = (width, rates.arrival / uniform)
    var down: [Double] = []
    var stay: [Double] = []
    for k in 0..<width {
      down.append((rates.service * Double(min(k, agents)) + rates.abandonment * Double(max(0, k - agents))) / uniform)
      // The last state turns arrivals away.
      stay.append(1 - (k == width - 1 ? 0 : up) - down[k])
    }
    (self.down, self.stay) = (down, stay)
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
          var k = 0
          while k < width {
            law[k] += weight * current[k]
            integral[k] += beyond * current[k]
            k += 1
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
            step(current.baseAddress!, next.baseAddress!, down.baseAddress!, stay.baseAddress!)
          }
        }
      }
    }
  }

  private func step(
    _ current: UnsafePointer<Double>, _ next: UnsafeMutablePointer<Double>, _ down: UnsafePointer<Double>,
    _ stay: UnsafePointer<Double>
  ) {
    var k = 1
    let last = width - 1
    next[0] = current[0] * stay[0] + (last > 0 ? current[1] * down[1] : 0)
    while k < last {
      next[k] = current[k] * stay[k] + current[k - 1] * up + current[k + 1] * down[k + 1]
      k += 1
    }
    if last > 0 { next[last] = current[last] * stay[last] + current[last - 1] * up }
  }
}
