/// What customers and checkers say of a talk, and whether its appointment is right: probabilities that the scenario states.
///
/// They hold for talks that end with the customer settled or not; a talk that is handed on is rated where it ends.
public struct RatingRules: Hashable, Sendable {
  /// Part of the customers who answer a survey of the questions below.
  public var surveyed: Share
  /// How satisfied they are, 1 to 5.
  public var satisfaction: ScoreShares?
  /// How likely they are to recommend the center, 0 to 10.
  public var recommendation: ScoreShares?
  /// Part of the talks whose appointment is right; nil where none is made.
  public var accurate: Share?
  /// Part of the talks that is checked, and by how many yes-or-no criteria; nil where none is.
  public var check: QualityCheck?
  /// Other probabilities under conditions: of each outcome, the first case that holds and states it counts.
  public var cases: [OutcomeCase]

  public init(
    surveyed: Share = .whole, satisfaction: ScoreShares? = nil, recommendation: ScoreShares? = nil,
    accurate: Share? = nil, check: QualityCheck? = nil, cases: [OutcomeCase] = []
  ) {
    self.surveyed = surveyed
    self.satisfaction = satisfaction
    self.recommendation = recommendation
    self.accurate = accurate
    self.check = check
    self.cases = cases
  }
}

/// Talks that somebody checks afterwards.
public struct QualityCheck: Hashable, Sendable {
  public var share: Share
  /// Yes-or-no questions of one check, 1 to 100; each is passed or not by itself.
  public var criteria: Int
  /// Probability of passing one.
  public var passed: Share

  public init(share: Share, criteria: Int, passed: Share) {
    self.share = share
    self.criteria = criteria
    self.passed = passed
  }
}
