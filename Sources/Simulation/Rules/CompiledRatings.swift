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
  private let resolved: Chance<Share>
  private let accurate: Chance<Share>
  private let satisfaction: Chance<ScoreTable>
  private let recommendation: Chance<ScoreTable>
  private let passed: Chance<ScoreTable>
  /// Of every table, one after another.
  private let chances: [Double]

  /// What holds as a rule, if anything, and the cases that say something else.
  private struct Chance<Value: Sendable>: Sendable {
    var standard: Value?
    var cases: [(condition: Condition, value: Value)]

    init(_ standard: Value?, _ rules: RatingRules, _ value: (OutcomeCase) -> Value?) {
      self.standard = standard
      cases = rules.cases.compactMap { rule in value(rule).map { (Condition(rule), $0) } }
    }

    /// What the first case says that holds.
    /// - Parameter isDecided: whether it is known yet if the matter is settled.
    func value(_ facts: Facts, isDecided: Bool = true) -> Value? {
      for one in cases where one.condition.holds(facts, isDecided: isDecided) { return one.value }
      return standard
    }
  }

  init(_ rules: RatingRules) {
    var tables = ScoreTables()
    let criteria = rules.check?.criteria ?? 0
    surveyed = rules.surveyed
    check = rules.check
    resolved = Chance(nil, rules) { $0.resolved }
    accurate = Chance(rules.accurate, rules) { $0.accurate }
    satisfaction = Chance(rules.satisfaction.map { tables.add($0) }, rules) { $0.satisfaction.map { tables.add($0) } }
    recommendation = Chance(rules.recommendation.map { tables.add($0) }, rules) {
      $0.recommendation.map { tables.add($0) }
    }
    passed = Chance(rules.check.map { tables.add(criteria: criteria, passed: $0.passed) }, rules) {
      $0.passed.map { tables.add(criteria: criteria, passed: $0) }
    }
    chances = tables.chances
  }

  /// nil where no case says anything.
  func resolved(_ facts: Facts) -> Share? { resolved.value(facts, isDecided: false) }
  /// nil, as below, where the queue knows no such thing.
  func accurate(_ facts: Facts) -> Share? { accurate.standard == nil ? nil : accurate.value(facts) }
  func satisfaction(_ facts: Facts) -> ScoreTable? { satisfaction.standard == nil ? nil : satisfaction.value(facts) }
  func recommendation(_ facts: Facts) -> ScoreTable? {
    recommendation.standard == nil ? nil : recommendation.value(facts)
  }
  func passed(_ facts: Facts) -> ScoreTable? { passed.standard == nil ? nil : passed.value(facts) }

  /// The score that a uniform number in (0, 1) stands for.
  func score(_ uniform: Double, in table: ScoreTable) -> Int {
    var score = 0
    while score < table.count, uniform >= chances[table.first + score] { score += 1 }
    return table.lowest + score
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
