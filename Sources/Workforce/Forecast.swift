public import ContactCenter

/// Expected contacts over the horizon: the scenario's demand laid out day by day.
public struct Forecast: Hashable, Sendable {
  /// What staffing counts on: contacts of the open time, foreseen events in them. Streams with the same mix are one.
  public var planned: [SimulationPlan.ArrivalStream]
  /// All that comes, by chance or early, late and unforeseen, for the simulator.
  public var streams: [SimulationPlan.ArrivalStream]

  /// Each open day gets its volume (contacts per day x weekday factor x the date's), spread over its open hours in
  /// proportion to the profile; profile outside the opening hours is cut off and the rest scaled up.
  public init(_ scenario: Scenario) {
    let ordinary = DemandLayout(scenario).streams
    planned = EventLayout(scenario, scenario.demand.events.filter(\.isForeseen)).applied(to: ordinary)
    let all = ordinary + ClosedTimeLayout(scenario).streams(beside: ordinary)
    streams = EventLayout(scenario, scenario.demand.events).applied(to: all).filter { !$0.pieces.isEmpty }
  }

  /// Stretches of constant rate of all queues together, in order of time where nothing overlaps.
  public var pieces: [SimulationPlan.ArrivalStream.Piece] {
    if planned.count == 1, planned[0].thinnings.isEmpty { return planned[0].pieces }
    return planned.flatMap { stream in
      stream.expectations.map { expectation in
        var piece = expectation.piece
        piece.expectedContacts = expectation.contacts.reduce(0, +)
        return piece
      }
    }
  }

  /// Expected contacts by queue and step of the horizon.
  public func contacts(every step: TimeSpan, count: Int) -> [[Double]] {
    var contacts: [[Double]] = Array(repeating: Array(repeating: 0, count: count), count: planned.first?.mix.count ?? 0)
    for expectation in planned.flatMap(\.expectations) {
      expectation.spread(over: step) { index, queue, expected in contacts[queue][index] += expected }
    }
    return contacts
  }

  /// Whether every stretch has the mix of the whole.
  var hasOneMix: Bool { planned.count <= 1 && planned.allSatisfy { $0.thinnings.isEmpty } }

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
