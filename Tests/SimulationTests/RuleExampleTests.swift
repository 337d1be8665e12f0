import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Small days with contacts at stated seconds, worked out by hand.
@Suite(.labelled)
struct RuleExampleTests {
  /// Who comes when, to which queue.
  typealias Arrival = (second: Int64, queue: Int)

  /// Queues with constant talk of so many seconds and without an end of patience; one team a set of queues, of one
  /// agent each, present from the start to 1,000 seconds.
  static func plan(talk: [Int64], teams: [[Skill]], _ arrivals: [Arrival]) -> SimulationPlan {
    let horizon = TimeSpan.seconds(1_000)
    var plan = SimulationPlan.line(
      horizon: horizon, contacts: 0, handleTime: .deterministic(.seconds(1)), agents: teams.count, interval: horizon)
    plan.queues = talk.map {
      .init(handleTime: .deterministic(.seconds($0)), wrapUp: nil, patience: nil, priority: 0)
    }
    plan.teams = teams.map { .init(skills: $0) }
    plan.agents = teams.indices.map { .init(team: $0) }
    plan.arrivals = arrivals.map { arrival in
      let start = SimulationTime.second(arrival.second)
      let piece = SimulationPlan.ArrivalStream.Piece(
        start: start, end: start + TimeSpan(microseconds: 1), expectedContacts: 1)
      return .init(pieces: [piece], mix: talk.indices.map { $0 == arrival.queue ? 1 : 0 }, process: .exact)
    }
    return plan
  }

  /// The events of contacts in words: `30 answered 2 by 1`.
  static func story(_ plan: SimulationPlan, _ kinds: Set<EventKind>? = nil) throws -> [String] {
    let records = try simulate(plan)
    let outcome = LogInvariants.outcome(of: records, plan: plan)
    #expect(outcome.violations == [])
    return records.filter { record in
      EventKind(rawValue: record.kindCode).map { kinds?.contains($0) ?? (8...23).contains($0.rawValue) } ?? false
    }.map { record in
      let name = EventKind(rawValue: record.kindCode).map { "\($0)" } ?? "?"
      let verb = name.replacing("contact", with: "").lowercased()
      let agent = record.kindCode == EventKind.contactAnswered.rawValue ? " by \(record.agent)" : ""
      #expect(record.time % 1_000_000 == 0)
      return "\(record.time / 1_000_000) \(verb) \(record.contact)\(agent)"
    }
  }

  static let answers: Set<EventKind> = [.contactAnswered]

  // MARK: Choice of contact

  @Test func `with weighted waits a head start is worth as many seconds of waiting`() throws {
    let arrivals: [Arrival] = [(0, 0), (10, 0), (20, 1)]
    var plan = Self.plan(talk: [100, 100], teams: [[Skill(queue: 0), Skill(queue: 1)]], arrivals)
    plan.teams[0].contactChoice = .weightedWait
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 2 by 0", "200 answered 3 by 0"])
    plan.queues[1].rules.headStart = .seconds(9)
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 2 by 0", "200 answered 3 by 0"])
    plan.queues[1].rules.headStart = .seconds(11)
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 3 by 0", "200 answered 2 by 0"])
    // 80 seconds of wait x 1.2 are more than 90.
    plan.queues[1].rules.headStart = .zero
    plan.queues[1].rules.weight = 1.2
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 3 by 0", "200 answered 2 by 0"])
  }

  @Test func `people of two queues take their own first where they are told to`() throws {
    let arrivals: [Arrival] = [(0, 0), (10, 0), (20, 1)]
    var plan = Self.plan(talk: [100, 100], teams: [[Skill(queue: 0, level: 2), Skill(queue: 1)]], arrivals)
    plan.queues[1].priority = 1
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 2 by 0", "200 answered 3 by 0"])
    plan.teams[0].contactChoice = .ownFirst
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 3 by 0", "200 answered 2 by 0"])
  }

  // MARK: Overflow

  @Test func `others help after a wait, to the second`() throws {
    var plan = Self.plan(
      talk: [100], teams: [[Skill(queue: 0)], [Skill(queue: 0, level: 2, afterWait: .seconds(30))]],
      [(0, 0), (10, 0), (20, 0)])
    // At 40 the helper takes contact 2 and is busy till 140; agent 0 takes contact 3 at 100.
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "40 answered 2 by 1", "100 answered 3 by 0"])
    plan.teams[1].skills[0].afterWait = .zero
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "10 answered 2 by 1", "100 answered 3 by 0"])
  }

  @Test func `a helper who becomes free late takes who has waited long enough`() throws {
    let plan = Self.plan(
      talk: [100, 45], teams: [[Skill(queue: 0)], [Skill(queue: 1), Skill(queue: 0, afterWait: .seconds(30))]],
      [(0, 0), (0, 1), (10, 0), (20, 0)])
    // Contact 3 is past its 30 seconds when the helper comes free at 45; contact 4 reaches them at 50.
    #expect(
      try Self.story(plan, Self.answers) == [
        "0 answered 1 by 0", "0 answered 2 by 1", "45 answered 3 by 1", "100 answered 4 by 0",
      ])
  }

  @Test func `others help from a length of the line on, and in their hours`() throws {
    var plan = Self.plan(
      talk: [100], teams: [[Skill(queue: 0)], [Skill(queue: 0, level: 2, fromLineLength: 2)]],
      [(0, 0), (10, 0), (20, 0)])
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "20 answered 2 by 1", "100 answered 3 by 0"])
    plan.teams[1].skills[0] = Skill(queue: 0, hours: [TimeStretch(start: .second(50), end: .second(60))])
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "50 answered 2 by 1", "100 answered 3 by 0"])
  }

  @Test func `a reserve stays free for the other queue`() throws {
    var plan = Self.plan(
      talk: [100, 100], teams: [[Skill(queue: 0), Skill(queue: 1, keepsFree: 1)], []], [(0, 1), (10, 1), (20, 0)])
    plan.agents[1].team = 0
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "20 answered 3 by 1", "120 answered 2 by 1"])
  }

  @Test func `the example of a new policy does what it says and is the one of the page`() throws {
    expectExample("Tests/SimulationTests/LongestWaitFirst.swift", on: "docs/adding.md")
    var plan = Self.plan(talk: [100, 100], teams: [[Skill(queue: 0), Skill(queue: 1)]], [(0, 0), (10, 1), (20, 0)])
    plan.queues[1].priority = 3
    plan.teams[0].contactChoice = .ownFirst
    #expect(
      try Self.story(plan, [.contactAnswered]) == ["0 answered 1 by 0", "100 answered 3 by 0", "200 answered 2 by 0"])
    plan.teams[0].contactChoice = ContactChoice(LongestWaitFirst.self)
    #expect(
      try Self.story(plan, [.contactAnswered]) == ["0 answered 1 by 0", "100 answered 2 by 0", "200 answered 3 by 0"])
  }

  // MARK: Transfers

  @Test func `a warm transfer holds both agents, and the caller's line`() throws {
    var plan = Self.plan(
      talk: [60, 90], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (0, 1), (70, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: .seconds(20))]
    // Agent 0 talks till 60, waits with the caller for agent 1 till 90, briefs till 110, and only then takes the next.
    #expect(
      Array(try Self.story(plan).dropFirst(4).prefix(9)) == [
        "60 arrived 3", "60 linked 3", "60 queued 3", "70 arrived 4", "70 queued 4", "90 completed 2",
        "90 answered 3 by 1", "110 transferred 1", "110 answered 4 by 0",
      ])
    plan.trunkGroups = [.init(name: "one", lines: 2)]
    plan.queues[0].rules.trunkGroup = 0
    plan.queues[0].rules.waitingPlaces = 5
    plan.arrivals.append(Self.plan(talk: [1, 1], teams: [], [(75, 0), (181, 0)]).arrivals[0])
    // Contact 1's line goes on with contact 3, so contact 4 takes the second line and the caller of 75 finds none.
    #expect(try Self.story(plan, [.contactBlocked]) == ["75 blocked 5"])
  }

  @Test func `a cold transfer lets the agent go at once`() throws {
    var plan = Self.plan(talk: [60, 90], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (10, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole)]
    #expect(
      try Self.story(plan).filter { !$0.contains("queued") } == [
        "0 arrived 1", "0 answered 1 by 0", "10 arrived 2", "60 transferred 1", "60 answered 2 by 0", "60 arrived 3",
        "60 linked 3", "60 answered 3 by 1", "120 transferred 2", "120 arrived 4", "120 linked 4", "150 completed 3",
        "150 answered 4 by 1", "240 completed 4",
      ])
  }

  @Test func `an agent whose caller hangs up during a warm transfer is free at once`() throws {
    var plan = Self.plan(talk: [60, 500], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (0, 1), (70, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: .seconds(20))]
    plan.queues[1].patience = .deterministic(.seconds(25))
    #expect(
      Array(try Self.story(plan).filter { !$0.contains("queued") }.dropFirst(4).prefix(6)) == [
        "60 arrived 3", "60 linked 3", "70 arrived 4", "85 abandoned 3", "85 transferred 1", "85 answered 4 by 0",
      ])
  }

  @Test func `an agent for whom no colleague can come lets the caller queue alone`() throws {
    let both = [Skill(queue: 0), Skill(queue: 1)]
    var plan = Self.plan(talk: [60, 90], teams: [both], [(0, 0), (10, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: .seconds(20))]
    #expect(
      try Self.story(plan).filter { !$0.contains("queued") && !$0.contains("linked") } == [
        "0 arrived 1", "0 answered 1 by 0", "10 arrived 2", "60 transferred 1", "60 answered 2 by 0", "60 arrived 3",
        "120 transferred 2", "120 answered 3 by 0", "120 arrived 4", "210 completed 3", "210 answered 4 by 0",
        "300 completed 4",
      ])
    // Two who would wait for each other: the second does not.
    plan = Self.plan(talk: [60, 90], teams: [both, both], [(0, 0), (10, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: .seconds(20))]
    #expect(
      try Self.story(plan, [.contactAnswered, .contactTransferred]) == [
        "0 answered 1 by 0", "10 answered 2 by 1", "70 transferred 2", "70 answered 3 by 1", "90 transferred 1",
        "90 answered 4 by 0",
      ])
  }

  @Test func `an agent whose shift ends during a warm transfer leaves, and the caller waits on`() throws {
    var plan = Self.plan(talk: [60, 500], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (0, 1)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: .seconds(20))]
    plan.duties = [
      plan.duty(0, 0, .signIn), plan.duty(0, 1, .signIn), plan.duty(200, 0, .signOut(serveQueue: false)),
      plan.duty(1_000, 1, .signOut(serveQueue: true)),
    ]
    #expect(
      try Self.story(plan, [.contactAnswered, .contactTransferred]) == [
        "0 answered 1 by 0", "0 answered 2 by 1", "200 transferred 1", "500 answered 3 by 1",
      ])
    #expect(try simulate(plan).events(.agentSignedOut).map(\.time) == [200_000_000, 1_000_000_000])
  }

  @Test func `an agent whose shift is over stays with no caller, though a colleague finishes a talk`() throws {
    var plan = Self.plan(talk: [60, 500], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (0, 1)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole, briefing: .seconds(20))]
    plan.duties = [
      plan.duty(0, 0, .signIn), plan.duty(0, 1, .signIn), plan.duty(30, 0, .signOut(serveQueue: false)),
      plan.duty(30, 1, .signOut(serveQueue: false)),
    ]
    #expect(
      try Self.story(plan, [.contactAnswered, .contactTransferred]) == [
        "0 answered 1 by 0", "0 answered 2 by 1", "60 transferred 1",
      ])
    #expect(try simulate(plan).events(.agentSignedOut).map(\.time) == [60_000_000, 500_000_000])
  }

  // MARK: Offers

  @Test func `who is called back in virtual hold keeps the turn in the line of the same queue`() throws {
    var plan = Self.plan(talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (10, 0), (20, 0)])
    // Contacts 2 and 3 hang up at 40 and 50, and are called back as 5 and 6.
    plan.queues.append(plan.queues[0])
    plan.queues[0].rules.waitOffer = WaitOffer(
      after: .seconds(30), share: .whole, kind: .callback(queue: 1, keepsPlace: true))
    plan.arrivals = plan.arrivals.map { stream in
      var stream = stream
      stream.mix = [1, 0]
      return stream
    }
    plan.arrivals += Self.plan(talk: [1, 1], teams: [], [(30, 1)]).arrivals
    plan.teams[0] = .init(queues: [0, 1])
    // In the line of queue 1, 5 and 6 come before 4, who came at 30: they have waited since 10 and 20.
    #expect(
      try Self.story(plan, Self.answers) == [
        "0 answered 1 by 0", "100 answered 5 by 0", "200 answered 6 by 0", "300 answered 4 by 0",
      ])
    plan.queues[0].rules.waitOffer?.kind = .callback(queue: 1, keepsPlace: false)
    #expect(
      try Self.story(plan, Self.answers) == [
        "0 answered 1 by 0", "100 answered 4 by 0", "200 answered 5 by 0", "300 answered 6 by 0",
      ])
  }

  @Test func `who is called back in virtual hold keeps the turn among other queues`() throws {
    var plan = Self.plan(
      talk: [100, 100], teams: [[Skill(queue: 0), Skill(queue: 1)]], [(0, 0), (10, 0), (45, 0)])
    plan.queues[0].rules.waitOffer = WaitOffer(
      after: .seconds(30), share: .whole, kind: .callback(queue: 1, keepsPlace: true))
    #expect(
      try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "100 answered 3 by 0", "200 answered 5 by 0"])
  }

  @Test func `who has hung up on a promise gets no other offer, and does not balk`() throws {
    var plan = Self.plan(talk: [500], teams: [[Skill(queue: 0)]], [(0, 0), (10, 0)])
    plan.queues[0].rules.waitOffer = WaitOffer(
      after: .seconds(30), share: .whole, kind: .callback(queue: 0, keepsPlace: true))
    #expect(try Self.story(plan, [.callbackPromised]) == ["40 callbackpromised 2"])
    plan.queues[0].rules.balking = [Balking(.lineLength(atLeast: 1), share: .whole)]
    plan.queues[0].rules.waitOffer?.kind = .callback(queue: 1, keepsPlace: false)
    plan.queues.append(plan.queues[0])
    plan.queues[1].rules.balking = [Balking(.mustWait, share: .whole)]
    plan.arrivals = plan.arrivals.map { .init(pieces: $0.pieces, mix: [1, 0], process: .exact) }
    plan.teams[0] = .init(queues: [0, 1])
    #expect(try Self.story(plan, Self.answers) == ["0 answered 1 by 0", "500 answered 3 by 0"])
  }

  // MARK: Outages

  @Test func `an outage blocks exactly who comes in it`() throws {
    var plan = Self.plan(
      talk: [10], teams: [[Skill(queue: 0)]], [(99, 0), (100, 0), (150, 0), (199, 0), (200, 0), (250, 0)])
    plan.outages = [Outage(time: TimeStretch(start: .second(100), end: .second(200)), queues: [0])]
    #expect(try Self.story(plan, [.contactBlocked]) == ["100 blocked 2", "150 blocked 3", "199 blocked 4"])
    #expect(try Self.story(plan, [.contactCompleted]).count == 3)
    plan.outages.append(Outage(time: TimeStretch(start: .second(150), end: .second(251)), queues: [0]))
    #expect(try Self.story(plan, [.contactBlocked]).count == 5)
    let outages = try simulate(plan).events(.outageStarted, .outageEnded)
    #expect(outages.map { $0.time / 1_000_000 } == [100, 251] && outages[1].reference == 100_000_000)
  }

  @Test func `who finds the door closed tries again when it is open`() throws {
    var plan = Self.plan(talk: [10], teams: [[Skill(queue: 0)]], [(50, 0), (60, 0)])
    plan.arrivals[0].isTurnedAway = true
    // The closed stretch, 55 seconds long, is laid on the 110 after it: who would come at 52 comes at 55 + 2 x 52.
    plan.openTime = [TimeStretch(start: .second(55), end: .second(165))]
    plan.queues[0].rules.redial = Redial(
      afterAbandonment: .zero, afterBusySignal: .zero, afterClosing: .whole, delay: .deterministic(.seconds(2)))
    #expect(
      try Self.story(plan).filter { !$0.contains("arrived") } == [
        "50 queued 1", "50 disconnected 1", "60 answered 2 by 0", "70 completed 2", "159 linked 3",
        "159 answered 3 by 0", "169 completed 3",
      ])
    plan.queues[0].openTime = [TimeStretch(start: .second(104), end: .second(112))]
    #expect(try Self.story(plan, [.contactLinked]) == ["108 linked 3"])
    plan.queues[0].openTime = []
    #expect(try Self.story(plan, [.contactLinked]) == [])
    plan.queues[0].openTime = nil
    plan.queues[0].rules.redial?.afterClosing = .zero
    #expect(try Self.story(plan, [.contactLinked]) == [])
  }

  // MARK: Equivalence

  /// A rule that never applies sends the plan the long way; the log must stay the same to the bit.
  @Test func `the long way with idle rules writes the log of the short way`() throws {
    try withEvery("plan", in: 0..<(TestSwitch.slow ? 2_000 : 200)) { number in
      let plan = RandomPlan.make(seed: number)
      #expect(plan.isPlain)
      var ruled = plan
      for queue in ruled.queues.indices { ruled.queues[queue].rules.headStart = .seconds(1) }
      ruled.trunkGroups = [.init(name: "unused", lines: 0)]
      let base = try simulate(plan, seed: 3, replication: number)
      let same = try simulate(ruled, seed: 3, replication: number)
      #expect(base == same)
    }
  }
}
