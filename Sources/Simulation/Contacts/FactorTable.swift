internal import ContactCenter

/// Factors by time of a replication; 1 where none holds.
struct FactorTable: Sendable {
  private let factors: [TimeFactor]
  var isEmpty: Bool { factors.isEmpty }

  /// - Precondition: the factors are in order of time and do not overlap.
  init(_ factors: [TimeFactor]) { self.factors = factors }

  /// O(log factors).
  func factor(at time: Int64) -> Double {
    var (low, high) = (0, factors.count)
    while low < high {
      let middle = (low + high) / 2
      if factors[middle].time.end.microseconds <= time { low = middle + 1 } else { high = middle }
    }
    return low < factors.count && factors[low].time.start.microseconds <= time ? factors[low].factor : 1
  }

  /// A duration in microseconds, so many times as long; no longer than any draw.
  func scaled(_ duration: Int64, at time: Int64) -> Int64 {
    guard !factors.isEmpty, duration != ContactBlock.endless else { return duration }
    return Int64(min(Double(duration) * factor(at: time), ContactBlock.longest).rounded())
  }
}
