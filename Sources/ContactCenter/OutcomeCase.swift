/// Other probabilities of outcomes where its conditions hold, all of them; a condition that is nil always holds.
public struct OutcomeCase: Hashable, Sendable {
  /// The customer has waited so long or longer, transfers included.
  public var waited: TimeSpan?
  /// The customer was handed on so often or more.
  public var transfers: Int?
  /// The talk is on this tier or a higher one: each escalation since the customer came leads one up, from 1.
  public var tier: Int?
  /// The talk was with somebody of this team.
  public var team: Int?
  /// The talk was with somebody who was hired fewer than so many weeks ago.
  public var hiredWithinWeeks: Int?
  /// The matter was settled, or was not: for outcomes other than ``resolved``.
  public var isResolved: Bool?

  public var resolved: Share?
  public var satisfaction: ScoreShares?
  public var recommendation: ScoreShares?
  public var accurate: Share?
  /// Probability of passing one criterion of a check.
  public var passed: Share?

  public init() {}
}
