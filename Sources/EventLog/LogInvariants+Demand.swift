extension LogInvariants {
  /// A factor is one of the plan's, told where its stretch begins, once.
  mutating func factorIsDrawn(_ queue: Int, _ scope: FactorScope, _ group: Int) {
    if let event, !drawn.insert(event).inserted { report(.factorDrawnTwice) }
    guard let routing else { return }
    let factor = FactorKey(scope: scope, group: group)
    if !routing.factors.holds(factor, queue: queue, at: time) { report(.noSuchFactor) }
  }
}
