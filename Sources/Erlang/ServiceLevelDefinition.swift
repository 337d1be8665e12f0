/// What "answered within t" is divided by, and what abandonment counts for: the definitions in use disagree by points.
public enum ServiceLevelDefinition: String, CaseIterable, Sendable {
  /// Answered within t / offered: every abandonment counts against the level.
  case offered
  /// Answered within t / (offered - abandoned within t): early abandonments are left out.
  case exclShortAbandons = "excl_short_abandons"
  /// Answered within t / answered.
  case answered
  /// (Answered or abandoned within t) / offered: early abandonments count as good, 1 - P(W > t).
  case inclShortAbandons = "incl_short_abandons"
  /// P(virtual wait <= t): a contact of infinite patience.
  case virtual
}
