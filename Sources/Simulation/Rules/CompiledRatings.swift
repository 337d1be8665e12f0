internal import ContactCenter

/// The outcomes of one queue, ready for drawing. A class of values without references: ten draws of every talk look here,
/// and whoever looks counts one reference, not one a table.
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

  let surveyed: Share
  let check: QualityCheck?
  private let accurate: Share?
  private let satisfaction: ScoreTable?
  private let recommendation: ScoreTable?
  private let passed: ScoreTable?
  private let cases: [Case]
  /// Of every table, one after another.
  private let chances: [Double]

  private struct Case: Sendable {
    var condition: Condition
    var resolved: Share?
    var accurate: Share?
    var satisfaction: ScoreTable?
    var recommendation: ScoreTable?
    var passed: ScoreTable?
  }

  init(_ rules: RatingRules) {
    var tables = ScoreTables()
    let criteria = rules.check?.criteria ?? 0
    surveyed = rules.surveyed
    check = rules.check
    accurate = rules.accurate
    satisfaction = rules.satisfaction.map { tables.add($0) }
    recommendation = rules.recommendation.map { tables.add($0) }
    passed = rules.check.map { tables.add(criteria: criteria, passed: $0.passed) }
    cases = rules.cases.map { rule in
      Case(
        condition: Condition(rule), resolved: rule.resolved, accurate: rule.accurate,
        satisfaction: rule.satisfaction.map { tables.add($0) },
        recommendation: rule.recommendation.map { tables.add($0) },
        passed: rule.passed.map { tables.add(criteria: criteria, passed: $0) })
    }
    chances = tables.chances
  }

  func resolved(_ facts: Facts) -> Share? { first(facts, isDecided: false) { $0.resolved } }
  func accurate(_ facts: Facts) -> Share? { accurate.map { standard in first(facts) { $0.accurate } ?? standard } }
  func satisfaction(_ facts: Facts) -> ScoreTable? { satisfaction.map { first(facts) { $0.satisfaction } ?? $0 } }
  func recommendation(_ facts: Facts) -> ScoreTable? { recommendation.map { first(facts) { $0.recommendation } ?? $0 } }
  func passed(_ facts: Facts) -> ScoreTable? { passed.map { first(facts) { $0.passed } ?? $0 } }

  /// The score that a uniform number in (0, 1) stands for.
  func score(_ uniform: Double, in table: ScoreTable) -> Int {
    var score = 0
    while score < table.count, uniform >= chances[table.first + score] { score += 1 }
    return table.lowest + score
  }

  /// What the first case says that holds and says anything.
  /// - Parameter isDecided: whether it is known yet if the matter is settled.
  private func first<Value>(_ facts: Facts, isDecided: Bool = true, _ value: (Case) -> Value?) -> Value? {
    for one in cases {
      if let value = value(one), one.condition.holds(facts, isDecided: isDecided) { return value }
    }
    return nil
  }

  /// When a case holds: all that it states.
  private struct Condition: Sendable {
    private let waited: Int64?
    private let transfers: Int?
    private let tier: Int?
    private let team: Int?
    private let hiredWithinWeeks: Int?
    private let isResolved: Bool?

    init(_ rule: OutcomeCase) {
      waited = rule.waited?.microseconds
      transfers = rule.transfers
      tier = rule.tier
      team = rule.team
      hiredWithinWeeks = rule.hiredWithinWeeks
      isResolved = rule.isResolved
    }

    func holds(_ facts: Facts, isDecided: Bool) -> Bool {
      if let waited, facts.waited < waited { return false }
      if let transfers, facts.transfers < transfers { return false }
      if let tier, facts.escalations + 1 < tier { return false }
      if let team, facts.team != team { return false }
      if let hiredWithinWeeks, (facts.tenureWeeks ?? .max) >= hiredWithinWeeks { return false }
      if let isResolved, !isDecided || facts.isResolved != isResolved { return false }
      return true
    }
  }
}
