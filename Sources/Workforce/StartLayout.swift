internal import ContactCenter

/// A run that starts in the middle of the first day: what lies before is cut off, and who is inside then is laid into the
/// plan, with the people who talk.
struct StartLayout {
  private let scenario: Scenario
  private let start: TimeSpan

  init(_ scenario: Scenario) {
    self.scenario = scenario
    start = scenario.start
  }

  /// Whoever is on duty at the start comes then.
  func cut(_ rosters: [AgentRoster]) -> [AgentRoster] {
    guard start > .zero else { return rosters }
    return rosters.map { roster in
      var roster = roster
      roster.tours = roster.tours.filter { $0.end > start }.map { tour in
        var tour = tour
        tour.start = max(tour.start, start)
        tour.away = tour.away.filter { $0.end > start }.map {
          .init(start: max($0.start, start), end: $0.end, activity: $0.activity)
        }
        return tour
      }
      return roster
    }
  }

  /// Streams without what comes before the start.
  func cut(_ streams: [SimulationPlan.ArrivalStream]) -> [SimulationPlan.ArrivalStream] {
    guard start > .zero else { return streams }
    let time = TimeStretch(start: .zero + start, end: .zero + scenario.horizon)
    return streams.map { stream in
      var stream = stream
      stream.pieces = stream.pieces.compactMap { $0.cut(to: time) }
      return stream
    }
  }

  func cut(_ outages: [Outage]) -> [Outage] {
    guard start > .zero else { return outages }
    return outages.filter { $0.time.end > .zero + start }.map { outage in
      var outage = outage
      outage.time.start = max(outage.time.start, .zero + start)
      return outage
    }
  }

  // MARK: Who is inside

  /// Lays those who are inside over the rosters: whose talk goes on comes when it began.
  /// - Throws: where more talks go on than there are people for.
  func present(_ rosters: inout [AgentRoster]) throws(StaffingProblem) -> [SimulationPlan.PresentContact] {
    let agents = try agents(rosters)
    var present: [SimulationPlan.PresentContact] = []
    for (queue, contacts) in scenario.queues.map(\.present).enumerated() {
      for (age, agent) in zip(contacts.talks, agents[queue]) {
        let since = self.since(age ?? .zero)
        rosters[agent].tours[0].start = min(rosters[agent].tours[0].start, since - .zero)
        present.append(.init(queue: queue, since: since, agent: agent, hasAge: age != nil))
      }
      present += contacts.waiting.map { .init(queue: queue, since: since($0), agent: nil, hasAge: true) }
    }
    // Who talks is with an agent before anybody waits.
    return present.enumerated().sorted {
      ($0.element.since, $0.element.agent == nil ? 1 : 0, $0.offset)
        < ($1.element.since, $1.element.agent == nil ? 1 : 0, $1.offset)
    }.map(\.element)
  }

  /// Before the start, by an instant at least: the figures are about those who come from then on.
  private func since(_ age: TimeSpan) -> SimulationTime {
    .zero + max(.zero, start - max(age, TimeSpan(microseconds: 1)))
  }

  /// Who talks in each queue.
  private func agents(_ rosters: [AgentRoster]) throws(StaffingProblem) -> [[Int]] {
    let people = people(rosters)
    var talks = TalkPlacement(
      queues: scenario.queues.enumerated().flatMap { Array(repeating: $0, count: $1.present.talks.count) },
      limits: scenario.queues.map { $0.rules.concurrency?.limit ?? 1 }, peopleOfQueue: people)
    switch talks.place() {
    case .placed(let agents): return agents
    case .tooFew(let shortage): throw problem(shortage, rosters)
    }
  }

  /// Those on the phones at the start who can serve each queue, the best level first.
  private func people(_ rosters: [AgentRoster]) -> [[Int]] {
    let present = rosters.indices.filter { agent in
      guard let tour = rosters[agent].tours.first, tour.start <= start, tour.end > start else { return false }
      return !tour.away.contains { $0.start <= start && $0.end > start }
    }
    return scenario.queues.indices.map { queue in
      present.compactMap { agent -> (agent: Int, level: Int)? in
        scenario.teams[rosters[agent].team].skills.first { $0.queue == queue }.map { (agent, $0.level) }
      }.sorted { ($0.level, $0.agent) < ($1.level, $1.agent) }.map(\.agent)
    }
  }

  private func problem(_ shortage: TalkPlacement.Shortage, _ rosters: [AgentRoster]) -> StaffingProblem {
    let name = scenario.queues[shortage.queue].name
    let talks = shortage.talks.map { "\($0.count) of \(scenario.queues[$0.queue].name)" }
    let count = shortage.talks.reduce(0) { $0 + $1.count }
    let teams = scenario.teams.indices.compactMap { team -> String? in
      let count = shortage.people.count { rosters[$0].team == team }
      return count == 0 ? nil : "\(count) of \(scenario.teams[team].name)"
    }
    let (there, needed) = (shortage.people.count, shortage.neededPeople)
    let what = count == 1 ? "the talk at the start" : "the \(count) talks at the start"
    let need =
      needed <= there
      ? "cannot be shared out" : "\(count == 1 ? "needs" : "need") \(needed) \(needed == 1 ? "person" : "people")"
    let people =
      there == 0
      ? "nobody who could hold \(count == 1 ? "it" : "them") is on the phones then"
      : "\(there) who can hold \(count == 1 ? "it" : "them") \(there == 1 ? "is" : "are") on the phones then "
        + "(\(teams.joined(separator: ", ")))"
    return StaffingProblem(
      "queues.\(name).talks: \(what) (\(talks.joined(separator: ", "))) \(need), and \(people)",
      help: "give fewer talks, or more people who are on duty then and on no break", key: ["queues", name, "talks"])
  }
}
