internal import ContactCenter

/// Lays the lists that the center makes for itself, and what waits at the start, over the horizon: streams of their own, with draws of their own, so that
/// all other contacts keep theirs.
struct ListLayout {
  let scenario: Scenario

  private static let firstSubstream: UInt64 = 1 << 40
  private static let firstBacklogSubstream: UInt64 = 1 << 41
  /// Time in which a list that is there at once comes in.
  private static let instant = TimeSpan.seconds(1)

  var streams: [SimulationPlan.ArrivalStream] {
    scenario.queues.enumerated().flatMap { index, queue in
      [
        stream(of: index, pieces: queue.list.map(pieces) ?? [], Self.firstSubstream),
        stream(of: index, pieces: backlog(of: queue), Self.firstBacklogSubstream),
      ].compactMap { $0 }
    }
  }

  private func stream(
    of queue: Int, pieces: [SimulationPlan.ArrivalStream.Piece], _ firstSubstream: UInt64
  ) -> SimulationPlan.ArrivalStream? {
    guard !pieces.isEmpty else { return nil }
    var stream = SimulationPlan.ArrivalStream(
      pieces: pieces, mix: scenario.queues.indices.map { $0 == queue ? 1 : 0 }, process: .exact,
      substream: firstSubstream + UInt64(queue))
    stream.isList = true
    return stream
  }

  /// What waits when the horizon begins: people do so from the first opening on.
  private func backlog(of queue: ContactQueue) -> [SimulationPlan.ArrivalStream.Piece] {
    guard queue.backlog > 0 else { return [] }
    var start = SimulationTime.zero + scenario.start
    if !queue.rules.channel.isDeferred, let first = PlanTimes.open(scenario).first { start = max(start, first.start) }
    return [.init(start: start, end: start + Self.instant, expectedContacts: Double(queue.backlog))]
  }

  private func pieces(of list: ContactList) -> [SimulationPlan.ArrivalStream.Piece] {
    let clock = scenario.clock
    return scenario.days.enumerated().filter { !$0.element.open.isEmpty }.flatMap { index, day in
      guard let time = list.time else {
        let length = day.open.reduce(0.0) { $0 + $1.length.inSeconds }
        return day.open.map { open in
          let range = clock.range(day: index, open)
          return SimulationPlan.ArrivalStream.Piece(
            start: .zero + range.start, end: .zero + range.end,
            expectedContacts: list.contactsPerDay * open.length.inSeconds / length)
        }
      }
      let start = SimulationTime.zero + clock.instant(day: index, time)
      return [.init(start: start, end: start + Self.instant, expectedContacts: list.contactsPerDay)]
    }
  }
}
