import BusyHourTesting
import ContactCenter
import EventLog
import Experiments
import KPIs
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// People for contacts that are held several at once: the formula against the simulation.
@Suite(.labelled)
struct ConcurrentStaffingTests {
  private static func scenario(_ text: String) throws -> Scenario {
    try ScenarioReader().read(
      text: "busyhour: 1\nopen: 24/7\ninterval: 1h\npatience: never\n" + text, name: "chat.yaml"
    ).scenario
  }

  private static func chats(_ people: String) throws -> Scenario {
    try scenario(
      """
      calls: 1440/day
      queues: {chat: {channel: chat, handle: exp 10m, concurrency: {limit: 3, slowdown: 25%}}}
      target: 80% in 30s
      \(people)
      """)
  }

  private static func level(_ scenario: Scenario, replications: Int) throws -> Estimate {
    let plan = try PlanBuilder.build(scenario).plan
    let experiment = Experiment(
      plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: 5, replications: 0..<replications)
    var worker = try ReplicationWorker(experiment)
    let days = (0..<replications).compactMap { worker.run($0)?.result.days }
    return try #require(Estimate(.serviceLevel, of: days, in: ScoringContext(scenario: scenario)))
  }

  /// 10 erlangs of chats, 60 an hour. Counted as calls they would need 14 people; three at once, each 25% longer for every other,
  /// are carried by 10 x 1.5 / 3 = 5 people with full hands.
  @Test func `chats need fewer people than as many calls, and the simulation says so`() throws {
    let table = try StaffingTable(Self.chats("staffing: solve"))
    let peak = try #require(table.peak(of: 0))
    #expect(abs(peak.load.offeredLoadErlangs - 5) < 1e-9)
    let alone = try StaffingTable(
      Self.scenario("calls: 1440/day\nhandle: exp 10m\nstaffing: solve\ntarget: 80% in 30s"))
    #expect(alone.peak(of: 0)?.positions == 14)
    #expect(peak.positions == 7 && peak.binding == "service_level")
    let solver = StaffingSolver(scenario: try Self.chats("staffing: solve"), team: 0)
    // Of 60 days, the first hour filling from empty: within 4 standard errors and 2 points for spreads that are not even.
    for people in [6, 7] {
      let formula = try #require(try solver.load(peak.load, with: people).serviceLevel)
      let simulated = try Self.level(Self.chats("agents: \(people)"), replications: 60)
      let error = try #require(simulated.halfWidth) * 2 + 0.02
      #expect(abs(simulated.mean - formula) < error, "\(people): \(simulated.mean) +- \(error), formula \(formula)")
    }
  }

  @Test func `where people serve calls and chats, a chat counts as a whole person`() throws {
    let scenario = try Self.scenario(
      """
      calls: 1440/day
      mix: {phone: 50%, chat: 50%}
      queues: {phone: {handle: exp 5m}, chat: {channel: chat, handle: exp 10m, concurrency: {limit: 2, slowdown: 20%}}}
      target: 80% in 30s
      staffing: solve
      """)
    let load = try #require(try StaffingTable(scenario).peak(of: 0)?.load)
    // 30 calls of 5 min and 30 chats of 10 min an hour.
    #expect(abs(load.offeredLoadErlangs - (30 * 5 + 30 * 10) / 60.0) < 1e-9 && load.hands == .mixed(limit: 1))
  }

  /// Chats of 10 min three at once, those of 6 min two: a person holds two of any, 10 x 1.25 / 2 and 6 x 1.2 / 2 of their time.
  @Test func `kinds that are held unlike many at once count as many as each of them allows`() throws {
    let scenario = try Self.scenario(
      """
      calls: 1440/day
      mix: {web: 50%, app: 50%}
      queues:
        web: {channel: chat, handle: exp 10m, concurrency: {limit: 3, slowdown: 25%}}
        app: {channel: chat, handle: exp 6m, concurrency: {limit: 2, slowdown: 20%}}
      target: 80% in 30s
      staffing: solve
      """)
    let load = try #require(try StaffingTable(scenario).peak(of: 0)?.load)
    #expect(abs(load.offeredLoadErlangs - (30 * 6.25 + 30 * 3.6) / 60) < 1e-9 && load.hands == .mixed(limit: 2))
    try Self.expectSafe(scenario, "two kinds of chats")
  }

  /// Shares of calls, handle times of calls and chats in minutes, limit and slowdown of chats, contacts a day.
  @Test(arguments: [
    (50, 5, 10, 3, 25, 2_880), (90, 5, 10, 3, 25, 2_880), (10, 5, 10, 3, 25, 1_440), (50, 5, 10, 2, 20, 720),
    (50, 3, 20, 5, 100, 1_440), (50, 3, 20, 5, 0, 1_440),
  ])
  func `people for calls and chats keep the target, and calls alone are answered as the formula says`(
    calls: Int, callMinutes: Int, chatMinutes: Int, limit: Int, slowdown: Int, volume: Int
  ) throws {
    let scenario = try Self.scenario(
      """
      calls: \(volume)/day
      mix: {phone: \(calls)%, chat: \(100 - calls)%}
      queues:
        phone: {handle: exp \(callMinutes)m}
        chat: {channel: chat, handle: exp \(chatMinutes)m, concurrency: {limit: \(limit), slowdown: \(slowdown)%}}
      target: 85% in 30s
      staffing: solve
      """)
    try Self.expectSafe(scenario, "\(calls)% calls, \(limit) chats at \(slowdown)%")
  }

  /// The first kind waits longest: in 20 days it is answered in time at least as often as the formula says of all, within
  /// 4 standard errors (a false alarm in 30,000 if the truth were the formula itself).
  private static func expectSafe(_ scenario: Scenario, _ name: String) throws {
    let formula = try #require(try StaffingTable(scenario).peak(of: 0)?.serviceLevel)
    #expect(formula >= scenario.staffingTarget.fraction)
    let plan = try PlanBuilder.build(scenario).plan
    let levels = try (0..<20).map { day in
      let answers = try simulate(plan, seed: 6, replication: day).events(.contactAnswered).filter { $0.queue == 0 }
      return Double(answers.count { $0.time - $0.reference <= 30_000_000 }) / Double(answers.count)
    }
    let mean = levels.reduce(0, +) / 20
    let error = (levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (19 * 20)).squareRoot()
    #expect(mean + 4 * error >= formula, "\(name): \(mean) +- \(error), formula \(formula)")
  }
}
