internal import ContactCenter

extension Reading {
  /// Rules of outcomes, which may stand at the top of the file, too.
  static let ratingRules = ["surveyed", "satisfaction", "recommendation", "accurate", "quality", "outcomes_when"]

  /// - Parameter rule: finds a rule of the queue: its own, or the one at the top of the file.
  func ratings(_ rule: (String) -> RuleSource?) -> RatingRules? {
    var ratings = RatingRules()
    ratings.satisfaction = rule("satisfaction").flatMap {
      scores($0.node, $0.shown, ScenarioKeyCatalogue.satisfactionScores)
    }
    ratings.recommendation = rule("recommendation").flatMap {
      scores($0.node, $0.shown, ScenarioKeyCatalogue.recommendationScores)
    }
    ratings.accurate = share(rule("accurate")?.node)
    ratings.check = rule("quality").flatMap(check)
    let isAsked = ratings.satisfaction != nil || ratings.recommendation != nil
    if let surveyed = rule("surveyed") {
      ratings.surveyed = share(surveyed.node) ?? .whole
      if !isAsked {
        error(
          at: surveyed.node.place, "\(surveyed.shown): nothing says what the customers answer",
          help: "add satisfaction or recommendation with the share of each score")
      }
    }
    if let cases = rule("outcomes_when") {
      ratings.cases = (cases.node.members ?? []).compactMap { outcomeCase($0, cases, ratings, rule) }
    }
    return ratings == RatingRules() ? nil : ratings
  }

  private func check(_ source: RuleSource) -> QualityCheck? {
    guard let passed = share(source.node["passed"]) else { return nil }
    let criteria = value(source.at("criteria")) { text throws(ValueProblem) in
      try ScalarKind.integer(text, 1...ScenarioKeyCatalogue.criteriaLimit)
    }
    return QualityCheck(
      share: value(source.at("checked"), ShareText.parse) ?? .whole, criteria: criteria ?? 20, passed: passed)
  }

  private func scores(_ node: SourceNode?, _ shown: String, _ range: ClosedRange<Int>) -> ScoreShares? {
    guard let node, let members = node.members else { return nil }
    var shares = Array(repeating: Share.zero, count: range.count)
    for member in members {
      guard let score = Int(member.name), range.contains(score), "\(score)" == member.name else {
        error(
          at: member.place, "\(shown): '\(member.name)' is no score",
          help: "scores are \(range.lowerBound) to \(range.upperBound)")
        return nil
      }
      guard let share = share(member.value) else { return nil }
      shares[score - range.lowerBound] = share
    }
    let sum = shares.reduce(Share.zero, +)
    guard sum == .whole else {
      error(
        at: node.place, "\(shown): its shares sum to \(ShareText.text(sum))",
        help: "they must sum to 100%; a score that is not named is never given")
      return nil
    }
    return ScoreShares(lowest: range.lowerBound, shares: shares)
  }

  // MARK: Cases

  private func outcomeCase(
    _ member: SourceNode.Member, _ source: RuleSource, _ ratings: RatingRules, _ rule: (String) -> RuleSource?
  ) -> OutcomeCase? {
    let (node, shown) = (member.value, member.writtenAs ?? "\(source.shown).\(member.name)")
    var result = OutcomeCase()
    result.waited = node["waited"]?.scalar.flatMap { try? ScalarKind.span($0) }
    result.transfers = node["transfers"].flatMap { integer($0, 1...ScenarioKeyCatalogue.attemptLimit) }
    result.tier = node["tier"].flatMap { integer($0, ScenarioKeyCatalogue.higherTiers) }
    result.team = node["team"].flatMap { team($0, shown) }
    result.hiredWithinWeeks = node["hired_within_weeks"].flatMap { integer($0, 1...ScenarioKeyCatalogue.weekLimit) }
    result.isResolved = node["settled"]?.scalar.map { $0 == "yes" }
    result.resolved = share(node["resolved"])
    result.satisfaction = scores(
      node["satisfaction"], "\(shown).satisfaction", ScenarioKeyCatalogue.satisfactionScores)
    result.recommendation = scores(
      node["recommendation"], "\(shown).recommendation", ScenarioKeyCatalogue.recommendationScores)
    result.accurate = share(node["accurate"])
    result.passed = share(node["passed"])
    let isOwn = source.path.first == "queues"
    let isStated = { (outcome: String) -> Bool in
      switch outcome {
      case "resolved": rule("resolved") != nil
      case "satisfaction": ratings.satisfaction != nil
      case "recommendation": ratings.recommendation != nil
      case "accurate": ratings.accurate != nil
      default: ratings.check != nil
      }
    }
    checkCase(node, shown, isOwn: isOwn, isStated)
    return isOwn ? result : Self.part(of: result, isStated)
  }

  /// What a case at the top of the file says of outcomes that the queue has; nil where that is nothing.
  private static func part(of one: OutcomeCase, _ isStated: (String) -> Bool) -> OutcomeCase? {
    var part = one
    if !isStated("resolved") { part.resolved = nil }
    if !isStated("satisfaction") { part.satisfaction = nil }
    if !isStated("recommendation") { part.recommendation = nil }
    if !isStated("accurate") { part.accurate = nil }
    if !isStated("passed") { part.passed = nil }
    let saysNothing =
      part.resolved == nil && part.satisfaction == nil && part.recommendation == nil && part.accurate == nil
      && part.passed == nil
    return saysNothing ? nil : part
  }

  private static let conditions = ["waited", "transfers", "tier", "team", "hired_within_weeks", "settled"]
  private static let outcomes = ["resolved", "satisfaction", "recommendation", "accurate", "passed"]

  /// - Parameter isStated: whether the queue has the outcome at all. A case at the top of the file may concern others.
  private func checkCase(_ node: SourceNode, _ shown: String, isOwn: Bool, _ isStated: (String) -> Bool) {
    if !Self.conditions.contains(where: { node[$0] != nil }) {
      error(
        at: node.place, "\(shown): nothing says when",
        help: "add \(Self.conditions.joined(separator: ", ")), or several")
    }
    if !Self.outcomes.contains(where: { node[$0] != nil }) {
      error(at: node.place, "\(shown): nothing says what then", help: "add \(Self.outcomes.joined(separator: ", "))")
    }
    if let settled = node["settled"], node["resolved"] != nil {
      error(
        at: settled.place, "\(shown): 'resolved' cannot depend on 'settled': they are the same thing",
        help: "make two cases of it")
    }
    for outcome in Self.outcomes where isOwn && !isStated(outcome) {
      guard let place = node[outcome]?.place else { continue }
      let base = outcome == "passed" ? "quality" : outcome
      error(
        at: place, "\(shown).\(outcome) is another \(base), and the queue has none", help: "add \(base) to the queue")
    }
  }

  /// Number of a team that the file names.
  func team(_ node: SourceNode, _ shown: String) -> Int? {
    guard let name = node.scalar else { return nil }
    let names = self.node("teams")?.members?.map(\.name) ?? ["main"]
    if let index = names.firstIndex(of: name) { return index }
    error(
      at: node.place, "\(shown): there is no team '\(name)'",
      help: SpellingHelp.help(for: name, among: names, listedAs: "teams"))
    return nil
  }
}
