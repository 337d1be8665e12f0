public import ContactCenter
public import EventLog

/// The factors that chance draws for the demand of a plan, each told once, where its stretch begins.
public struct DemandFactors: Sendable {
  private struct Entry: Hashable {
    var factor: RateFactor
    /// Number of the day or the interval.
    var number: Int
  }

  private struct Place {
    var time: Int64
    var queue: Int
    var entry: Entry
    var source: ArrivalProcess.Source
  }

  /// In order of time; factors at one instant in order of scope and group.
  private let places: [Place]

  public init(_ plan: SimulationPlan) {
    var places: [Place] = []
    var indices: [Entry: Int] = [:]
    for stream in plan.arrivals where !stream.factors.isEmpty {
      let queue = stream.mix.firstIndex { $0 > 0 } ?? 0
      for source in ArrivalProcess.sources(of: stream, plan) {
        for factor in stream.factors {
          let (number, time) = Self.stretch(of: factor.scope, source, plan)
          let entry = Entry(factor: factor, number: number)
          if let index = indices[entry] {
            places[index].queue = min(places[index].queue, queue)
          } else {
            indices[entry] = places.count
            places.append(Place(time: time, queue: queue, entry: entry, source: source))
          }
        }
      }
    }
    func rank(_ place: (offset: Int, element: Place)) -> (Int64, UInt8, Int, Int) {
      let factor = place.element.entry.factor
      return (place.element.time, FactorScope(factor.scope).rawValue, factor.group, place.offset)
    }
    self.places = places.enumerated().sorted { rank($0) < rank($1) }.map(\.element)
  }

  /// The events of one replication, in order.
  public func events(seed: UInt64, replication: Int) -> [EventRecord] {
    guard !places.isEmpty else { return [] }
    // A state for each, so that correlated intervals are drawn one after another.
    var draws: [RateFactor: RateFactorDraws] = [:]
    return places.map { place in
      let factor = place.entry.factor
      let drawn = draws[factor, default: RateFactorDraws(seed: seed, replication: UInt64(replication))].product(
        [factor], day: place.source.day, interval: place.source.interval, firstInterval: place.source.firstInterval)
      let event = Event.demandFactorDrawn(
        queue: place.queue, scope: FactorScope(factor.scope), group: factor.group,
        millionths: Int(min(drawn * 1e6, Self.largestMillionths).rounded()))
      return EventRecord(event, at: SimulationTime(microseconds: place.time))
    }
  }

  /// Of the stretch for which a factor holds: its number, and where it begins.
  private static func stretch(
    of scope: RateFactor.Scope, _ source: ArrivalProcess.Source, _ plan: SimulationPlan
  ) -> (number: Int, time: Int64) {
    let day = plan.dayStarts[source.day].microseconds
    return switch scope {
    case .replication: (0, 0)
    case .day: (source.day, day)
    case .interval: (source.interval, max(day, Int64(source.interval) * plan.interval.microseconds))
    }
  }

  /// A hundred million times the expected rate: what the log holds is a little more.
  private static let largestMillionths = 1e14
}
