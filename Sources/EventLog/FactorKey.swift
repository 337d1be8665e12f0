public import ContactCenter

/// Which factor of the demand it is, whatever was drawn for it.
public struct FactorKey: Hashable, Sendable {
  public var scope: FactorScope
  /// As in ``Event/demandFactorDrawn(queue:scope:group:millionths:)``.
  public var group: Int

  public init(scope: FactorScope, group: Int) { (self.scope, self.group) = (scope, group) }
  public init(_ factor: RateFactor) { self.init(scope: FactorScope(factor.scope), group: factor.group) }

  /// nil for events of other kinds.
  public init?(_ event: Event) {
    guard case .demandFactorDrawn(_, let scope, let group, _) = event else { return nil }
    self.init(scope: scope, group: group)
  }
}
