internal import ContactCenter
internal import Experiments
internal import KPIs
internal import Reporting
internal import Workforce

extension Run {
  func parts(_ kind: Part.Kind) -> [Part] {
    switch kind {
    case .queue: queueParts
    case .channel: channelParts
    case .team: teamParts
    case .day: dayParts(of: 1, .day) { $0 }
    case .week: dayParts(of: 7, .week) { 7 * $0 }
    case .window: dayParts(of: window, .window) { $0 }
    case .interval: intervalParts
    case .activity: activityParts(of: nil)
    case .teamActivity: scenario.teams.indices.flatMap { activityParts(of: $0) }
    }
  }

  private var queueParts: [Part] {
    scenario.queues.indices.map { queue in
      var context = context
      context.queue = queue
      return Part(
        kind: .queue, name: scenario.queues[queue].name, metrics: metrics(of: days, in: context))
    }
  }

  func metrics(of replications: [[DaySums]], in context: ScoringContext) -> [Scorecard.Metric] {
    Scorecard.metrics(
      of: replications, in: context, withMeasures: hasMeasures, errorProbability: errorProbability)
  }

  private var channelParts: [Part] {
    Channel.allCases.compactMap { channel in
      var context = context
      let queues = scenario.queues.indices.filter { scenario.queues[$0].rules.channel == channel }
      context.queues = queues
      return queues.isEmpty
        ? nil : Part(kind: .channel, name: channel.rawValue, metrics: metrics(of: days, in: context))
    }
  }

  /// Stretches of so many days of the replications; a shorter rest is left out. A period shorter than one is one.
  private func dayParts(of length: Int, _ kind: Part.Kind, from start: (Int) -> Int) -> [Part] {
    let count = scenario.countedDays.count
    let length = min(length, count)
    return (0..<count).map(start).prefix { $0 + length <= count }.map { first in
      let range = first..<(first + length)
      let name = length == 1 ? name(ofDay: first) : "\(name(ofDay: first))..\(name(ofDay: first + length - 1))"
      return Part(kind: kind, name: name, metrics: metrics(of: days.map { Array($0[range]) }, in: context))
    }
  }

  private func name(ofDay day: Int) -> String {
    let day = scenario.days[scenario.run.warmUpDays + day]
    return day.date?.description ?? day.weekday.abbreviation
  }

  private var teamParts: [Part] {
    scenario.teams.indices.map { team in
      var context = context
      context.team = team
      return Part(kind: .team, name: scenario.teams[team].name, metrics: metrics(of: days, in: context))
    }
  }

  /// Where scheduled time goes: work first, then what keeps people away. What the scenario assumes is of all teams.
  private func activityParts(of team: Int?) -> [Part] {
    let kind: Part.Kind = team == nil ? .activity : .teamActivity
    let prefix = team.map { "\(scenario.teams[$0].name): " } ?? ""
    let work: [(String, TimeUse)] = [
      ("talk", .talk), ("wrap-up", .wrapUp), ("idle", .idle), ("overtime", .overtime),
    ]
    let away = staffed.activities.indices.map { (staffed.activities[$0].name, TimeUse.away($0)) }
    return (work + away).map { name, use in
      var context = context
      (context.timeUse, context.team) = (use, team)
      var part = Part(kind: kind, name: prefix + name, metrics: metrics(of: days, in: context))
      if case .away(let index) = use, team == nil {
        part.category = staffed.activities[index].kind.rawValue
        part.assumedShare = staffed.activities[index].share
      }
      return part
    }
  }

  /// Intervals of the clock in which anything is, the last talks after closing too, so that they add up to the day. What is
  /// told by the day alone (people, money) is left out.
  private var intervalParts: [Part] {
    let perDay = Int(TimeSpan.days(1).microseconds / scenario.interval.microseconds)
    let places = (0..<scenario.intervalCount).map { scenario.clock.place(of: Int64($0) * scenario.interval) }
    let slots = places.map { Int($0.clock.microseconds / scenario.interval.microseconds) }
    let intervals = intervals.map { Self.withOpenDays($0, days: places.map(\.day)) }
    let firstCounted = FoldParameters(plan: staffed.plan, acceptableWaits: acceptableWaits).firstCountedInterval
    return (0..<perDay).compactMap { slot in
      let counted = slots.indices.filter { $0 >= firstCounted && slots[$0] == slot }
      let sums = intervals.map { all in counted.map { all[$0] } }
      guard sums.contains(where: { $0.contains { !$0.isEmpty } }) else { return nil }
      let metrics = metrics(of: sums, in: context).filter {
        $0.estimate.unit != .people && $0.estimate.unit != .money
      }
      return Part(kind: .interval, name: ClockText.minutes(Int64(slot) * scenario.interval), metrics: metrics)
    }
  }

  /// An interval counts as one of an open day where anything of its day does.
  private static func withOpenDays(_ intervals: [DaySums], days: [Int]) -> [DaySums] {
    let open = Set(intervals.indices.filter { intervals[$0].openDays > 0 }.map { days[$0] })
    var intervals = intervals
    for index in intervals.indices { intervals[index].isOfOpenDay = open.contains(days[index]) }
    return intervals
  }

  /// Details are not stored; they are made again from the seed, with the digests that were stored.
  mutating func makeDetails(threads: Int, withIntervals: Bool) async throws {
    let indices = results.map(\.index)
    guard let first = indices.first, indices == Array(first..<(first + indices.count)) else { return }
    var (detailed, all): ([ReplicationResult], [[DaySums]]) = ([], [])
    try await ReplicationRunner.run(
      experiment(first..<(first + indices.count)), threads: threads, wantsIntervals: withIntervals, wantsDetails: true
    ) { replications in
      detailed += replications.map(\.result)
      all += replications.map(\.intervals)
    }
    for (old, new) in zip(results, detailed) where old.digest != new.digest {
      throw CommandError.notReproducible(run: name ?? id, reason: "replication \(old.index) has another digest now")
    }
    (results, hasDetails) = (detailed, true)
    if withIntervals { intervals = all }
  }

  /// The sums of intervals are not stored; they are made again from the seed.
  mutating func makeIntervals(threads: Int) async throws {
    guard intervals.isEmpty else { return }
    let experiment = experiment(0..<results.count)
    var all: [[DaySums]] = []
    try await ReplicationRunner.run(experiment, threads: threads, wantsIntervals: true) { replications in
      all += replications.map(\.intervals)
    }
    intervals = all
  }
}
