internal import Erlang

/// The columns that say what must be reached.
///
/// `target_sl` is the bound of the first target; `definition`, or `criterion`, says what it bounds. The other columns
/// add targets of their own, and the largest team decides.
enum TargetColumns {
  /// What `target_sl` bounds: at least a service level by its definition, at most one of the last three.
  enum Criterion: String, CaseIterable {
    case offered
    case exclShortAbandons = "excl_short_abandons"
    case answered
    case inclShortAbandons = "incl_short_abandons"
    case virtual
    case abandonment
    case waitProbability = "p_wait"
    case averageSpeedOfAnswer = "asa"

    var definition: ServiceLevelDefinition? { ServiceLevelDefinition(rawValue: rawValue) }
  }

  /// Other spellings in use.
  private static let synonyms: [String: Criterion] = [
    "excl_short_ab": .exclShortAbandons, "incl_short_ab": .inclShortAbandons, "ab_counts_good": .inclShortAbandons,
    "abandon": .abandonment, "p_abandon": .abandonment, "delay": .waitProbability, "asa_s": .averageSpeedOfAnswer,
  ]

  static let criteria = ["definition", "criterion"]
  static let others = ["max_asa_s", "max_abandonment", "max_p_wait", "max_wait_s", "wait_quantile", "min_positions"]

  static func criterion(of row: TableRow) throws(RowError) -> Criterion {
    for column in criteria {
      if let text = row.text(column), let synonym = synonyms[text.lowercased()] { return synonym }
      if let criterion = try row.word(column, as: Criterion.self) { return criterion }
    }
    return .offered
  }

  /// The target of `target_sl`.
  static func target(of row: TableRow) throws(RowError) -> StaffingTarget {
    let bound = try row.decimal("target_sl")
    switch try criterion(of: row) {
    case .abandonment: return .abandonment(atMost: bound)
    case .waitProbability: return .waitProbability(atMost: bound)
    case .averageSpeedOfAnswer: return .averageSpeedOfAnswer(atMostSeconds: bound.double)
    case let criterion:
      return .serviceLevel(
        atLeast: bound, withinSeconds: try row.number("threshold_s"), definition: criterion.definition ?? .offered)
    }
  }

  /// Every target of a row with the name that `binding` gives it.
  static func all(of row: TableRow) throws(RowError) -> [(name: String, target: StaffingTarget)] {
    var targets: [(String, StaffingTarget)] = []
    if row.text("target_sl") != nil {
      let criterion = try criterion(of: row)
      targets.append((criterion.definition == nil ? criterion.rawValue : "service_level", try target(of: row)))
    }
    if let cap = try row.decimalIfSet("max_occupancy") { targets.append(("occupancy", .occupancy(atMost: cap))) }
    if let seconds = try row.numberIfSet("max_asa_s") {
      targets.append(("asa", .averageSpeedOfAnswer(atMostSeconds: seconds)))
    }
    if let share = try row.decimalIfSet("max_abandonment") {
      targets.append(("abandonment", .abandonment(atMost: share)))
    }
    if let share = try row.decimalIfSet("max_p_wait") { targets.append(("p_wait", .waitProbability(atMost: share))) }
    if let seconds = try row.numberIfSet("max_wait_s") {
      targets.append(
        ("max_wait", .maximalWait(atMostSeconds: seconds, quantile: try row.decimal("wait_quantile"))))
    }
    if row.text("min_positions") != nil {
      targets.append(("min_positions", .minimumAgents(try row.whole("min_positions", in: 0...1_000_000))))
    }
    return targets
  }
}
