/// Work with a deadline (mail, callbacks): handled any time within its window.
public enum DeferredWork {
  /// The constant team, in agents without shrinkage, that finishes each interval's work within `windowIntervals`
  /// intervals
  /// of its arrival: the largest load of any run of intervals over the time there is for it.
  ///
  /// Work of intervals i...j must be done in intervals i...j+window: level = max of sum(i...j) / (j - i + window). A
  /// plan
  /// by earliest deadline reaches it.
  /// - Parameters:
  ///   - loadsErlangs: Work arriving in each interval.
  ///   - windowIntervals: Deadline in intervals, at least 1; 1 is "by the end of its own interval".
  /// - Throws: `wrongCount`, `valueOutOfRange`.
  /// - Complexity: O(intervals^2).
  public static func levelErlangs(loadsErlangs: [Double], windowIntervals: Int) throws(StaffingError) -> Double {
    guard windowIntervals >= 1, windowIntervals <= 1_000_000 else {
      throw .wrongCount(name: "windowIntervals", count: windowIntervals, allowed: "1...1000000")
    }
    for load in loadsErlangs { try Check.load(load) }
    var level = 0.0
    for first in loadsErlangs.indices {
      var sum = 0.0
      for last in first..<loadsErlangs.count {
        sum += loadsErlangs[last]
        level = max(level, sum / Double(last - first + windowIntervals))
      }
    }
    return level
  }
}
