internal import ContactCenter
internal import EventLog

/// Which factor of the demand it is, whatever was drawn for it.
struct FactorKey: Hashable {
  var scope: FactorScope
  var group: Int
}

extension FactorKey {
  init(_ factor: RateFactor) { self.init(scope: FactorScope(factor.scope), group: factor.group) }

  /// nil for events of other kinds.
  init?(_ event: Event?) {
    guard case .demandFactorDrawn(_, let scope, let group, _)? = event else { return nil }
    self.init(scope: scope, group: group)
  }
}

extension SimulationPlan {
  /// The factors that move the demand of a queue. The log tells each once, under the first of the queues that it moves.
  func factors(ofQueue queue: Int) -> Set<FactorKey> {
    Set(arrivals.filter { $0.mix[queue] > 0 }.flatMap(\.factors).map { FactorKey($0) })
  }
}
