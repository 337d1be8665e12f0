public import ContactCenter

/// The three grades of a scorecard. An unsure target has none.
public enum Grade: String, Hashable, Sendable {
  case excellent = "Excellent"
  case metTarget = "Met Target"
  case needsImprovement = "Needs Improvement"

  /// Excellent is met with at least half of the distance from the target to the ideal closed: 100% for a ratio with a
  /// lower end, 0 for anything with an upper end. A band, or a figure without an ideal, is met at best.
  public init?(_ verdict: Verdict, estimate: Estimate?, range: Target.Range) {
    guard let estimate, verdict != .unsure else { return nil }
    guard verdict == .met else {
      self = .needsImprovement
      return
    }
    self = .metTarget
    switch (range.lower, range.upper) {
    case (let lower?, nil) where estimate.unit == .ratio && estimate.mean >= lower + (1 - lower) / 2: self = .excellent
    case (nil, let upper?) where estimate.mean <= upper / 2: self = .excellent
    default: break
    }
  }
}
