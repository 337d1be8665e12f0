/// The smallest whole number that passes a test which the great pass and the small fail.
public enum SmallestPassing {
  /// Doubles its steps away from the start until the answer is enclosed, then halves: about twice the logarithm of the
  /// distance between start and answer in tests, each number at most once.
  ///
  /// - Parameters:
  ///   - start: a guess; the nearer, the fewer tests.
  ///   - range: where to look.
  ///   - firstStep: away from the start; at least 1.
  ///   - passes: asked once a number.
  /// - Returns: nil where nothing in the range passes.
  public static func find(
    from start: Int, in range: ClosedRange<Int>, firstStep: Int = 1, passes: (Int) async throws -> Bool
  ) async rethrows -> Int? {
    let first = min(max(start, range.lowerBound), range.upperBound)
    var (failing, passing): (Int?, Int?) = (nil, nil)
    if try await passes(first) { passing = first } else { failing = first }
    var step = max(1, firstStep)
    while failing == nil, let known = passing, known > range.lowerBound {
      let next = max(range.lowerBound, known - step)
      if try await passes(next) { passing = next } else { failing = next }
      step *= 2
    }
    step = max(1, firstStep)
    while passing == nil, let known = failing {
      guard known < range.upperBound else { return nil }
      let next = min(range.upperBound, known + step)
      if try await passes(next) { passing = next } else { failing = next }
      step *= 2
    }
    guard var good = passing, var bad = failing else { return passing }
    while good - bad > 1 {
      let middle = bad + (good - bad) / 2
      if try await passes(middle) { good = middle } else { bad = middle }
    }
    return good
  }
}
