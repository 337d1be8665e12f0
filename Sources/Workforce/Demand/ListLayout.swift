internal import ContactCenter

/// Lays the lists that the center makes for itself over the horizon: streams of their own, with draws of their own, so that
/// all other contacts keep theirs.
struct ListLayout {
  let scenario: Scenario

  private static let firstSubstream: UInt64 = 1 << 40
  /// Time in which a list that is there at once comes in.
  private static let instant = TimeSpan.seconds(1)

  var streams: [SimulationPlan.ArrivalStream] {
    scenario.queues.enumerated().compactMap { index, queue in
      guard let list = queue.list else { return nil }
      var stream = SimulationPlan.ArrivalStream(
        pieces: pieces(of: list), mix: scenario.queues.indices.map { $0 == index ? 1 : 0 }, process: .exact,
        substream: Self.firstSubstream + UInt64(index))
      stream.isList = true
      return stream.pieces.isEmpty ? nil : stream
    }
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
