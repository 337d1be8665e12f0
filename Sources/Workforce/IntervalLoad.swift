public import ContactCenter

/// What one team has to handle in one interval of the horizon.
public struct IntervalLoad: Hashable, Sendable {
  /// Number of the interval, from the start of the horizon.
  public var index: Int
  public var start: SimulationTime
  /// Expected contacts.
  public var contacts: Double
  /// Mean handle time with wrap-up of those contacts; zero where there are none.
  public var handleTimeSeconds: Double
  /// The shortest acceptable wait of the queues served.
  public var acceptableWait: TimeSpan
  public var length: TimeSpan
  public var offeredLoadErlangs: Double { contacts * handleTimeSeconds / length.inSeconds }
}

extension IntervalLoad {
  /// The loads of a team in every interval. A queue that several teams serve is split evenly among them.
  public static func loads(of team: Int, in scenario: Scenario, _ forecast: Forecast, intervals: Int) -> [IntervalLoad]
  {
    let queues = scenario.teams[team].queues
    let shares = queues.map { queue in
      scenario.demand.mix[queue] / Double(max(1, scenario.teams.count { $0.queues.contains(queue) }))
    }
    let share = shares.reduce(0, +)
    let work = zip(queues, shares).reduce(0) { $0 + scenario.queues[$1.0].workSeconds * $1.1 }
    let wait = queues.map { scenario.queues[$0].acceptableWait }.min() ?? .zero
    var contacts = Array(repeating: 0.0, count: intervals)
    for piece in forecast.pieces { piece.spread(over: scenario.interval) { contacts[$0] += $1 * share } }
    return contacts.enumerated().map { index, contacts in
      IntervalLoad(
        index: index, start: .zero + Int64(index) * scenario.interval,
        contacts: Forecast.roundedToNanocontacts(contacts), handleTimeSeconds: share > 0 ? work / share : 0,
        acceptableWait: wait, length: scenario.interval)
    }
  }
}

extension ContactQueue {
  /// Mean talk and wrap-up of a contact.
  public var workSeconds: Double { handleTime.mean.inSeconds + (wrapUp?.mean.inSeconds ?? 0) }
}
