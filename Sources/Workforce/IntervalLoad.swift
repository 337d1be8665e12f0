public import ContactCenter

/// What one team has to handle in one interval of the horizon.
public struct IntervalLoad: Hashable, Sendable {
  /// Number of the interval, from the start of the horizon.
  public var index: Int
  public var start: SimulationTime
  /// Expected contacts.
  public var contacts: Double
  /// Mean time that those contacts take of a person, wrap-up included; zero where there are none. Of contacts that are held
  /// several at once, the part of a person that they take where people hold as many as all of their kinds allow.
  public var handleTimeSeconds: Double
  /// The shortest acceptable wait of the queues served.
  public var acceptableWait: TimeSpan
  public var length: TimeSpan
  public var hands = Hands.one
  public var offeredLoadErlangs: Double { contacts * handleTimeSeconds / length.inSeconds }
}

extension IntervalLoad {
  /// How many contacts people hold at once.
  public enum Hands: Hashable, Sendable {
    case one
    /// The same for all contacts of the team.
    case several(Concurrency)
    /// Several of some kinds only, or not equally many: as many as each kind allows, 1 where some contacts are held alone.
    case mixed(limit: Int)
  }

  /// The loads of a team in every interval. A queue that several teams serve is split evenly among them.
  public static func loads(of team: Int, in scenario: Scenario, _ forecast: Forecast, intervals: Int) -> [IntervalLoad]
  {
    let queues = scenario.teams[team].queues
    let shares = queues.map { scenario.share(ofQueue: $0) }
    let share = shares.reduce(0, +)
    let hands = scenario.hands(ofTeam: team)
    let work = zip(queues, shares).reduce(0) {
      $0 + scenario.queues[$1.0].meanPersonSeconds(holding: hands.limit) * $1.1
    }
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
        acceptableWait: wait, length: scenario.interval, hands: hands)
    }
  }

  /// Mean time of a person that a contact of a queue takes in a stretch, by the factors that hold then.
  static func personSeconds(
    ofQueue queue: Int, holding limit: Int, in scenario: Scenario, _ factors: [TimeFactor], from start: TimeSpan,
    to end: TimeSpan
  ) -> Double {
    scenario.queues[queue].meanPersonSeconds(factor: mean(of: factors, from: start, to: end), holding: limit)
  }

  /// The mean of factors over a stretch; 1 where none holds.
  static func mean(of factors: [TimeFactor], from start: TimeSpan, to end: TimeSpan) -> Double {
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
    let limit = scenario.hands(ofTeam: team).limit
    return (0..<intervals).map { index in
      var (contacts, work) = (0.0, 0.0)
      for queue in queues where !byQueue.isEmpty {
        let own = byQueue[queue][index] / Double(max(1, scenario.teams.count { $0.queues.contains(queue) }))
        contacts += own
        let start = Int64(index) * scenario.interval
        work +=
          own
          * personSeconds(
            ofQueue: queue, holding: limit, in: scenario, factors[queue], from: start, to: start + scenario.interval)
      }
      return (contacts, contacts > 0 ? work / contacts : 0)
    }
  }
}

extension IntervalLoad.Hands {
  /// Contacts that a person may hold whatever their kinds.
  var limit: Int {
    switch self {
    case .one: 1
    case .several(let concurrency): concurrency.limit
    case .mixed(let limit): limit
    }
  }
}

extension ContactQueue {
  /// Mean time that a contact takes of a person who holds so many, see ``IntervalLoad/handleTimeSeconds``.
  func meanPersonSeconds(factor: Double = 1, holding limit: Int) -> Double {
    let alone = factor == 1 ? meanWork.inSeconds : handleTime.mean.inSeconds * factor + (wrapUp?.mean.inSeconds ?? 0)
    return alone * (rules.concurrency?.personShare(holding: limit) ?? 1)
  }
}

extension Scenario {
  /// How many contacts the people of a team hold at once, of those kinds that come.
  func hands(ofTeam team: Int) -> IntervalLoad.Hands {
    let kinds = Set(teams[team].queues.filter { demand.mix[$0] > 0 }.map { queues[$0].rules.concurrency })
    guard let first = kinds.first, kinds.count == 1 else {
      return kinds.isEmpty ? .one : .mixed(limit: kinds.map { $0?.limit ?? 1 }.min() ?? 1)
    }
    return first.map { .several($0) } ?? .one
  }
}
