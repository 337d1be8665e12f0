internal import ContactCenter
internal import Experiments
internal import KPIs
internal import Reporting
internal import Workforce

extension Run {
  func parts(_ kind: Part.Kind) -> [Part] {
    switch kind {
    case .queue: queueParts
    case .team: teamParts
    case .interval: intervalParts
    case .activity: activityParts
    }
  }

  private var queueParts: [Part] {
    scenario.queues.indices.map { queue in
      var context = context
      context.queue = queue
      return Part(
        kind: .queue, name: scenario.queues[queue].name, metrics: Scorecard.metrics(of: days, in: context))
    }
  }

  private var teamParts: [Part] {
    scenario.teams.indices.map { team in
      var context = context
      context.team = team
      return Part(kind: .team, name: scenario.teams[team].name, metrics: Scorecard.metrics(of: days, in: context))
    }
  }

  /// Where scheduled time goes: work first, then what keeps people away.
  private var activityParts: [Part] {
    let work: [(String, TimeUse)] = [
      ("talk", .talk), ("wrap-up", .wrapUp), ("idle", .idle), ("overtime", .overtime),
    ]
    let away = staffed.activities.indices.map { (staffed.activities[$0].name, TimeUse.away($0)) }
    return (work + away).map { name, use in
      var context = context
      context.timeUse = use
      var part = Part(kind: .activity, name: name, metrics: Scorecard.metrics(of: days, in: context))
      if case .away(let index) = use {
        part.category = staffed.activities[index].kind.rawValue
        part.assumedShare = staffed.activities[index].share
      }
      return part
    }
  }

  /// Intervals of the clock in which contacts arrive. What is told by the day alone (people, money) is left out.
  private var intervalParts: [Part] {
    let perDay = Int(TimeSpan.days(1).microseconds / scenario.interval.microseconds)
    let clock = scenario.clock
    let slots = (0..<scenario.intervalCount).map { index in
      Int(clock.place(of: Int64(index) * scenario.interval).clock.microseconds / scenario.interval.microseconds)
    }
    return (0..<perDay).compactMap { slot in
      let sums = intervals.map { all in all.indices.filter { slots[$0] == slot }.map { all[$0] } }
      guard sums.contains(where: { $0.contains { $0.contacts.offered > 0 } }) else { return nil }
      let metrics = Scorecard.metrics(of: sums, in: context).filter {
        $0.estimate.unit != .people && $0.estimate.unit != .money
      }
      return Part(kind: .interval, name: ClockText.minutes(Int64(slot) * scenario.interval), metrics: metrics)
    }
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
