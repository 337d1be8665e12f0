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
    let shares = queues.map { scenario.share(ofQueue: $0) }
    let share = shares.reduce(0, +)
    let work = zip(queues, shares).reduce(0) { $0 + scenario.queues[$1.0].meanWork.inSeconds * $1.1 }
    let wait = queues.map { scenario.queues[$0].acceptableWait }.min() ?? .zero
    let isSteady = queues.allSatisfy { scenario.queues[$0].factors.handleTime.isEmpty }
    let handleTimes = forecast.hasOneMix && isSteady ? nil : Self.mixed(team, queues, scenario, forecast, intervals)
    var contacts = Array(repeating: 0.0, count: intervals)
    if let handleTimes {
      contacts = handleTimes.map(\.contacts)
    } else {
      for piece in forecast.pieces { piece.spread(over: scenario.interval) { contacts[$0] += $1 * share } }
    }
    return contacts.enumerated().map { index, contacts in
      IntervalLoad(
        index: index, start: .zero + Int64(index) * scenario.interval,
        contacts: Forecast.roundedToNanocontacts(contacts),
        handleTimeSeconds: handleTimes?[index].handleTimeSeconds ?? (share > 0 ? work / share : 0),
        acceptableWait: wait, length: scenario.interval)
    }
  }

  /// The mean of factors over a stretch; 1 where none holds.
  private static func mean(of factors: [TimeFactor], from start: TimeSpan, to end: TimeSpan) -> Double {
    factors.reduce(1) { mean, factor in
      let overlap = min(end, factor.time.end - .zero) - max(start, factor.time.start - .zero)
      guard overlap > .zero else { return mean }
      return mean + (factor.factor - 1) * overlap.inSeconds / (end - start).inSeconds
    }
  }

  /// Contacts and their mean work, interval by interval, where the mix of queues changes over the day.
  private static func mixed(
    _ team: Int, _ queues: [Int], _ scenario: Scenario, _ forecast: Forecast, _ intervals: Int
  ) -> [(contacts: Double, handleTimeSeconds: Double)] {
    let byQueue = forecast.contacts(every: scenario.interval, count: intervals)
    let factors = scenario.queues.map { PlanTimes.factors($0.factors.handleTime, scenario) }
    return (0..<intervals).map { index in
      var (contacts, work) = (0.0, 0.0)
      for queue in queues where !byQueue.isEmpty {
        let own = byQueue[queue][index] / Double(max(1, scenario.teams.count { $0.queues.contains(queue) }))
        contacts += own
        let start = Int64(index) * scenario.interval
        let factor = Self.mean(of: factors[queue], from: start, to: start + scenario.interval)
        work +=
          own
          * (scenario.queues[queue].handleTime.mean.inSeconds * factor
            + (scenario.queues[queue].wrapUp?.mean.inSeconds ?? 0))
      }
      return (contacts, contacts > 0 ? work / contacts : 0)
    }
  }
}
