import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// What waits, is handed on or comes back while a queue is down, on small days worked out by hand.
@Suite(.labelled)
struct OutageExampleTests {
  static func outage(
    _ start: Int64, _ end: Int64, _ queues: [Int], divertTo: Int? = nil, cutsOff: Bool = false
  ) -> Outage {
    Outage(
      time: TimeStretch(start: .second(start), end: .second(end)), queues: queues,
      handling: OutageHandling(divertTo: divertTo, cutsOff: cutsOff))
  }

  static func story(_ plan: SimulationPlan) throws -> [String] { try OutboundExampleTests.story(plan) }

  // MARK: Who waits

  @Test(arguments: [Channel.phone, .chat])
  func `who waits when an outage begins keeps the place and the patience, and is answered after it`(
    channel: Channel
  ) throws {
    var plan = RuleExampleTests.plan(talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (10, 0)])
    plan.queues[0].rules.channel = channel
    plan.outages = [Self.outage(50, 200, [0])]
    #expect(
      try Self.story(plan) == ["0 answered 1", "10 queued 2", "100 completed 1", "200 answered 2", "300 completed 2"])
    plan.queues[0].patience = .deterministic(.seconds(120))
    #expect(try Self.story(plan) == ["0 answered 1", "10 queued 2", "100 completed 1", "130 abandoned 2"])
  }

  @Test func `promised callbacks outlast an outage that cuts off, one talk and no more`() throws {
    var plan = RuleExampleTests.plan(
      talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0)])
    plan.queues[0].rules.waitOffer = WaitOffer(
      after: .seconds(30), share: .whole, kind: .callback(queue: 0, keepsPlace: true))
    plan.outages = [Self.outage(60, 90, [0], cutsOff: true)]
    let story = try Self.story(plan)
    #expect(story.filter { $0.contains("talkdropped") } == ["60 talkdropped 1"])
    #expect(
      story.filter { $0.contains("answered") } == [
        "0 answered 1", "90 answered 7", "190 answered 8", "290 answered 9", "390 answered 10", "490 answered 11",
      ])
  }

  @Test func `at the end of an outage people take what they would choose`() throws {
    var plan = RuleExampleTests.plan(
      talk: [100, 100], teams: [[Skill(queue: 0), Skill(queue: 1)]], [(0, 0), (10, 0), (20, 1)])
    (plan.queues[0].priority, plan.queues[1].priority) = (1, 0)
    plan.outages = [Self.outage(50, 200, [0, 1])]
    #expect(
      try Self.story(plan).filter { $0.contains("answered") } == ["0 answered 1", "200 answered 3", "300 answered 2"])
  }

  // MARK: Who is handed on

  /// The first queue hands everybody on to the second; a third stands by.
  static func handing(briefing: TimeSpan? = nil) -> SimulationPlan {
    var plan = RuleExampleTests.plan(
      talk: [30, 50, 70], teams: [[Skill(queue: 0)], [Skill(queue: 1)], [Skill(queue: 2)]], [(0, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: briefing)]
    return plan
  }

  @Test(arguments: [nil, TimeSpan.seconds(5)])
  func `who is handed on to a queue that is down meets a busy signal, or the stand-in`(briefing: TimeSpan?) throws {
    var plan = Self.handing(briefing: briefing)
    // A warm transfer ends when it is clear that no colleague comes.
    let handedOn = { (story: [String]) in story.filter { !$0.contains("transferred") } }
    plan.outages = [Self.outage(10, 200, [1])]
    #expect(try handedOn(Self.story(plan)) == ["0 answered 1", "30 linked 2", "30 blocked 2"])
    #expect(try Self.story(plan).contains("30 transferred 1"))
    plan.outages = [Self.outage(10, 200, [1], divertTo: 2)]
    #expect(
      try handedOn(Self.story(plan)) == [
        "0 answered 1", "30 linked 2", "30 diverted 2", "30 linked 3", "30 answered 3", "100 completed 3",
      ])
    #expect(try Self.story(plan).contains("30 transferred 1"))
  }

  @Test func `an agent who stays with a caller lets go when the other queue goes down`() throws {
    var plan = Self.handing(briefing: .seconds(5))
    plan.arrivals += RuleExampleTests.plan(talk: [30, 50, 70], teams: [], [(20, 1)]).arrivals
    plan.queues[1].handleTime = .deterministic(.seconds(300))
    plan.outages = [Self.outage(60, 400, [1])]
    #expect(
      try Self.story(plan) == [
        "0 answered 1", "20 answered 2", "30 linked 3", "30 queued 3", "60 transferred 1", "320 completed 2",
        "400 answered 3", "700 completed 3",
      ])
  }

  @Test func `who is handed on and sent on needs no second line, and meets no self-service`() throws {
    var plan = Self.handing()
    plan.trunkGroups = [TrunkGroup(name: "all", lines: 1)]
    for queue in plan.queues.indices { plan.queues[queue].rules.trunkGroup = 0 }
    plan.queues[2].rules.selfService = SelfService(contained: .whole, time: .deterministic(.seconds(10)))
    plan.outages = [Self.outage(10, 200, [1], divertTo: 2)]
    #expect(try Self.story(plan).suffix(2) == ["30 answered 3", "100 completed 3"])
  }

  @Test func `who comes through self-service meanwhile cannot reach the line`() throws {
    var plan = RuleExampleTests.plan(talk: [50, 70], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0)])
    plan.queues[0].rules.selfService = SelfService(contained: .zero, time: .deterministic(.seconds(30)))
    plan.outages = [Self.outage(10, 200, [0])]
    #expect(try Self.story(plan) == ["0 selfservicestarted 1", "30 blocked 1"])
    plan.outages = [Self.outage(10, 200, [0], divertTo: 1)]
    #expect(
      try Self.story(plan) == [
        "0 selfservicestarted 1", "30 diverted 1", "30 linked 2", "30 answered 2",
        "100 completed 2",
      ])
  }

  // MARK: Several outages

  @Test func `of several outages the latest that is on says what happens, and the last ends them`() throws {
    let arrivals: [RuleExampleTests.Arrival] = [(60, 0), (120, 0), (200, 0), (420, 0), (520, 0)]
    var plan = RuleExampleTests.plan(talk: [10, 10], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], arrivals)
    plan.outages = [
      Self.outage(50, 400, [0], divertTo: 1), Self.outage(100, 150, [0], cutsOff: true), Self.outage(300, 500, [0]),
    ]
    let fates = try Self.story(plan).filter { $0.contains("diverted") || $0.contains("blocked") }
    #expect(fates == ["60 diverted 1", "120 blocked 3", "200 diverted 4", "420 blocked 6"])
    #expect(try Self.story(plan).contains("520 answered 7"))
    let outages = try simulate(plan).events(.outageStarted, .outageEnded)
    #expect(outages.map { $0.time / 1_000_000 } == [50, 500] && outages[1].reference == 50_000_000)
  }

  // MARK: Dialers

  static var holding: SimulationPlan {
    var plan = RuleExampleTests.plan(talk: [60], teams: [[Skill(queue: 0)]], [(0, 0), (0, 0)])
    plan.queues[0].rules.channel = .outbound
    plan.queues[0].rules.dialing = Dialing(
      reached: .whole, ring: .deterministic(.seconds(20)), attempts: 1, retryDelay: .deterministic(.seconds(100)),
      callsPerAgent: 2, hold: .seconds(100))
    return plan
  }

  @Test func `whom a dialer holds is cut off with the others`() throws {
    var plan = Self.holding
    plan.outages = [Self.outage(30, 200, [0], cutsOff: true)]
    #expect(try Self.story(plan).suffix(3) == ["20 answered 1", "30 dialdropped 2", "30 talkdropped 1"])
  }

  @Test func `whom a dialer holds is answered when an outage is over that cuts nobody off`() throws {
    var plan = Self.holding
    plan.outages = [Self.outage(30, 100, [0])]
    #expect(
      try Self.story(plan).suffix(4) == ["20 answered 1", "80 completed 1", "100 answered 2", "160 completed 2"])
    plan.outages = [Self.outage(30, 200, [0])]
    #expect(try Self.story(plan).suffix(3) == ["20 answered 1", "80 completed 1", "120 dialdropped 2"])
  }
}
