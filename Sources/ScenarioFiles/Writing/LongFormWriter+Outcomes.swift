internal import ContactCenter

extension LongFormWriter {
  /// What is said of the talks of a queue; empty where nothing is.
  func ratingLines(_ ratings: RatingRules?) -> [String] {
    guard let ratings else { return [] }
    var lines: [String] = []
    func add(_ key: String, _ text: String?) { if let text { lines.append("    \(key): \(text)") } }
    let isAsked = ratings.satisfaction != nil || ratings.recommendation != nil
    add("surveyed", isAsked ? ShareText.text(ratings.surveyed) : nil)
    add("satisfaction", ratings.satisfaction.map(Self.text))
    add("recommendation", ratings.recommendation.map(Self.text))
    add("accurate", ratings.accurate.map(ShareText.text))
    add(
      "quality",
      ratings.check.map {
        "{passed: \(ShareText.text($0.passed)), checked: \(ShareText.text($0.share)), criteria: \($0.criteria)}"
      })
    if !ratings.cases.isEmpty { lines += ["    outcomes_when:"] + ratings.cases.map { "      - \(text($0))" } }
    return lines
  }

  private static func text(_ scores: ScoreShares) -> String {
    let parts = scores.shares.enumerated().filter { $0.element > .zero }.map {
      "\(scores.lowest + $0.offset): \(ShareText.text($0.element))"
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func text(_ one: OutcomeCase) -> String {
    let parts: [String?] = [
      one.waited.map { "waited: \(DurationText.text($0))" }, one.transfers.map { "transfers: \($0)" },
      one.tier.map { "tier: \($0)" }, one.team.map { "team: \(YAMLText.quoted(scenario.teams[$0].name))" },
      one.hiredWithinWeeks.map { "hired_within_weeks: \($0)" },
      one.isResolved.map { "settled: \($0 ? "yes" : "no")" }, one.resolved.map { "resolved: \(ShareText.text($0))" },
      one.satisfaction.map { "satisfaction: \(Self.text($0))" },
      one.recommendation.map { "recommendation: \(Self.text($0))" },
      one.accurate.map { "accurate: \(ShareText.text($0))" }, one.passed.map { "passed: \(ShareText.text($0))" },
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }
}
