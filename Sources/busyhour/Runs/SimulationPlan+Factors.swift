internal import ContactCenter
internal import EventLog

extension SimulationPlan {
  /// The factors that move the demand of a queue. The log tells each once, under the first of the queues that it moves.
  func factors(ofQueue queue: Int) -> Set<FactorKey> {
    Set(arrivals.filter { $0.mix[queue] > 0 }.flatMap(\.factors).map { FactorKey($0) })
  }
}
