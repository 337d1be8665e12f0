internal import ContactCenter
internal import KPIs

/// When a sequential run has seen enough: every target met or missed, or its interval as narrow as asked for; without
/// targets, every interval as narrow as asked for.
struct SequentialStop: Sendable {
  /// How wide intervals are at every look.
  var rule = SequentialRule()
  var halfWidths: [HalfWidth] = []

  func isSettled(_ scorecard: Scorecard) -> Bool {
    let others = halfWidths.filter { width in !scorecard.targets.contains { $0.target.metric == width.kpi } }
    return scorecard.targets.allSatisfy(isSettled)
      && others.allSatisfy { width in isNarrow(scorecard.metric(width.kpi)?.estimate, width) }
  }

  private func isSettled(_ result: TargetResult) -> Bool {
    // A metric that the scenario gives no figure for stays unsure for any number of days.
    guard let estimate = result.estimate else { return true }
    if result.verdict != .unsure { return true }
    return halfWidths.contains { $0.kpi == result.target.metric && isNarrow(estimate, $0) }
  }

  private func isNarrow(_ estimate: Estimate?, _ width: HalfWidth) -> Bool {
    guard let estimate else { return true }
    return (estimate.halfWidth ?? .infinity) <= width.value
  }

  /// What to say at the end.
  func sentence(_ scorecard: Scorecard, count: Int) -> String {
    let unsure = scorecard.targets.filter { !isSettled($0) }.map(\.target.name)
    let why =
      unsure.isEmpty ? "everything asked is settled" : "the cap is reached, unsure: \(unsure.joined(separator: ", "))"
    return "Stopped at \(count) replications: \(why). The intervals hold for repeated looks (docs/experiments.md)."
  }
}

extension SequentialStop {
  private static let (mark, confidenceMark, widthMark) = (
    "run.replications=auto", "run.confidence=", "run.half_width="
  )

  /// What a stored run carries among its overrides when its figures decide its length: from then on its intervals are
  /// those of repeated looks, and who resumes it stops it by the same rule.
  var marks: [String] {
    [Self.mark] + (rule == SequentialRule() ? [] : ["\(Self.confidenceMark)\(rule.confidence)"])
      + halfWidths.map { "\(Self.widthMark)\($0.kpi)=\($0.value)" }
  }

  /// Parts a stored run's overrides into those of its scenario and the rule it is stopped by; nil for a fixed number.
  static func parted(_ overrides: [String]) -> (scenario: [String], stop: SequentialStop?) {
    guard overrides.contains(mark) else { return (overrides, nil) }
    var stop = SequentialStop()
    let scenario = overrides.filter { text in
      if text == mark { return false }
      if text.hasPrefix(confidenceMark), let value = Double(text.dropFirst(confidenceMark.count)) {
        stop.rule = SequentialRule(confidence: value)
        return false
      }
      if text.hasPrefix(widthMark), let width = HalfWidth(argument: String(text.dropFirst(widthMark.count))) {
        stop.halfWidths.append(width)
        return false
      }
      return true
    }
    return (scenario, stop)
  }
}
