import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Dialers and outages on small days worked out by hand.
@Suite(.labelled)
struct OutboundExampleTests {
  /// What happens to contacts, in words: `30 dialfailed 2`.
  static func story(_ plan: SimulationPlan) throws -> [String] {
    let records = try simulate(plan)
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
    let kinds: Set<UInt8> = Set(8...23).union(44...49).union([39])
    return records.filter { kinds.contains($0.kindCode) && $0.kindCode != EventKind.contactArrived.rawValue }.map {
      "\($0.time / 1_000_000) \(EventKind(rawValue: $0.kindCode)!) \($0.contact)".replacing("contact", with: "")
        .lowercased()
    }
  }

  static func dialing(_ reached: Share, ahead: Double? = nil, preview: Int64 = 0, attempts: Int = 1) -> Dialing {
    Dialing(
      reached: reached, ring: .deterministic(.seconds(20)), preview: .seconds(preview), attempts: attempts,
      retryDelay: .deterministic(.seconds(100)), callsPerAgent: ahead)
  }

  @Test func `an agent reads up, lets it ring, and talks with whom it reaches`() throws {
    var plan = RuleExampleTests.plan(talk: [60], teams: [[Skill(queue: 0)]], [(0, 0)])
    plan.queues[0].rules.channel = .outbound
    plan.queues[0].rules.dialing = Self.dialing(.whole, preview: 30)
    #expect(try Self.story(plan) == ["0 answered 1", "110 completed 1"])
    plan.queues[0].rules.dialing = Self.dialing(.zero, preview: 30, attempts: 2)
    #expect(
      try Self.story(plan) == [
        "0 answered 1", "50 attemptfailed 1", "150 linked 2", "150 answered 2", "200 attemptfailed 2",
      ])
  }

  @Test func `who is not who was wanted takes an agent, without wrap-up, and is tried again`() throws {
    var plan = RuleExampleTests.plan(talk: [60], teams: [[Skill(queue: 0)]], [(0, 0)])
    plan.queues[0].wrapUp = .deterministic(.seconds(15))
    plan.queues[0].rules.channel = .outbound
    plan.queues[0].rules.dialing = Self.dialing(.zero, preview: 30, attempts: 2)
    plan.queues[0].rules.dialing?.wrongParty = WrongParty(share: .whole, handleTime: .deterministic(.seconds(10)))
    #expect(
      try Self.story(plan) == [
        "0 answered 1", "60 wrongpartyreached 1", "160 linked 2", "160 answered 2", "220 wrongpartyreached 2",
      ])
    plan.queues[0].rules.dialing?.preview = .zero
    plan.queues[0].rules.dialing?.callsPerAgent = 1
    #expect(
      try Self.story(plan) == [
        "0 queued 1", "0 dialstarted 1", "20 answered 1", "30 wrongpartyreached 1", "130 linked 2", "130 queued 2",
        "130 dialstarted 2", "150 answered 2", "160 wrongpartyreached 2",
      ])
  }

  @Test func `a predictive dialer drops whom it reaches while nobody is free`() throws {
    var plan = RuleExampleTests.plan(talk: [60], teams: [[Skill(queue: 0)]], [(0, 0), (0, 0)])
    plan.queues[0].rules.channel = .outbound
    plan.queues[0].rules.dialing = Self.dialing(.whole, ahead: 2)
    #expect(
      try Self.story(plan) == [
        "0 queued 1", "0 dialstarted 1", "0 queued 2", "0 dialstarted 2", "20 answered 1", "20 dialdropped 2",
        "80 completed 1",
      ])
    plan.queues[0].rules.dialing = Self.dialing(.whole, ahead: 1)
    #expect(
      try Self.story(plan) == [
        "0 queued 1", "0 dialstarted 1", "0 queued 2", "20 answered 1", "80 completed 1", "80 dialstarted 2",
        "100 answered 2", "160 completed 2",
      ])
  }

  @Test func `an outage that cuts off ends talks and waits, and agents are free`() throws {
    var plan = RuleExampleTests.plan(
      talk: [100, 30], teams: [[Skill(queue: 0), Skill(queue: 1)]], [(0, 0), (10, 0), (60, 1)])
    plan.outages = [
      Outage(
        time: TimeStretch(start: .second(50), end: .second(200)), queues: [0], handling: OutageHandling(cutsOff: true))
    ]
    #expect(
      try Self.story(plan) == [
        "0 answered 1", "10 queued 2", "50 disconnected 2", "50 talkdropped 1", "60 answered 3", "90 completed 3",
      ])
  }

  @Test func `letters outlast an outage: those in the line, the one in hand, and those that come meanwhile`() throws {
    var plan = RuleExampleTests.plan(
      talk: [100, 30], teams: [[Skill(queue: 0), Skill(queue: 1)]], [(0, 0), (10, 0), (60, 0), (70, 1)])
    plan.queues[0].rules.channel = .email
    plan.outages = [
      Outage(
        time: TimeStretch(start: .second(50), end: .second(200)), queues: [0], handling: OutageHandling(cutsOff: true))
    ]
    let expected = [
      "0 answered 1", "10 queued 2", "60 queued 3", "70 queued 4", "100 completed 1", "100 answered 4",
      "130 completed 4", "200 answered 2", "300 completed 2", "300 answered 3", "400 completed 3",
    ]
    #expect(try Self.story(plan) == expected)
    // Lines that are not cut make no difference to letters; a stand-in takes those that come meanwhile.
    plan.outages[0].handling = .blocked
    #expect(try Self.story(plan) == expected)
    plan.outages[0].handling = OutageHandling(divertTo: 1)
    #expect(try Self.story(plan).contains("60 diverted 3"))
  }

  @Test(arguments: [nil, 1.0])
  func `a list waits while it cannot be called, and who was cut off is called again`(ahead: Double?) throws {
    var plan = RuleExampleTests.plan(talk: [60], teams: [[Skill(queue: 0)]], [(0, 0), (0, 0), (90, 0)])
    plan.queues[0].rules.channel = .outbound
    plan.queues[0].rules.dialing = Self.dialing(.whole, ahead: ahead, attempts: 2)
    plan.outages = [
      Outage(
        time: TimeStretch(start: .second(50), end: .second(200)), queues: [0], handling: OutageHandling(cutsOff: true))
    ]
    let story = try Self.story(plan)
    #expect(story.contains("50 talkdropped 1") && story.contains("150 linked 4"))
    #expect(!story.contains { $0.contains("blocked") || $0.contains("disconnected") })
    // Three talks, one after the other from the end of the outage on.
    #expect(story.filter { $0.contains("completed") }.count == 3)
    #expect(story.first { $0.contains("completed") }?.hasPrefix("280 ") == true)
  }

  @Test func `a number that rings when the outage begins is not reached, and is called again`() throws {
    var plan = RuleExampleTests.plan(talk: [60], teams: [[Skill(queue: 0)]], [(0, 0)])
    plan.queues[0].rules.channel = .outbound
    plan.queues[0].rules.dialing = Self.dialing(.whole, ahead: 1, attempts: 2)
    plan.outages = [Outage(time: TimeStretch(start: .second(10), end: .second(200)), queues: [0])]
    #expect(
      try Self.story(plan) == [
        "0 queued 1", "0 dialstarted 1", "20 dialfailed 1", "120 linked 2", "120 queued 2", "200 dialstarted 2",
        "220 answered 2", "280 completed 2",
      ])
  }

  @Test func `who called and is not reached again is a lost customer, and who is on a list is not`() throws {
    var plan = RuleExampleTests.plan(
      talk: [500, 60], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (10, 0), (20, 1)])
    plan.queues[0].rules.waitOffer = WaitOffer(
      after: .seconds(30), share: .whole, kind: .callback(queue: 1, keepsPlace: false))
    plan.queues[1].rules.channel = .outbound
    plan.queues[1].rules.dialing = Self.dialing(.zero, attempts: 2)
    func lost() throws -> [String] {
      let records = try simulate(plan)
      #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
      return records.events(.customerLost).map { "\($0.time / 1_000_000) \($0.contact)" }
    }
    // Contact 2 is called at 40 and at 160, each time for 20 seconds.
    #expect(try lost() == ["180 2"])
    // Nobody ever comes back to a queue that is never open.
    plan.queues[1].openTime = []
    #expect(try lost() == ["60 2"])
  }

  @Test func `who was promised a call has no line that an outage could cut, and is called after it`() throws {
    var plan = RuleExampleTests.plan(talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (10, 0), (15, 0)])
    plan.queues[0].rules.waitOffer = WaitOffer(
      after: .seconds(30), share: .whole, kind: .callback(queue: 0, keepsPlace: true))
    plan.outages = [
      Outage(
        time: TimeStretch(start: .second(42), end: .second(200)), queues: [0], handling: OutageHandling(cutsOff: true))
    ]
    let story = try Self.story(plan)
    #expect(story.contains("42 disconnected 3") && story.contains("42 talkdropped 1"))
    #expect(story.suffix(2) == ["200 answered 4", "300 completed 4"])
  }

  @Test func `who is cut off may call again, and finds the stand-in until the outage is over`() throws {
    var plan = RuleExampleTests.plan(
      talk: [100, 30], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (60, 0)])
    plan.outages = [
      Outage(
        time: TimeStretch(start: .second(50), end: .second(200)), queues: [0],
        handling: OutageHandling(divertTo: 1, cutsOff: true))
    ]
    plan.queues[0].rules.redial = Redial(
      afterAbandonment: .zero, afterBusySignal: .whole, delay: .deterministic(.seconds(20)))
    #expect(
      try Self.story(plan) == [
        "0 answered 1", "50 talkdropped 1", "60 diverted 2", "60 linked 3", "60 answered 3", "70 linked 4",
        "70 diverted 4", "70 linked 5", "70 queued 5", "90 completed 3", "90 answered 5", "120 completed 5",
      ])
  }

  @Test func `where the stand-in is down too, callers meet a busy signal`() throws {
    var plan = RuleExampleTests.plan(talk: [100, 30], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(60, 0)])
    let time = TimeStretch(start: .second(50), end: .second(200))
    plan.outages = [
      Outage(time: time, queues: [0], handling: OutageHandling(divertTo: 1)),
      Outage(time: time, queues: [1], handling: OutageHandling(divertTo: 0)),
    ]
    #expect(try Self.story(plan) == ["60 diverted 1", "60 linked 2", "60 blocked 2"])
  }
}
