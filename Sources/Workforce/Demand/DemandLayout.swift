internal import ContactCenter

/// The contacts of open time, one stream for each group of queues that nothing tells apart but their share.
struct DemandLayout {
  private let scenario: Scenario
  private var demand: Demand { scenario.demand }

  init(_ scenario: Scenario) { self.scenario = scenario }

  var streams: [SimulationPlan.ArrivalStream] {
    groups.enumerated().compactMap { index, queues in
      let share = queues.reduce(0) { $0 + demand.mix[$1] }
      let pieces = pieces(of: queues, share: queues.count == demand.mix.count ? 1 : share)
      guard share > 0, !pieces.isEmpty else { return nil }
      let mix = demand.mix.indices.map { queue in
        guard queues.count < demand.mix.count else { return demand.mix[queue] }
        return queues.contains(queue) ? demand.mix[queue] / share : 0
      }
      return SimulationPlan.ArrivalStream(
        pieces: pieces, mix: mix, process: demand.process, factors: factors(group: index),
        substream: groups.count > 1 ? UInt64(index) : nil)
    }
  }

  /// Queues that share a shape of the day and their busy days.
  private var groups: [[Int]] {
    let isApart = demand.mix.indices.map { queue in
      demand.variation.isBusynessByQueue || hasOwnShape(queue)
    }
    let together = demand.mix.indices.filter { !isApart[$0] }
    return (together.isEmpty ? [] : [together]) + demand.mix.indices.filter { isApart[$0] }.map { [$0] }
  }

  private func hasOwnShape(_ queue: Int) -> Bool {
    (demand.queueProfiles.indices.contains(queue) && demand.queueProfiles[queue] != nil)
      || demand.counts.contains { $0.queue != nil }
      || (demand.queueDays.indices.contains(queue) && demand.queueDays[queue] != nil)
  }

  private func factors(group: Int) -> [RateFactor] {
    let variation = demand.variation
    var factors: [RateFactor] = []
    if variation.uncertainty > 0 {
      factors.append(RateFactor(.replication, coefficientOfVariation: variation.uncertainty))
    }
    if variation.busyness > 0 {
      let own = variation.isBusynessByQueue ? group : 0
      factors.append(RateFactor(.day, coefficientOfVariation: variation.busyness, group: own))
    }
    if variation.fluctuation > 0 {
      factors.append(
        RateFactor(
          .interval(correlation: variation.correlation), coefficientOfVariation: variation.fluctuation))
    }
    return factors
  }

  // MARK: Days

  private func pieces(of queues: [Int], share: Double) -> [SimulationPlan.ArrivalStream.Piece] {
    let clock = scenario.clock
    return scenario.days.enumerated().flatMap { index, day in
      pieces(of: day, index, clock, queues, share: share)
    }.sorted { $0.start < $1.start }
  }

  private func pieces(
    of day: OperatingDay, _ index: Int, _ clock: HorizonClock, _ queues: [Int], share: Double
  ) -> [SimulationPlan.ArrivalStream.Piece] {
    let counts = counts(of: day, queues)
    // Without days of their own the shares are those of the mix, to the bit.
    let share = demand.queueDays.isEmpty ? share : demand.share(of: queues, on: day.weekday)
    guard share > 0 else { return [] }
    let cuts = day.open.flatMap { open in (counts ?? profile(of: day, queues)).flatMap { $0.cut(to: open) } }
    let weight = cuts.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return [] }
    let volume = counts == nil ? volume(of: day) * share : counted(weight, on: day, share: share)
    return cuts.compactMap { cut in
      // An hour that the clocks skip has no contacts, one that comes twice has twice as many: the rate is the clock's.
      // What was counted in it is known, though.
      let range = clock.range(day: index, cut.clock)
      guard range.start < range.end else { return nil }
      let stretched =
        counts != nil || range.length == cut.clock.length
        ? 1 : Double(range.length.microseconds) / Double(cut.clock.length.microseconds)
      return SimulationPlan.ArrivalStream.Piece(
        start: .zero + range.start, end: .zero + range.end,
        expectedContacts: Forecast.roundedToNanocontacts(volume * (cut.weight / weight) * stretched))
    }
  }

  private func volume(of day: OperatingDay) -> Double {
    let ordinary = demand.contactsPerDay * demand.weekdayFactors[day.weekday.rawValue - 1]
    switch dateVolume(of: day) {
    case .factor(let factor): return ordinary * factor
    case .contacts(let contacts): return contacts
    case nil: return ordinary
    }
  }

  /// The counts of a day, which are those of the group where they are by queue.
  private func counted(_ contacts: Double, on day: OperatingDay, share: Double) -> Double {
    let isByQueue = demand.counts.contains { $0.queue != nil }
    let own = isByQueue ? contacts : contacts * share
    switch dateVolume(of: day) {
    case .factor(let factor): return own * factor
    case .contacts(let wanted):
      let all = demand.counts.filter { $0.date == day.date }.reduce(0) { $0 + $1.contacts }
      return all > 0 ? wanted * own / all : 0
    case nil: return own
    }
  }

  private func dateVolume(of day: OperatingDay) -> DateVolume.Volume? {
    demand.dates.first { $0.date == day.date }?.volume
  }

  private func profile(of day: OperatingDay, _ queues: [Int]) -> [Demand.Piece] {
    if queues.count == 1, demand.queueProfiles.indices.contains(queues[0]), let own = demand.queueProfiles[queues[0]] {
      return own
    }
    let weekday = day.weekday.rawValue - 1
    return (demand.weekdayProfiles.indices.contains(weekday) ? demand.weekdayProfiles[weekday] : nil) ?? demand.profile
  }

  private func counts(of day: OperatingDay, _ queues: [Int]) -> [Demand.Piece]? {
    let ofDate = demand.counts.filter { $0.date == day.date }
    guard !ofDate.isEmpty else { return nil }
    return ofDate.first { $0.queue == nil || queues == [$0.queue] }?.pieces ?? []
  }
}
