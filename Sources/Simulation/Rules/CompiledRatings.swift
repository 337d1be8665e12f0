internal import ContactCenter

/// The outcomes of one queue, ready for drawing. A class: who looks at them counts one reference, not one a table.
final class CompiledRatings: Sendable {
  /// What the probabilities may depend on.
  struct Facts {
    /// Microseconds.
    var waited: Int64
    var transfers: Int32
    var escalations: Int32
    var team: Int
    /// Whole weeks since the agent was hired; nil for experienced people.
    var tenureWeeks: Int?
    var isResolved: Bool
  }

  let rules: RatingRules
  let satisfaction: ScoreTable?
  let recommendation: ScoreTable?
  let passed: ScoreTable?
  private let cases: [Case]

  private struct Case: Sendable {
    var rule: OutcomeCase
    var satisfaction: ScoreTable?
    var recommendation: ScoreTable?
    var passed: ScoreTable?
  }

  init(_ rules: RatingRules) {
    self.rules = rules
    let criteria = rules.check?.criteria ?? 0
    satisfaction = rules.satisfaction.map(ScoreTable.init)
    recommendation = rules.recommendation.map(ScoreTable.init)
    passed = rules.check.map { ScoreTable(criteria: criteria, passed: $0.passed) }
    cases = rules.cases.map {
      Case(
        rule: $0, satisfaction: $0.satisfaction.map(ScoreTable.init),
        recommendation: $0.recommendation.map(ScoreTable.init),
        passed: $0.passed.map { ScoreTable(criteria: criteria, passed: $0) })
    }
  }

  func resolved(_ facts: Facts) -> Share? { first(facts, isDecided: false) { $0.rule.resolved } }
  func accurate(_ facts: Facts) -> Share? {
    rules.accurate.map { standard in first(facts) { $0.rule.accurate } ?? standard }
  }
  func satisfaction(_ facts: Facts) -> ScoreTable? { satisfaction.map { first(facts) { $0.satisfaction } ?? $0 } }
  func recommendation(_ facts: Facts) -> ScoreTable? { recommendation.map { first(facts) { $0.recommendation } ?? $0 } }
  func passed(_ facts: Facts) -> ScoreTable? { passed.map { first(facts) { $0.passed } ?? $0 } }

  /// What the first case says that holds and says anything.
  private func first<Value>(_ facts: Facts, isDecided: Bool = true, _ value: (Case) -> Value?) -> Value? {
    for one in cases where Self.holds(one.rule, facts, isDecided: isDecided) {
      if let value = value(one) { return value }
    }
    return nil
  }

  /// - Parameter isDecided: whether it is known yet if the matter is settled.
  private static func holds(_ rule: OutcomeCase, _ facts: Facts, isDecided: Bool) -> Bool {
    if let waited = rule.waited, facts.waited < waited.microseconds { return false }
    if let transfers = rule.transfers, facts.transfers < transfers { return false }
    if let tier = rule.tier, facts.escalations + 1 < tier { return false }
    if let team = rule.team, facts.team != team { return false }
    if let weeks = rule.hiredWithinWeeks, (facts.tenureWeeks ?? .max) >= weeks { return false }
    if let isResolved = rule.isResolved, !isDecided || facts.isResolved != isResolved { return false }
    return true
  }
}

/// Chances of scores, summed up: a uniform number finds its score.
struct ScoreTable: Sendable {
  private let lowest: Int
  /// Chance of each score but the last, or of a lower one.
  private let cumulative: [Double]

  init(_ scores: ScoreShares) {
    lowest = scores.lowest
    var sum = Share.zero
    cumulative = scores.shares.dropLast().map { share in
      sum = sum + share
      return sum.fraction
    }
  }

  /// Passed criteria of one check: binomial, from the products that define it, so that every machine has the same bits.
  init(criteria: Int, passed: Share) {
    lowest = 0
    let (success, failure) = (passed.fraction, passed.complement.fraction)
    // Row after row of Pascal's triangle: after n steps, entry k is the chance of k passes among n.
    var chances = [1.0] + Array(repeating: 0, count: criteria)
    for count in stride(from: 1, through: criteria, by: 1) {
      for score in stride(from: count, through: 1, by: -1) {
        chances[score] = chances[score] * failure + chances[score - 1] * success
      }
      chances[0] *= failure
    }
    var sum = 0.0
    cumulative = chances.dropLast().map { chance in
      sum += chance
      return sum
    }
  }

  func score(_ uniform: Double) -> Int { lowest + (cumulative.firstIndex { uniform < $0 } ?? cumulative.count) }
}
