/// Which contacts count in a service level. The four usual definitions lie up to 7 points apart on real logs, so every
/// figure names its own.
///
/// Source: Koole, "Call Center Optimization" (2013), section 2; Buist & L'Ecuyer, ContactCenters.
public enum ServiceLevelDefinition: String, CaseIterable, Hashable, Sendable {
  /// Answered within T / (offered - abandoned within T). The default.
  case excludingShortAbandons = "excl_short_abandons"
  /// (Answered within T + abandoned within T) / offered.
  case includingShortAbandons = "incl_short_abandons"
  /// Answered within T / answered.
  case answered = "answered"
  /// Answered within T / offered.
  case offered = "offered"
}
