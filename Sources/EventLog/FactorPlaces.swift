public import ContactCenter

/// Where a plan lets chance move the demand: what the laws of the log need to know of it.
public struct FactorPlaces: Hashable, Sendable {
  /// By factor the first queues of the streams that it moves.
  private let queues: [FactorKey: Set<Int>]
  private let dayStarts: Set<Int64>
  private let interval: Int64

  public init(_ plan: SimulationPlan) {
    dayStarts = Set(plan.dayStarts.dropLast().map(\.microseconds))
    interval = plan.interval.microseconds
    var queues: [FactorKey: Set<Int>] = [:]
    for stream in plan.arrivals {
      guard let first = stream.mix.firstIndex(where: { $0 > 0 }) else { continue }
      for factor in stream.factors {
        queues[FactorKey(factor), default: []].insert(first)
      }
    }
    self.queues = queues
  }

  /// Whether the plan draws such a factor for a stretch that begins at an instant.
  func holds(_ factor: FactorKey, queue: Int, at time: Int64) -> Bool {
    guard queues[factor]?.contains(queue) == true else { return false }
    return switch factor.scope {
    case .forecast: time == 0
    case .day: dayStarts.contains(time)
    case .interval: time % interval == 0
    }
  }
}
