internal import ContactCenter

/// Puts special events on streams. More contacts come in a stream of their own, fewer are a thinning: either way all
/// other contacts keep their instants and their draws.
struct EventLayout {
  private let scenario: Scenario
  private let events: [SpecialEvent]

  init(_ scenario: Scenario, _ events: [SpecialEvent]) {
    self.scenario = scenario
    self.events = events
  }

  /// Draws of an event's own contacts: apart from all others, whatever else the scenario has.
  private static let firstSubstream: UInt64 = 1 << 20
  private static let substreamsAnEvent: UInt64 = 1 << 20

  /// The streams with the events. Events that overlap multiply.
  func applied(to streams: [SimulationPlan.ArrivalStream]) -> [SimulationPlan.ArrivalStream] {
    var result = streams
    for (index, event) in events.enumerated() where event.factor > 1 {
      let first = Self.firstSubstream + UInt64(index) * Self.substreamsAnEvent
      let more = result.enumerated().compactMap { offset, stream in
        additional(to: stream, event, substream: first + UInt64(offset))
      }
      result += more
    }
    for event in events where event.factor < 1 {
      let stretches = stretches(of: event)
      for index in result.indices {
        result[index].thinnings += stretches.filter { stretch in
          result[index].pieces.contains { $0.cut(to: stretch) != nil }
        }.map { .init(time: $0, kept: event.factor, queue: event.queue) }
      }
    }
    return result
  }

  private func additional(
    to stream: SimulationPlan.ArrivalStream, _ event: SpecialEvent, substream: UInt64
  ) -> SimulationPlan.ArrivalStream? {
    let share = event.queue.map { stream.mix[$0] } ?? 1
    let stretches = stretches(of: event)
    var own = stream
    own.substream = substream
    own.pieces = stream.pieces.flatMap { piece in stretches.compactMap { piece.cut(to: $0) } }.map { piece in
      var piece = piece
      piece.expectedContacts *= (event.factor - 1) * share
      return piece
    }
    if let queue = event.queue { own.mix = stream.mix.indices.map { $0 == queue ? 1 : 0 } }
    return share > 0 && !own.pieces.isEmpty ? own : nil
  }

  private func stretches(of event: SpecialEvent) -> [TimeStretch] {
    let clock = scenario.clock
    return scenario.days.enumerated().filter { event.date == nil || $0.element.date == event.date }.map { index, _ in
      let start = SimulationTime.zero + clock.instant(day: index, event.start)
      return TimeStretch(start: start, end: start + event.length)
    }
  }
}
