public import ContactCenter

/// Whether a target holds, as far as the replications can tell.
public enum Verdict: String, Hashable, Sendable {
  /// The whole confidence interval lies inside the target's range.
  case met
  /// The whole confidence interval lies outside.
  case missed
  /// The interval spans an end of the range, or there is none.
  case unsure

  public init(_ estimate: Estimate?, in range: Target.Range) {
    guard let interval = estimate?.interval else {
      self = .unsure
      return
    }
    let lower = range.lower ?? -.infinity
    let upper = range.upper ?? .infinity
    if interval.lowerBound >= lower, interval.upperBound <= upper {
      self = .met
    } else if interval.upperBound < lower || interval.lowerBound > upper {
      self = .missed
    } else {
      self = .unsure
    }
  }
}
