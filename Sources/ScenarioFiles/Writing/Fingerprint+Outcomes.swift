internal import ContactCenter

extension Fingerprint.Writer {
  /// Nothing where nothing is said of talks, so that digests of such scenarios stay.
  mutating func addRatings(_ ratings: RatingRules?) {
    guard let ratings else { return }
    add("ratings: 1")
    add(ratings.surveyed)
    add(ratings.satisfaction)
    add(ratings.recommendation)
    addOptional(ratings.accurate)
    addOptional(ratings.check?.share)
    add(ratings.check?.criteria ?? -1)
    addOptional(ratings.check?.passed)
    add(ratings.cases.count)
    for one in ratings.cases {
      add(one.waited.map { "\($0.microseconds)us" } ?? "-")
      add(one.transfers ?? -1)
      add(one.team ?? -1)
      // What a case does not have is not added, so that its digest stays.
      if let tier = one.tier { add("tier: \(tier)") }
      if let weeks = one.hiredWithinWeeks { add("hired_within_weeks: \(weeks)") }
      add(one.isResolved.map { $0 ? "settled" : "not settled" } ?? "-")
      addOptional(one.resolved)
      add(one.satisfaction)
      add(one.recommendation)
      addOptional(one.accurate)
      addOptional(one.passed)
    }
  }

  private mutating func add(_ scores: ScoreShares?) {
    guard let scores else { return add("-") }
    add(scores.lowest)
    add(scores.shares.count)
    for share in scores.shares { add(share) }
  }

  private mutating func addOptional(_ share: Share?) { add(share.map { "\($0.partsPerBillion)ppb" } ?? "-") }
}
