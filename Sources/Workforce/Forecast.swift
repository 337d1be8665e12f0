public import ContactCenter

/// Expected contacts over the horizon: the scenario's demand laid out day by day.
public struct Forecast: Hashable, Sendable {
  /// Stretches of constant rate, in order of time.
  public var pieces: [SimulationPlan.ArrivalStream.Piece]

  /// Each open day gets its volume (contacts per day x weekday factor), spread over its open hours in proportion to the
  /// profile; profile outside the opening hours is cut off and the rest scaled up.
  public init(_ scenario: Scenario) {
    pieces = scenario.days.enumerated().flatMap { index, day in
      Self.pieces(of: day, startingAt: .days(Int64(index)), scenario.demand)
    }.sorted { $0.start < $1.start }
  }

  private static func pieces(
    of day: OperatingDay, startingAt start: TimeSpan, _ demand: Demand
  ) -> [SimulationPlan.ArrivalStream.Piece] {
    let cuts = day.open.flatMap { open in demand.profile.flatMap { $0.cut(to: open) } }
    let weight = cuts.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return [] }
    let volume = demand.contactsPerDay * demand.weekdayFactors[day.weekday.rawValue - 1]
    return cuts.map { cut in
      SimulationPlan.ArrivalStream.Piece(
        start: .zero + start + cut.clock.start, end: .zero + start + cut.clock.end,
        expectedContacts: roundedToNanocontacts(volume * (cut.weight / weight)))
    }
  }

  /// Products of decimals carry binary dust; requirements are exact at ties only without it.
  static func roundedToNanocontacts(_ contacts: Double) -> Double {
    contacts < 1e6 ? (contacts * 1e9).rounded() / 1e9 : contacts
  }
}

extension Demand.Piece {
  /// The parts of the piece inside opening hours, which may run past midnight: there the profile begins anew.
  func cut(to open: ClockRange) -> [Demand.Piece] {
    [TimeSpan.zero, .days(1)].compactMap { shift in
      let start = max(clock.start + shift, open.start)
      let end = min(clock.end + shift, open.end)
      guard start < end else { return nil }
      let share = Double((end - start).microseconds) / Double(clock.length.microseconds)
      return Demand.Piece(clock: ClockRange(start: start, end: end), weight: weight * share)
    }
  }
}
