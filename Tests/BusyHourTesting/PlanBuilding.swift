public import ContactCenter

extension SimulationPlan {
  /// One stretch of constant demand, one queue, one team that is there throughout; every part can be changed after.
  ///
  /// - Parameters:
  ///   - contacts: expected over the whole horizon.
  ///   - staysTillServed: whether the agents serve those who wait at the end, or leave when their contact is done.
  public static func line(
    horizon: TimeSpan = .hours(8), contacts: Double, handleTime: DistributionSpecification,
    wrapUp: DistributionSpecification? = nil, patience: DistributionSpecification? = nil, agents: Int,
    staysTillServed: Bool = true, interval: TimeSpan = .minutes(30)
  ) -> SimulationPlan {
    let end = SimulationTime.zero + horizon
    var plan = SimulationPlan(
      horizon: end, dayStarts: [.zero, end], interval: interval,
      arrivals: [.init(pieces: [.init(start: .zero, end: end, expectedContacts: contacts)], mix: [1])],
      queues: [.init(handleTime: handleTime, wrapUp: wrapUp, patience: patience, priority: 0)],
      teams: [.init(queues: [0])], agents: Array(repeating: .init(team: 0), count: agents), duties: [], absences: [],
      activities: ["lunch", "training", "sick"], disconnects: [])
    plan.duties = (0..<agents).map { .init(time: .zero, agent: $0, kind: .signIn) }
    plan.duties += (0..<agents).map { .init(time: end, agent: $0, kind: .signOut(serveQueue: staysTillServed)) }
    return plan
  }

  /// Adds duties and puts all into order of time; those at one instant keep the order in which they were added.
  public mutating func add(_ duties: [Duty]) {
    let all = (self.duties + duties).enumerated()
    self.duties = all.sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  public var acceptableWaits: [TimeSpan] { queues.indices.map { .seconds(20 + 10 * Int64($0)) } }
}
