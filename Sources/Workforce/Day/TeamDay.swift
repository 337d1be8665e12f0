internal import ContactCenter
internal import Erlang

/// The arrivals of one team over the horizon on fine steps, with the means of its contacts: what the mathematics of a
/// day works on.
struct TeamDay: Hashable, Sendable {
  /// Contacts a second, step by step.
  var contactsPerSecond: [Double]
  var stepSeconds: Double
  var stepsPerInterval: Int
  /// Mean time that a contact takes of a person, over the contacts of the horizon, see ``IntervalLoad/handleTimeSeconds``.
  var handleTimeSeconds: Double
  /// Mean patience weighted by contacts; nil where some never hang up.
  var patienceSeconds: Double?
  var thresholdSeconds: Double
  /// Whether the horizon is one round of a center that never closes.
  var isPeriodic: Bool

  /// A minute, where intervals are whole minutes: short beside handle times, and breaks begin on minutes.
  private static let step = TimeSpan(microseconds: 60_000_000)

  /// - Returns: nil for a team without contacts.
  init?(of team: Int, in scenario: Scenario, _ forecast: Forecast) {
    let queues = scenario.teams[team].queues
    let shares = queues.map { scenario.share(ofQueue: $0) }
    let share = shares.reduce(0, +)
    let wholeSteps = scenario.interval.microseconds % Self.step.microseconds == 0
    let step = wholeSteps ? Self.step : scenario.interval
    let count = Int(scenario.horizon.microseconds / step.microseconds)
    var contacts = Array(repeating: 0.0, count: count)
    if forecast.hasOneMix {
      for piece in forecast.pieces { piece.spread(over: step) { contacts[$0] += $1 * share } }
    } else {
      for (queue, all) in forecast.contacts(every: step, count: count).enumerated() where queues.contains(queue) {
        let teams = Double(max(1, scenario.teams.count { $0.queues.contains(queue) }))
        for index in all.indices { contacts[index] += all[index] / teams }
      }
    }
    guard share > 0, contacts.contains(where: { $0 > 0 }) else { return nil }
    stepSeconds = step.inSeconds
    contactsPerSecond = contacts.map { $0 / step.inSeconds }
    stepsPerInterval = Int(scenario.interval.microseconds / step.microseconds)
    let limit = scenario.hands(ofTeam: team).limit
    let work = zip(queues, shares).reduce(0) { $0 + scenario.queues[$1.0].meanPersonSeconds(holding: limit) * $1.1 }
    let plain = work / share
    let isSteady = queues.allSatisfy { scenario.queues[$0].factors.handleTime.isEmpty }
    handleTimeSeconds = isSteady ? plain : Self.mean(of: team, in: scenario, forecast) ?? plain
    patienceSeconds = zip(queues, shares).reduce(0.0 as Double?) { sum, part in
      sum.flatMap { sum in scenario.queues[part.0].patience.map { sum + $0.mean.inSeconds * part.1 } }
    }.map { $0 / share }
    thresholdSeconds = (queues.map { scenario.queues[$0].acceptableWait }.min() ?? .zero).inSeconds
    isPeriodic = scenario.neverCloses
  }

  /// By the factors of the hours; nil where next to nobody comes.
  private static func mean(of team: Int, in scenario: Scenario, _ forecast: Forecast) -> Double? {
    let loads = IntervalLoad.loads(of: team, in: scenario, forecast, intervals: scenario.intervalCount)
    let contacts = loads.reduce(0) { $0 + $1.contacts }
    return contacts > 0 ? loads.reduce(0) { $0 + $1.contacts * $1.handleTimeSeconds } / contacts : nil
  }

  /// - Throws: `StaffingError`.
  func profile() throws(StaffingError) -> ArrivalProfile {
    try ArrivalProfile(stepSeconds: stepSeconds, contactsPerSecond: contactsPerSecond, isPeriodic: isPeriodic)
  }

  /// Contacts expected in each interval.
  var contactsPerInterval: [Double] {
    stride(from: 0, to: contactsPerSecond.count, by: stepsPerInterval).map { start in
      contactsPerSecond[start..<start + stepsPerInterval].reduce(0, +) * stepSeconds
    }
  }
}

extension Scenario {
  /// The part of all contacts that one team takes of a queue: a queue that several teams serve is split evenly.
  func share(ofQueue queue: Int) -> Double {
    demand.mix[queue] / Double(max(1, teams.count { $0.queues.contains(queue) }))
  }

  /// Whether every day is open from midnight to midnight.
  var neverCloses: Bool {
    days.allSatisfy { day in day.open.reduce(0) { $0 + $1.length.microseconds } >= TimeSpan.days(1).microseconds }
  }
}
