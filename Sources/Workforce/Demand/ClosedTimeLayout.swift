internal import ContactCenter

/// The contacts that come shortly before opening and after closing, in streams of their own.
struct ClosedTimeLayout {
  private let scenario: Scenario
  private let stretches: [TimeStretch]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    stretches = scenario.openStretches
  }

  /// Draws of these streams, apart from those of open time.
  private static let earlySubstream: UInt64 = 1_000
  private static let lateSubstream: UInt64 = 2_000

  func streams(beside streams: [SimulationPlan.ArrivalStream]) -> [SimulationPlan.ArrivalStream] {
    var result: [SimulationPlan.ArrivalStream] = []
    for (index, stream) in streams.enumerated() {
      if let early = scenario.demand.earlyCallers {
        result.append(self.stream(like: stream, early, Self.earlySubstream + UInt64(index), at: before))
      }
      if let late = scenario.demand.lateCallers {
        result.append(self.stream(like: stream, late, Self.lateSubstream + UInt64(index), at: after))
      }
    }
    return result.filter { !$0.pieces.isEmpty }
  }

  /// When callers come before each opening who wait for it.
  var earlyStretches: [TimeStretch] {
    guard let early = scenario.demand.earlyCallers, !early.areTurnedAway, early.share > .zero else { return [] }
    return stretches.indices.compactMap { before($0, within: early.within) }
  }

  private func stream(
    like stream: SimulationPlan.ArrivalStream, _ callers: ClosedTimeCallers, _ substream: UInt64,
    at place: (Int, TimeSpan) -> TimeStretch?
  ) -> SimulationPlan.ArrivalStream {
    var own = stream
    own.substream = substream
    own.isTurnedAway = callers.areTurnedAway
    own.isOfClosedTime = true
    own.pieces = stretches.indices.compactMap { index in
      guard let closed = place(index, callers.within) else { return nil }
      let contacts = stream.pieces.reduce(0) { $0 + ($1.cut(to: stretches[index])?.expectedContacts ?? 0) }
      guard contacts > 0 else { return nil }
      return .init(start: closed.start, end: closed.end, expectedContacts: contacts * callers.share.fraction)
    }
    return own
  }

  /// The closed time before an opening, not longer than `within`.
  private func before(_ index: Int, within: TimeSpan) -> TimeStretch? {
    let opening = stretches[index].start
    let closing = index > 0 ? stretches[index - 1].end : .zero
    let start = max(closing, SimulationTime(microseconds: max(0, (opening - .zero).microseconds - within.microseconds)))
    return start < opening ? TimeStretch(start: start, end: opening) : nil
  }

  private func after(_ index: Int, within: TimeSpan) -> TimeStretch? {
    let closing = stretches[index].end
    let horizon = SimulationTime.zero + scenario.horizon
    let opening = index + 1 < stretches.count ? stretches[index + 1].start : horizon
    let end = min(opening, closing + within)
    return closing < end ? TimeStretch(start: closing, end: end) : nil
  }
}

extension Scenario {
  /// The open time of the horizon in order; hours that meet at midnight are one stretch.
  var openStretches: [TimeStretch] {
    let clock = clock
    let ranges = days.enumerated().flatMap { index, day in
      day.open.map { open in
        let range = clock.range(day: index, open)
        return TimeStretch(start: .zero + range.start, end: .zero + range.end)
      }
    }.sorted { $0.start < $1.start }
    var merged: [TimeStretch] = []
    for range in ranges {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1].end = max(last.end, range.end)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
