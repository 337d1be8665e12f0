import BusyHourTesting
import ContactCenter
import Erlang
import EventLog
import Simulation
import Testing

/// The rules of queues in steady state against closed forms: birth-death chains, Erlang's formulas, an open network.
///
/// Bars as in ``TheoryTests``: Student's 99.9% interval by independent replications, a false alarm once in 1,000 figures
/// for a random seed; counts of independent chances get 3.29 binomial standard deviations, which is the same. Seeds are
/// fixed, so that a red test is a change of the engine. The slow version runs many times longer with the same bars.
@Suite(.labelled)
struct RuleTheoryTests {
  // MARK: Theory

  /// Stationary probabilities of a birth-death chain on 0 ... `last`.
  static func stationary(last: Int, birth: (Int) -> Double, death: (Int) -> Double) -> [Double] {
    var weights = [1.0]
    for state in 1...last { weights.append(weights[state - 1] * birth(state - 1) / death(state)) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  // MARK: Simulation

  /// What one replication shows of a queue, of the contacts that reached it inside the window.
  struct Counts {
    var reached = 0.0
    var answered = 0.0
    var waited = 0.0
    /// Seconds, of those answered.
    var wait = 0.0
    var balked = 0.0
    var blocked = 0.0
    var linked = 0.0

    var blocking: Double { blocked / reached }
    var balking: Double { balked / reached }
    var waiting: Double { waited / reached }
    /// Mean wait of the answered, seconds.
    var meanWait: Double { wait / answered }
    var linkedShare: Double { linked / reached }
  }

  static let minute = TimeSpan.minutes(1)

  /// `perMinute` contacts with exponential talk of a minute.
  static func line(
    _ perMinute: Double, agents: Int, minutes: Double, _ change: (inout ContactRules) -> Void
  ) -> SimulationPlan {
    let span = TimeSpan(microseconds: Int64(minutes * 60e6))
    var plan = SimulationPlan.line(
      horizon: span, contacts: perMinute * minutes, handleTime: .exponential(mean: minute), agents: agents,
      interval: span)
    change(&plan.queues[0].rules)
    return plan
  }

  /// Contacts of a replication, everyday and slow.
  static var contacts: Double { TestSwitch.slow ? 40_000 : 2_500 }
  static var replications: Int { TestSwitch.slow ? 40 : 20 }

  static func line(
    _ perMinute: Double, agents: Int, longer: Double = 1, _ change: (inout ContactRules) -> Void
  ) -> SimulationPlan {
    line(perMinute, agents: agents, minutes: longer * contacts / perMinute, change)
  }

  static func logs(_ plan: SimulationPlan) throws -> [[EventRecord]] {
    var simulator = try Simulator(plan: plan)
    return (0..<replications).map { simulator.log(seed: 2_027, replication: $0) }
  }

  /// Counts by queue of every replication, without the first tenth and the last twentieth of the horizon.
  static func counts(_ plan: SimulationPlan) throws -> [[Counts]] {
    let horizon = plan.horizon.microseconds
    return try logs(plan).map { records in
      var counts = Array(repeating: Counts(), count: plan.queues.count)
      for record in records {
        let isAnswer = record.kindCode == EventKind.contactAnswered.rawValue
        let instant = isAnswer ? record.reference : record.time
        guard instant >= horizon / 10, instant < horizon / 20 * 19 else { continue }
        add(record, to: &counts)
      }
      return counts
    }
  }

  private static func add(_ record: EventRecord, to counts: inout [Counts]) {
    switch EventKind(rawValue: record.kindCode) {
    case .contactArrived: counts[record.queue].reached += 1
    case .contactBalked: counts[record.queue].balked += 1
    case .contactBlocked: counts[record.queue].blocked += 1
    case .contactLinked: counts[record.queue].linked += 1
    case .contactAnswered:
      counts[record.queue].answered += 1
      counts[record.queue].wait += Double(record.time - record.reference) / 1e6
      if record.time > record.reference { counts[record.queue].waited += 1 }
    default: break
    }
  }

  static func expect(
    _ name: String, _ values: [Double], _ exact: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
    let bar = (values.count < 40 ? 4.08 : 3.56) * deviation / count.squareRoot()
    #expect(abs(mean - exact) <= bar, "\(name): \(mean) +- \(bar), exact \(exact)", sourceLocation: sourceLocation)
    #expect(
      bar < 0.3 * max(exact, 0.02), "\(name): the run is too short to tell anything, \(bar)",
      sourceLocation: sourceLocation)
  }

  /// A count of independent chances.
  static func expect(
    _ name: String, _ count: Int, of trials: Int, share: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (mean, deviation) = (Double(trials) * share, (Double(trials) * share * (1 - share)).squareRoot())
    #expect(
      trials > 500 && abs(Double(count) - mean) <= 3.29 * deviation,
      "\(name): \(count) of \(trials), expected \(mean) +- \(3.29 * deviation)", sourceLocation: sourceLocation)
  }

  /// Blocking, balking, P(wait) of all and mean wait in seconds of the answered, of a chain whose arrivals in state n are
  /// `offered` a minute, of which `entering(n)` enter, `blocked(n)` are turned away and the rest balk.
  static func expectChain(
    _ plan: SimulationPlan, offered: Double, agents: Int, last: Int, entering: (Int) -> Double,
    death: ((Int) -> Double)? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let death = death ?? { Double(min($0, agents)) }
    let states = stationary(last: last, birth: { offered * entering($0) }, death: death)
    let rows = try counts(plan).map { $0[0] }
    let entered = states.indices.reduce(0) { $0 + states[$1] * ($1 < last ? entering($1) : 0) }
    let queued = states.indices.filter { $0 >= agents && $0 < last }.reduce(0) { $0 + states[$1] * entering($1) }
    let line = states.indices.reduce(0) { $0 + states[$1] * Double(max(0, $1 - agents)) }
    let lost = rows.map { $0.blocking + $0.balking }
    if entered > 1 - 1e-9 {
      #expect(lost.allSatisfy { $0 == 0 }, sourceLocation: sourceLocation)
    } else {
      expect("lost", lost, 1 - entered, sourceLocation: sourceLocation)
    }
    guard last > agents else { return }
    expect("P(wait)", rows.map(\.waiting), queued, sourceLocation: sourceLocation)
    expect("mean wait", rows.map(\.meanWait), line / (offered * entered) * 60, sourceLocation: sourceLocation)
  }

  // MARK: Places and lines

  @Test func `waiting places make M/M/c/K`() throws {
    let plan = Self.line(4.5, agents: 4) { $0.waitingPlaces = 3 }
    try Self.expectChain(plan, offered: 4.5, agents: 4, last: 7) { _ in 1 }
  }

  @Test func `trunks make M/M/c/K, and Erlang B without room to wait`() throws {
    var plan = Self.line(4.5, agents: 4) { $0.trunkGroup = 0 }
    plan.trunkGroups = [.init(name: "main", lines: 7)]
    try Self.expectChain(plan, offered: 4.5, agents: 4, last: 7) { _ in 1 }
    plan.trunkGroups[0].lines = 4
    let blocking = try Self.counts(plan).map { $0[0].blocking }
    Self.expect("blocking", blocking, try ErlangB(agents: 4, loadErlangs: 4.5).blockingProbability)
  }

  @Test func `no waiting places are Erlang B, for any law of talk`() throws {
    var plan = Self.line(4.5, agents: 5) { $0.waitingPlaces = 0 }
    let exact = try ErlangB(agents: 5, loadErlangs: 4.5).blockingProbability
    Self.expect("exponential", try Self.counts(plan).map { $0[0].blocking }, exact)
    plan.queues[0].handleTime = .lognormal(mean: Self.minute, coefficientOfVariation: 1.5)
    Self.expect("lognormal", try Self.counts(plan).map { $0[0].blocking }, exact)
    plan.queues[0].handleTime = .deterministic(Self.minute)
    Self.expect("constant", try Self.counts(plan).map { $0[0].blocking }, exact)
  }

  /// Two classes lose by one trunk group: the group's holding time is the mixture, its loss Erlang B's.
  @Test func `queues that share a trunk group are lost alike`() throws {
    var plan = Self.line(6, agents: 20) { $0.trunkGroup = 0 }
    plan.trunkGroups = [.init(name: "main", lines: 7)]
    plan.queues.append(plan.queues[0])
    plan.queues[1].handleTime = .exponential(mean: .seconds(30))
    plan.arrivals[0].mix = [0.5, 0.5]
    plan.teams = [.init(queues: [0, 1])]
    let exact = try ErlangB(agents: 7, loadErlangs: 4.5).blockingProbability
    let rows = try Self.counts(plan)
    Self.expect("first queue", rows.map { $0[0].blocking }, exact)
    Self.expect("second queue", rows.map { $0[1].blocking }, exact)
  }

  // MARK: Balking

  @Test func `balking at the wait thins the arrivals when all are busy`() throws {
    let plan = Self.line(5, agents: 4) { $0.balking = [Balking(.mustWait, share: .percent(40))] }
    try Self.expectChain(plan, offered: 5, agents: 4, last: 80) { $0 < 4 ? 1 : 0.6 }
  }

  @Test func `balking at the length of the line, the greatest share of those that hold counting`() throws {
    let plan = Self.line(5, agents: 4) {
      $0.balking = [
        Balking(.lineLength(atLeast: 2), share: .percent(50)), Balking(.mustWait, share: .percent(20)),
      ]
    }
    try Self.expectChain(plan, offered: 5, agents: 4, last: 80) { $0 < 4 ? 1 : $0 < 6 ? 0.8 : 0.5 }
  }

  /// With 4 people and talks of a minute, the announced wait reaches 45 seconds when 2 wait already.
  @Test func `balking at the announced wait is balking at a length of the line`() throws {
    let plan = Self.line(5, agents: 4) {
      $0.balking = [Balking(.announcedWait(atLeast: .seconds(45)), share: .percent(70))]
    }
    try Self.expectChain(plan, offered: 5, agents: 4, last: 80) { $0 < 6 ? 1 : 0.3 }
  }

  // MARK: Chat

  @Test func `chats that do not slow each other down are M/M/(nk)`() throws {
    let plan = Self.line(4.2, agents: 3, longer: 1.5) { $0.concurrency = Concurrency(limit: 2, slowdown: .zero) }
    let exact = try ErlangC(agents: 6, loadErlangs: 4.2)
    let rows = try Self.counts(plan).map { $0[0] }
    Self.expect("P(wait)", rows.map(\.waiting), exact.waitProbability)
    Self.expect("wait", rows.map(\.meanWait), exact.averageSpeedOfAnswerSeconds(handleTimeSeconds: 60))
  }

  /// One agent with k chats, each slowed by s for every other one: m chats end at the rate m / (1 + s (m - 1)). At
  /// s = 100% that is processor sharing with k places.
  @Test func `chats that slow each other down share the agent`() throws {
    for (limit, percent, load) in [(2, 100, 0.75), (3, 50, 1.1), (4, 20, 1.9)] {
      let plan = Self.line(load, agents: 1) {
        $0.concurrency = Concurrency(limit: limit, slowdown: .percent(Int64(percent)))
      }
      let slowdown = Double(percent) / 100
      try Self.expectChain(
        plan, offered: load, agents: limit, last: 200, entering: { _ in 1 },
        death: { state in
          let held = Double(min(state, limit))
          return held / (1 + slowdown * (held - 1))
        })
    }
  }

  // MARK: Coming back

  /// A redial a deterministic minute after each busy signal: of those that could still come, each comes by its own chance.
  @Test func `callers redial with the stated chance after a busy signal, and after hanging up`() throws {
    var plan = Self.line(8, agents: 4) {
      $0.waitingPlaces = 2
      $0.redial = Redial(
        afterAbandonment: .percent(30), afterBusySignal: .percent(60), delay: .deterministic(Self.minute),
        attempts: 200)
    }
    plan.queues[0].patience = .exponential(mean: Self.minute)
    var (blocked, abandoned, redialsOfBlocked, redialsOfAbandoned, fresh, reached) = (0, 0, 0, 0, 0, 0)
    let last = plan.horizon.microseconds - 60_000_000
    for records in try Self.logs(plan) {
      let ends = records.events(.contactBlocked, .contactAbandoned).filter { $0.time < last }
      let kinds = Dictionary(uniqueKeysWithValues: ends.map { ($0.contact, $0) })
      blocked += ends.count { $0.kindCode == EventKind.contactBlocked.rawValue }
      abandoned += ends.count { $0.kindCode == EventKind.contactAbandoned.rawValue }
      for record in records.events(.contactLinked) {
        guard case .contactLinked(_, _, let link) = record.event, let before = kinds[link.previous] else {
          Issue.record("a redial of a contact that had not given up")
          continue
        }
        #expect(record.time == before.time + 60_000_000)
        let isBlocked = before.kindCode == EventKind.contactBlocked.rawValue
        if isBlocked { redialsOfBlocked += 1 } else { redialsOfAbandoned += 1 }
      }
      reached += records.events(.contactArrived).count
      fresh += records.events(.contactArrived).count - records.events(.contactLinked).count
    }
    Self.expect("after a busy signal", redialsOfBlocked, of: blocked, share: 0.6)
    Self.expect("after hanging up", redialsOfAbandoned, of: abandoned, share: 0.3)
    #expect(reached == fresh + redialsOfBlocked + redialsOfAbandoned)
    // Fresh calls are a Poisson count: 3.29 standard deviations.
    let expected = 8 * plan.horizon.microseconds.minutes * Double(Self.replications)
    #expect(abs(Double(fresh) - expected) < 3.29 * expected.squareRoot())
  }

  @Test func `nobody calls more often than the attempts, and with certainty everybody calls that often`() throws {
    let plan = Self.line(10, agents: 1, minutes: 300) {
      $0.waitingPlaces = 0
      $0.redial = Redial(
        afterAbandonment: .zero, afterBusySignal: .percent(100), delay: .deterministic(.seconds(7)), attempts: 4)
    }
    let records = try simulate(plan)
    var ranks: [UInt32: Int] = [:]
    for case .contactLinked(let contact, _, let link) in records.compactMap(\.event) { ranks[contact] = link.rank }
    #expect(ranks.values.max() == 3)
    let late = plan.horizon.microseconds - 7_000_000
    let hopeless = records.events(.contactBlocked).filter { ranks[$0.contact] == 3 }
    let others = records.events(.contactBlocked).filter { ranks[$0.contact] != 3 && $0.time < late }
    #expect(hopeless.count > 100 && others.count == ranks.count)
  }

  /// Redials long after the busy signal find the line like fresh calls: the offered load solves a = a0 + p a B(c, a).
  @Test func `late redials make the extended Erlang B`() throws {
    let plan = Self.line(5, agents: 5) {
      $0.waitingPlaces = 0
      $0.redial = Redial(
        afterAbandonment: .zero, afterBusySignal: .percent(70), delay: .exponential(mean: .minutes(20)), attempts: 200,
        drawsAnew: true)
    }
    var load = 5.0
    for _ in 0..<200 { load = 5 + 0.7 * load * (try ErlangB(agents: 5, loadErlangs: load).blockingProbability) }
    let exact = try ErlangB(agents: 5, loadErlangs: load).blockingProbability
    let alone = try ErlangB(agents: 5, loadErlangs: 5).blockingProbability
    let blocking = try Self.counts(plan).map { $0[0].blocking }
    let mean = blocking.reduce(0, +) / Double(blocking.count)
    // An approximation for a finite delay: within 5% of it, far above the loss without redials.
    #expect(abs(mean - exact) < 0.05 * exact && mean > 1.2 * alone, "\(mean), extended Erlang B \(exact)")
  }

  @Test func `unresolved contacts come back: contacts are fresh / (1 - (1 - r) q)`() throws {
    let plan = Self.line(5, agents: 9) {
      $0.outcome = OutcomeRules(
        resolved: .percent(60), repeats: .percent(70), repeatDelay: .exponential(mean: .minutes(5)))
    }
    let rows = try Self.counts(plan).map { $0[0] }
    Self.expect("repeats of all", rows.map(\.linkedShare), 0.4 * 0.7)
    let minutes = plan.horizon.microseconds.minutes * 0.85
    Self.expect("contacts a minute", rows.map { $0.reached / minutes }, 5 / (1 - 0.28))
    let outcomes = try Self.logs(plan).flatMap { $0.events(.outcomeRecorded) }
    Self.expect("resolved", outcomes.count { $0.detail == 1 }, of: outcomes.count, share: 0.6)
  }

  // MARK: Before and after the talk

  @Test func `self-service takes its part, and the rest is a Poisson stream`() throws {
    let plan = Self.line(7, agents: 6, longer: 5) {
      $0.selfService = SelfService(
        contained: .percent(40), time: .lognormal(mean: Self.minute, coefficientOfVariation: 1))
    }
    var (started, contained) = (0, 0)
    for records in try Self.logs(plan) {
      started += records.events(.selfServiceStarted).count
      contained += records.events(.contactSelfServed).count
    }
    Self.expect("contained", contained, of: started, share: 0.4)
    let exact = try ErlangC(agents: 6, loadErlangs: 4.2)
    let rows = try Self.counts(plan).map { $0[0] }
    Self.expect("P(wait)", rows.map { $0.waited / $0.answered }, exact.waitProbability)
    Self.expect("wait", rows.map(\.meanWait), exact.averageSpeedOfAnswerSeconds(handleTimeSeconds: 60))
  }

  /// Jackson's network: a part of each queue's talks goes on to the other; both are Erlang C at the rates that balance.
  @Test func `cold transfers make an open network of Erlang C queues`() throws {
    var plan = Self.line(4, agents: 6, longer: 2) { $0.transfers = [Transfer(queue: 1, share: .percent(50))] }
    plan.queues.append(.init(handleTime: .exponential(mean: .seconds(75)), wrapUp: nil, patience: nil, priority: 0))
    plan.queues[1].rules.transfers = [Transfer(queue: 0, share: .percent(20))]
    plan.arrivals[0].mix = [1, 0]
    plan.teams.append(.init(queues: [1]))
    for agent in 6..<11 {
      plan.agents.append(.init(team: 1))
      plan.add([
        .init(time: .zero, agent: agent, kind: .signIn),
        .init(time: plan.horizon, agent: agent, kind: .signOut(serveQueue: true)),
      ])
    }
    let first = 4 / (1 - 0.5 * 0.2)
    let rows = try Self.counts(plan)
    for (queue, agents, rate, talk) in [(0, 6, first, 60.0), (1, 5, first * 0.5, 75.0)] {
      let exact = try ErlangC(agents: agents, loadErlangs: rate * talk / 60)
      Self.expect("P(wait) \(queue)", rows.map { $0[queue].waiting }, exact.waitProbability)
      Self.expect(
        "wait \(queue)", rows.map { $0[queue].meanWait }, exact.averageSpeedOfAnswerSeconds(handleTimeSeconds: talk))
    }
  }

  // MARK: Routing

  @Test func `whom the queue chooses among equals changes who works, and no wait`() throws {
    var plan = Self.line(4, agents: 6, minutes: 500) { _ in }
    plan.queues[0].patience = .exponential(mean: Self.minute)
    let base = try simulate(plan)
    plan.queues[0].rules.agentChoice = .uniform
    let changed = try simulate(plan)
    func withoutAgents(_ records: [EventRecord]) -> [[Int64]] {
      records.map { [$0.time, Int64($0.kindCode), $0.kindCode >= 24 ? 0 : Int64($0.contact)] }
    }
    #expect(withoutAgents(base) == withoutAgents(changed) && base != changed)
  }

  /// Of those who are free, each is chosen with the same chance: so is the one who has been idle for longest.
  @Test func `uniform choice is uniform over the free`() throws {
    let plan = Self.line(4, agents: 6, minutes: 600) { $0.agentChoice = .uniform }
    var idle: [Int] = []
    var (chosen, mean, variance) = (0.0, 0.0, 0.0)
    for record in try simulate(plan) where record.time < plan.horizon.microseconds {
      switch EventKind(rawValue: record.kindCode) {
      case .agentSignedIn, .contactCompleted: idle.append(record.agent)
      case .contactAnswered:
        let share = 1 / Double(idle.count)
        if record.time == record.reference {
          (mean, variance) = (mean + share, variance + share * (1 - share))
          if idle[0] == record.agent { chosen += 1 }
        }
        idle.removeAll { $0 == record.agent }
      default: break
      }
    }
    #expect(mean > 400 && abs(chosen - mean) < 3.29 * variance.squareRoot(), "\(chosen) of \(mean)")
  }

  /// Free people are kept for the first queue: a loss system with a guard channel.
  @Test func `a reserve is a guard channel`() throws {
    var plan = Self.line(4, agents: 5) { $0.waitingPlaces = 0 }
    plan.queues.append(plan.queues[0])
    plan.arrivals[0].mix = [0.5, 0.5]
    plan.teams[0].skills = [Skill(queue: 0), Skill(queue: 1, keepsFree: 2)]
    let states = Self.stationary(last: 5, birth: { $0 < 3 ? 4 : 2 }, death: { Double($0) })
    let rows = try Self.counts(plan)
    Self.expect("first queue", rows.map { $0[0].blocking }, states[5])
    Self.expect("second queue", rows.map { $0[1].blocking }, states[3] + states[4] + states[5])
  }
}

extension Int64 {
  /// Microseconds in minutes.
  fileprivate var minutes: Double { Double(self) / 60e6 }
}
