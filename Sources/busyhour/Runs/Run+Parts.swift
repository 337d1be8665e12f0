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

  /// Intervals of the clock in which contacts arrive. What is told by the day alone (people, money) is left out.
  private var intervalParts: [Part] {
    let perDay = Int(TimeSpan.days(1).microseconds / scenario.interval.microseconds)
    return (0..<perDay).compactMap { slot in
      let sums = intervals.map { all in stride(from: slot, to: all.count, by: perDay).map { all[$0] } }
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
