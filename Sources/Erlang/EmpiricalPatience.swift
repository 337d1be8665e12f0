/// Patience as observed: each value of a sample has the same weight.
///
/// A sample of waits that ended in an answer is censored; correct it (Kaplan-Meier) before it comes here.
public struct EmpiricalPatience: Equatable, Sendable {
  /// The sample in ascending order, seconds.
  public let sortedSeconds: [Double]
  /// Sums of the sample's beginnings.
  private let partialSums: [Double]

  /// - Parameter seconds: At least one value, each positive.
  /// - Throws: `wrongCount`, `valueOutOfRange`.
  /// - Complexity: O(n log n).
  public init(seconds: [Double]) throws(StaffingError) {
    guard !seconds.isEmpty else { throw .wrongCount(name: "patience sample", count: 0, allowed: "1 or more") }
    for value in seconds { try Check.seconds(value, "patienceSampleSeconds") }
    sortedSeconds = seconds.sorted()
    var sums = [0.0]
    for value in sortedSeconds { sums.append(sums[sums.count - 1] + value) }
    partialSums = sums
  }

  /// The mean of the sample, seconds.
  public var meanSeconds: Double { partialSums[partialSums.count - 1] / Double(sortedSeconds.count) }

  var distinctSeconds: [Double] {
    var distinct: [Double] = []
    for value in sortedSeconds where value != distinct.last { distinct.append(value) }
    return distinct
  }

  func survival(_ x: Double) -> Double { Double(sortedSeconds.count - countUpTo(x)) / Double(sortedSeconds.count) }

  /// (sum of the values up to x + x times the number above) / n.
  func integratedSurvival(_ x: Double) -> Double {
    let below = countUpTo(x)
    return (partialSums[below] + x * Double(sortedSeconds.count - below)) / Double(sortedSeconds.count)
  }

  private func countUpTo(_ x: Double) -> Int {
    var low = 0
    var high = sortedSeconds.count
    while low < high {
      let middle = (low + high) / 2
      if sortedSeconds[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
