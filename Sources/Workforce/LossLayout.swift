internal import ContactCenter

/// Takes people off duty who are lost for a while. Whoever talks then ends the talk first.
struct LossLayout {
  static let activity = "lost"

  private let scenario: Scenario
  /// Expected load of each interval of the horizon, in erlangs, where some loss falls on a peak.
  private let loads: [Double]

  init(_ scenario: Scenario, _ forecast: Forecast) {
    self.scenario = scenario
    let count = Int(scenario.horizon.microseconds / scenario.interval.microseconds)
    guard scenario.losses.contains(where: { $0.start == .peak }) else {
      loads = []
      return
    }
    let contacts = forecast.contacts(every: scenario.interval, count: count)
    loads = (0..<count).map { interval in
      contacts.indices.reduce(0.0) { sum, queue in
        sum + contacts[queue][interval] * scenario.queues[queue].meanWork.inSeconds
      }
    }
  }

  /// The rosters with the losses: of each team the first people who are on duty when it begins.
  func applied(to rosters: [AgentRoster]) -> [AgentRoster] {
    var rosters = rosters
    for loss in scenario.losses {
      for range in ranges(of: loss) {
        for team in loss.teams { take(range, from: team, loss.people ?? .max, &rosters) }
      }
    }
    return rosters
  }

  private func ranges(of loss: PeopleLoss) -> [ClockRange] {
    scenario.days.enumerated().filter { index, day in
      !day.open.isEmpty && (loss.date == nil || day.date == loss.date)
    }.map { index, _ in
      let start =
        switch loss.start {
        case .clock(let time): scenario.clock.instant(day: index, time)
        case .peak: peak(of: index)
        }
      return ClockRange(start: start, end: start + loss.length)
    }
  }

  /// The first interval of the day with the greatest load.
  private func peak(of day: Int) -> TimeSpan {
    let length = scenario.interval.microseconds
    let first = Int(scenario.clock.start(ofDay: day).microseconds / length)
    let last = min(loads.count, Int(scenario.clock.start(ofDay: day + 1).microseconds / length))
    let greatest = loads[first..<last].max() ?? 0
    // Loads that differ by rounding alone are equal.
    let peak = loads[first..<last].firstIndex { $0 >= greatest * (1 - 1e-9) } ?? first
    return Int64(peak) * scenario.interval
  }

  private func take(_ range: ClockRange, from team: Int, _ people: Int, _ rosters: inout [AgentRoster]) {
    var left = people
    for index in rosters.indices where rosters[index].team == team && left > 0 {
      guard let tour = rosters[index].tours.firstIndex(where: { $0.start < range.end && range.start < $0.end }) else {
        continue
      }
      let own = rosters[index].tours[tour]
      // Who is away for the whole tour is no loss.
      guard !own.away.contains(where: { $0.start <= own.start && $0.end >= own.end }) else { continue }
      left -= 1
      let away = AgentRoster.Away(
        start: max(own.start, range.start), end: min(own.end, range.end), activity: Self.activity)
      rosters[index].tours[tour].away = Self.merged(own.away, away)
    }
  }

  /// Breaks inside the loss are swallowed by it, others are cut where they touch it.
  private static func merged(_ breaks: [AgentRoster.Away], _ loss: AgentRoster.Away) -> [AgentRoster.Away] {
    var result = [loss]
    for pause in breaks {
      if pause.start < loss.start {
        var before = pause
        before.end = min(pause.end, loss.start)
        result.append(before)
      }
      if pause.end > loss.end {
        var after = pause
        after.start = max(pause.start, loss.end)
        result.append(after)
      }
    }
    return result.sorted { $0.start < $1.start }
  }
}
