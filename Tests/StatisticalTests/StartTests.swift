import BusyHourTesting
import ContactCenter
import Erlang
import EventLog
import KPITesting
import KPIs
import Numerics
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// Runs that start in the middle of a day, with the people and contacts of that time.
@Suite(.labelled)
struct StartTests {
  private static let start = TimeSpan.hours(11).microseconds
  private static let morning = "busyhour: 1\nopen: 08:00-12:00\ncalls: 240/day\nrun: {start_at: 11:00}\n"

  private static func scenario(_ text: String) throws -> Scenario {
    try ScenarioReader().read(text: morning + text, name: "start.yaml", directory: ".", overrides: []).scenario
  }
  private static func plan(_ text: String) throws -> SimulationPlan { try PlanBuilder.build(try scenario(text)).plan }

  private struct Mean {
    var (count, sum, squares) = (0.0, 0.0, 0.0)
    mutating func add(_ value: Double) {
      count += 1
      sum += value
      squares += value * value
    }
    var value: Double { sum / count }
    var standardError: Double { ((squares / count - value * value) / count).squareRoot() }
    /// Within 4 standard errors: a false alarm once in 16,000 figures.
    func isNear(_ truth: Double) -> Bool { abs(value - truth) < 4 * standardError }
  }

  /// Contacts inside at an instant, in talk or waiting.
  private static func inside(_ records: [EventRecord], at time: Int64) -> Int {
    records.prefix { $0.time <= time }.reduce(0) { count, record in
      switch EventKind(rawValue: record.kindCode) {
      case .contactArrived: count + 1
      case .contactCompleted, .contactAbandoned: count - 1
      default: count
      }
    }
  }

  /// M/M/6+M from a given state, against the exact transient law. Exponential times have no memory, so ages must not
  /// matter, nor whether they are known.
  @Test(arguments: [
    ("waiting: [6m, 4m, 3m, 2m, 90s, 1m, 20s, 5s], talks: [9m, 5m, 3m, 2m, 1m, 10s]", 14),
    ("waiting: 8, talks: 6", 14), ("talks: [1m, 7m]", 2), ("talks: 5", 5),
  ])
  func `numbers inside follow the transient law from the state that is given`(state: String, count: Int) throws {
    let plan = try Self.plan("handle: exp 5m\npatience: exp 2m\nagents: 6\nqueues: {main: {\(state)}}")
    var simulator = try Simulator(plan: plan)
    let minutes = [0, 1, 3, 8, 20, 45]
    var means = minutes.map { _ in Mean() }
    for replication in 0..<2_500 {
      let records = simulator.log(seed: 3, replication: replication)
      for (index, minute) in minutes.enumerated() {
        means[index].add(Double(Self.inside(records, at: Self.start - 1 + Int64(minute) * 60_000_000)))
      }
    }
    #expect(means[0].value == Double(count) && means[0].standardError == 0)
    var law = try TransientQueue(agents: 6, handleTimeSeconds: 300, patienceSeconds: 120, contactsInSystem: count)
    for index in 1..<minutes.count {
      try law.advance(seconds: Double(60 * (minutes[index] - minutes[index - 1])), contactsPerSecond: 60.0 / 3_600)
      #expect(
        means[index].isNear(law.expectedInSystem),
        "\(minutes[index]) min: \(means[index].value) +- \(means[index].standardError), exact \(law.expectedInSystem)")
    }
  }

  /// What is left of each talk that goes on, and of nothing else: nobody comes.
  private static func rests(_ handle: String, _ talks: String, replications: Int) throws -> [Double] {
    let plan = try plan("handle: \(handle)\npatience: never\nagents: 1\nqueues: {main: {talks: \(talks)}}")
    var simulator = try Simulator(plan: plan)
    return try (0..<replications).map { replication in
      let records = simulator.log(seed: 8, replication: replication)
      return Double(try #require(records.events(.contactCompleted).first).time - start) / 1e6
    }
  }

  @Test func `what is left of a talk follows its law, given its age`() throws {
    #expect(try Self.rests("fixed 5m", "[2m]", replications: 3).allSatisfy { $0 == 180 })
    // Lognormal of mean 300 s and cv 1: E[H | H > a] = m N(s - z) / N(-z), z = (ln a - mu) / s.
    let deviation = Elementary.log(2).squareRoot()
    for age in [60.0, 300, 900] {
      var mean = Mean()
      for rest in try Self.rests("5m", "[\(Int(age))s]", replications: 4_000) { mean.add(rest) }
      let z = (Elementary.log(age / 300) + deviation * deviation / 2) / deviation
      let whole = 300 * NormalDistribution.cumulative(deviation - z) / NormalDistribution.cumulative(-z)
      #expect(mean.isNear(whole - age), "\(age): \(mean.value), exact \(whole - age)")
    }
  }

  /// The equilibrium law: mean E[H^2] / 2 E[H], and for a fixed length even over all of it.
  @Test func `what is left of a talk of unknown age is what anybody finds who looks in`() throws {
    var lognormal = Mean()
    for rest in try Self.rests("5m", "1", replications: 4_000) { lognormal.add(rest) }
    #expect(lognormal.isNear(300), "\(lognormal.value)")
    var (fixed, long) = (Mean(), Mean())
    for rest in try Self.rests("fixed 5m", "1", replications: 4_000) {
      fixed.add(rest)
      long.add(rest > 240 ? 1 : 0)
    }
    #expect(fixed.isNear(150) && long.isNear(0.2), "\(fixed.value), \(long.value)")
  }

  @Test func `who waits has the patience of one who has waited so long`() throws {
    let plan = try Self.plan(
      "handle: fixed 4h\npatience: {law: deterministic, mean: 5m}\nagents: 1\nqueues: {main: {waiting: [2m, 6m], talks: [1m]}}"
    )
    let records = try simulate(plan)
    let left = records.events(.contactAbandoned)
    #expect(left.first { $0.reference == Self.start - 120_000_000 }.map { $0.time - Self.start } == 180_000_000)
    // The law knows nobody who waits for 6 minutes: they wait on as if they had just come.
    #expect(left.first { $0.reference == Self.start - 360_000_000 }.map { $0.time - Self.start } == 300_000_000)
  }

  @Test func `before the start there is nothing but those who are inside, and they are in no figure`() throws {
    let scenario = try Self.scenario(
      "handle: 5m\npatience: exp 3m\nqueues: {main: {waiting: [3m, 50s, 0], talks: [12m, 7m, 1m]}}\nshifts: {day: {hours: 08:00-12:00, count: 7, breaks: 2 x 15m}}"
    )
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
    let before = records.filter { $0.time > 0 && $0.time < Self.start }
    #expect(before.events(.contactArrived).count == 6 && before.events(.agentSignedIn).count == 3)
    #expect(before.events(.contactAnswered).count == 3 && before.events(.contactQueued).count == 3)
    #expect(before.count == 15)
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
    records.withUnsafeBufferPointer { fold.apply($0) }
    let later = records.events(.contactArrived).count { $0.time >= Self.start }
    #expect(later > 30 && fold.daySums()[0].contacts.offered == later)
    let without = try simulate(
      try Self.plan("handle: 5m\npatience: exp 3m\nshifts: {day: {hours: 08:00-12:00, count: 7, breaks: 2 x 15m}}"))
    #expect(without.events(.contactArrived).map(\.time) == records.events(.contactArrived).map(\.time).suffix(later))
  }

  @Test(arguments: [false, true])
  func `the fold of a run that starts in the middle of a day is the slow fold`(byInterval: Bool) throws {
    let scenario = try Self.scenario(
      "handle: 5m\npatience: exp 3m\nqueues: {main: {waiting: [3m, 50s, 0], talks: [12m, 7m, 1m]}}\nteams: {a: {agents: {08:00-12:00: 3}}, b: {agents: {08:00-12:00: 4}}}"
    )
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    let parameters = FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait))
    var fold = IntervalFold(parameters, byInterval: byInterval)
    records.withUnsafeBufferPointer { fold.apply($0) }
    let (days, slow) = (fold.daySums(), ReferenceFold(records, parameters).daySums())
    #expect(days.map(\.contacts) == slow.map(\.contacts))
    #expect(days.map(\.teams) == slow.map(\.teams))
    #expect(days == slow)
  }

  @Test func `more talks than people are refused with the next step`() throws {
    let problem = #expect(throws: StaffingProblem.self) {
      try Self.plan("handle: 5m\nagents: 2\nqueues: {main: {talks: 3}}")
    }
    #expect(
      problem?.description
        == "queues.main.talks: the 3 talks at the start (3 of main) need 3 people, and 2 who can hold them are on the phones then (2 of main)"
    )
    #expect(problem?.help == "give fewer talks, or more people who are on duty then and on no break")
    #expect(problem?.key == ["queues", "main", "talks"])
  }

  @Test func `talks go to people so that all of them can go on`() throws {
    // The one of two languages is the best for both queues; who speaks English only takes the English talk.
    let plan = try Self.plan(
      """
      queues: {english: {talks: 1}, spanish: {talks: 1}}
      mix: {english: 50%, spanish: 50%}
      handle: 5m
      teams:
        both: {agents: {08:00-12:00: 1}, skills: [english, spanish]}
        one: {agents: {08:00-12:00: 1}, skills: [english]}
      """)
    let records = try simulate(plan)
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
    #expect(records.events(.contactAnswered).filter { $0.time < Self.start }.map(\.agent) == [1, 0])
  }

  @Test func `agents with room for several chats hold several, and no more`() throws {
    let plan = try Self.plan(
      "handle: 5m\nagents: 2\nqueues: {main: {channel: chat, concurrency: 3, talks: 6, waiting: 2}}")
    let records = try simulate(plan)
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
    let taken = records.events(.contactAnswered).filter { $0.time < Self.start }
    #expect([0, 1].map { agent in taken.count { $0.agent == agent } } == [3, 3])
    #expect(throws: StaffingProblem.self) {
      try Self.plan("handle: 5m\nagents: 2\nqueues: {main: {channel: chat, concurrency: 3, talks: 7}}")
    }
  }
}
