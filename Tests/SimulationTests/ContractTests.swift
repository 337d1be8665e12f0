import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// What the simulator promises in its documentation, each promise by itself.
@Suite(.labelled)
struct ContractTests {
  @Test func `the same seed gives the same log, fresh or used, in buffers of any size`() throws {
    try withEvery("plan", in: 0..<40) { number in
      let plan = RandomPlan.make(seed: number)
      let log = try simulate(plan, seed: 4, replication: 2)
      #expect(log == (try simulate(plan, seed: 4, replication: 2)))
      var used = try Simulator(plan: plan)
      _ = used.log(seed: 9, replication: 1)
      var buffer = EventBuffer(capacity: 64)
      used.start(seed: 5, replication: 7)
      _ = used.advance(into: &buffer)  // Left in the middle.
      for capacity in [1, 64, 65, 100_000] {
        #expect(used.log(seed: 4, replication: 2, capacity: capacity) == log, "capacity \(capacity)")
      }
    }
  }

  @Test func `other seeds and other replications give other logs`() throws {
    let plan = ReferencePlans.overload
    let digests = try [(1, 0), (1, 1), (2, 0), (2, 1), (0, 1)].map {
      digest(of: try simulate(plan, seed: UInt64($0.0), replication: $0.1))
    }
    #expect(Set(digests).count == 5)
  }

  @Test func `more people and more patience leave every arrival and every handle time as they were`() throws {
    /// Arrival and talk of each contact that was completed.
    func draws(_ plan: SimulationPlan) throws -> (arrivals: [EventRecord], talks: [UInt32: Int64]) {
      let records = try simulate(plan, seed: 12)
      let talks = records.events(.contactCompleted).map { ($0.contact, $0.time - $0.reference) }
      return (records.events(.contactArrived), Dictionary(uniqueKeysWithValues: talks))
    }
    let base = try draws(ReferencePlans.clinicLines)
    var more = ReferencePlans.clinicLines
    more.agents.append(.init(team: 1))
    more.add([more.duty(0, 5, .signIn), more.duty(14_400, 5, .signOut(serveQueue: false))])
    var patient = ReferencePlans.clinicLines
    patient.queues[0].patience = .deterministic(.hours(1))
    var reordered = ReferencePlans.clinicLines
    (reordered.queues[0].priority, reordered.queues[1].priority) = (1, 0)
    for plan in [more, patient, reordered] {
      let other = try draws(plan)
      #expect(other.arrivals == base.arrivals)
      let common = Set(base.talks.keys).intersection(other.talks.keys)
      #expect(common.count > 50)
      for contact in common { #expect(base.talks[contact] == other.talks[contact], "contact \(contact)") }
      #expect(base.talks.keys != other.talks.keys || plan == reordered, "the change changes something")
    }
  }

  /// Deterministic times on a common grid: what ends, what begins and who gives up at one instant.
  @Test func `a caller whose patience ends when an agent becomes free is answered`() throws {
    // Contacts come from 0 to 60 s; each talk lasts 600 s; patience reaches from each arrival to just that talk's end.
    var plan = SimulationPlan.line(
      horizon: .hours(1), contacts: 0, handleTime: .deterministic(.seconds(600)), agents: 1)
    plan.arrivals[0].pieces = [.init(start: .zero, end: SimulationTime(microseconds: 1), expectedContacts: 40)]
    plan.queues[0].patience = .deterministic(.seconds(600))
    let records = try simulate(plan)
    // All arrive at 0: the first is answered, the second when the first is done, at its deadline; the others give up.
    let answered = records.events(.contactAnswered)
    #expect(answered.map(\.contact) == [1, 2])
    #expect(answered.map(\.time) == [0, 600_000_000])
    let given = records.events(.contactAbandoned)
    #expect(given.allSatisfy { $0.time == 600_000_000 })
    #expect(given.map(\.contact) == Array(3...UInt32(given.count + 2)))
  }

  @Test func `whoever signs in serves the line before patience ends and before the next arrival`() throws {
    var plan = SimulationPlan.line(horizon: .hours(1), contacts: 0, handleTime: .deterministic(.seconds(5)), agents: 1)
    plan.arrivals[0].pieces = [.init(start: .zero, end: SimulationTime(microseconds: 1), expectedContacts: 3)]
    plan.queues[0].patience = .deterministic(.seconds(60))
    plan.duties[0].time = .second(60)
    let records = try simulate(plan, seed: 3)
    let atSixty = records.filter { $0.time == 60_000_000 }.map { EventKind(rawValue: $0.kindCode)! }
    #expect(atSixty.prefix(2) == [.agentSignedIn, .contactAnswered])
    #expect(atSixty.dropFirst(2).allSatisfy { $0 == .contactAbandoned })
    #expect(records.events(.contactAnswered).map(\.contact) == [1])
  }

  @Test func `a talk that ends when its agent's shift ends is completed first`() throws {
    var plan = SimulationPlan.line(
      horizon: .seconds(600), contacts: 0, handleTime: .deterministic(.seconds(600)), agents: 1, interval: .seconds(600)
    )
    plan.arrivals[0].pieces = [.init(start: .zero, end: SimulationTime(microseconds: 1), expectedContacts: 5)]
    let records = try simulate(plan)
    let atEnd = records.filter { $0.time == 600_000_000 }.map { EventKind(rawValue: $0.kindCode)! }
    #expect(atEnd.prefix(2) == [.contactCompleted, .contactAnswered], "\(atEnd)")
    // The next contact was taken at that instant, before the shift's end: it is finished after it.
    #expect(records.events(.agentSignedOut).first.map { $0.time > $0.reference } == true)
  }

  @Test func `deadlines of answered contacts never move the clock`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(1), contacts: 60, handleTime: .deterministic(.seconds(90)), agents: 1)
    plan.queues[0].patience = .deterministic(.hours(100))
    let records = try simulate(plan)
    #expect(records.events(.contactQueued).count > 10)
    let last = try #require(records.last)
    #expect(last.time == records[records.count - 2].time, "the end is the last thing that happened")
    #expect(last.time < 3 * 3_600_000_000)
  }

  @Test func `waits add up to the integral of the line's length`() throws {
    try withEvery("plan", in: 0..<60) { number in
      let records = try simulate(RandomPlan.make(seed: number), seed: 21)
      var (length, integral, before, waits) = (Int64(0), Int64(0), Int64(0), Int64(0))
      var open: [UInt32: Int64] = [:]
      for record in records {
        integral += length * (record.time - before)
        before = record.time
        switch EventKind(rawValue: record.kindCode) {
        case .contactQueued:
          length += 1
          open[record.contact] = record.time
        case .contactAnswered, .contactAbandoned, .contactDisconnected:
          guard open.removeValue(forKey: record.contact) != nil else { continue }
          length -= 1
          waits += record.time - record.reference
        default: break
        }
      }
      waits += open.values.reduce(0) { $0 + before - $1 }
      #expect(waits == integral)
    }
  }

  @Test func `a break that a long call delays keeps its length`() throws {
    var plan = SimulationPlan.line(horizon: .hours(2), contacts: 0, handleTime: .deterministic(.minutes(30)), agents: 1)
    plan.arrivals[0].pieces = [
      .init(start: .zero, end: SimulationTime(microseconds: 1), expectedContacts: 1e-9),
      .init(start: .second(60), end: .second(120), expectedContacts: 20),
    ]
    plan.queues[0].patience = .deterministic(.seconds(1))
    plan.add([plan.duty(600, 0, .pause(activity: 1, length: .minutes(10)))])
    let records = try simulate(plan)
    let start = try #require(records.events(.breakStarted).first)
    let talk = try #require(records.events(.contactCompleted).first)
    #expect(talk.time > 600_000_000 && start.time == talk.time)
    let end = try #require(records.events(.breakEnded).first)
    #expect(end.time - start.time == 600_000_000 && end.detail == 1)
  }

  @Test func `after closing those who wait are served or cut off, as the plan says`() throws {
    let served = try simulate(ReferencePlans.overload)
    #expect(served.events(.contactCompleted).count == served.events(.contactArrived).count)
    #expect(served.events(.contactDisconnected).isEmpty)
    #expect(served.events(.agentSignedOut).allSatisfy { $0.reference == ReferencePlans.overload.horizon.microseconds })
    var plan = ReferencePlans.overload
    plan.disconnects = [plan.horizon]
    plan.duties = plan.duties.map { duty in
      if case .signOut = duty.kind {
        .init(time: duty.time, agent: duty.agent, kind: .signOut(serveQueue: false))
      } else {
        duty
      }
    }
    let cut = try simulate(plan)
    let disconnected = cut.events(.contactDisconnected)
    #expect(!disconnected.isEmpty && disconnected.allSatisfy { $0.time == plan.horizon.microseconds })
    #expect(LogInvariants.outcome(of: cut, plan: plan).waiting.isEmpty)
    #expect(cut.events(.contactAnswered).allSatisfy { $0.time <= plan.horizon.microseconds })
  }

  @Test(arguments: [false, true])
  func `whoever is on a break at closing comes back for the line, whoever is away does not`(isAway: Bool) throws {
    var plan = SimulationPlan.line(horizon: .hours(1), contacts: 0, handleTime: .deterministic(.seconds(60)), agents: 2)
    plan.arrivals[0].pieces = [.init(start: .second(3_000), end: .second(3_001), expectedContacts: 12)]
    plan.arrivals[0].process = .exact
    // Both leave the phones before the first contact; only their breaks' ends differ.
    let rest: SimulationPlan.Duty.Kind =
      isAway ? .away(activity: 0) : .pause(activity: 0, length: .hours(1))
    plan.add([plan.duty(2_000, 0, rest), plan.duty(2_000, 1, rest)])
    let records = try simulate(plan)
    let end = plan.horizon.microseconds
    #expect(records.events(.breakEnded).map(\.time) == [end, end])
    #expect(records.events(.contactCompleted).count == (isAway ? 0 : 12))
    // Two serve twelve in six rounds, and are paid until then.
    let left = records.events(.agentSignedOut)
    #expect(left.map(\.time) == (isAway ? [end, end] : [end + 360_000_000, end + 360_000_000]))
    #expect(left.allSatisfy { $0.reference == end })
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
  }

  @Test func `agents who leave without serving leave the line inside`() throws {
    var plan = ReferencePlans.overload
    plan.duties = plan.duties.map { duty in
      if case .signOut = duty.kind {
        .init(time: duty.time, agent: duty.agent, kind: .signOut(serveQueue: false))
      } else {
        duty
      }
    }
    let outcome = LogInvariants.outcome(of: try simulate(plan), plan: plan)
    #expect(outcome.violations == [])
    #expect(outcome.waiting.count > 5 && outcome.arrived == outcome.completed + outcome.waiting.count)
  }

  @Test func `who is away from the start serves nobody, who is absent neither`() throws {
    var plan = ReferencePlans.overload
    plan.add([plan.duty(0, 1, .away(activity: 0))])
    plan.duties.sort { ($0.time, $0.agent) < ($1.time, $1.agent) }  // Stable: each agent's sign-in before the absence.
    let records = try simulate(plan)
    #expect(Set(records.events(.contactAnswered).map(\.agent)) == [0, 2])
    #expect(records.events(.breakEnded).map(\.time) == [plan.horizon.microseconds])
    var sick = ReferencePlans.overload
    sick.absences = [.init(activity: 2, probability: .whole)]
    let nobody = try simulate(sick)
    #expect(nobody.events(.contactAnswered).isEmpty)
    #expect(nobody.events(.breakStarted).allSatisfy { $0.detail == 2 && $0.time == 0 })
  }

  /// 3,000 tours with a chance of 30%: 900 expected, standard deviation 25; within 4.9 of them.
  @Test func `absences come true as often as they should, anew for each tour and replication`() throws {
    var plan = SimulationPlan.line(horizon: .hours(1), contacts: 1, handleTime: .deterministic(.zero), agents: 30)
    plan.absences = [
      .init(activity: 1, probability: .percent(10)),
      .init(activity: 2, probability: Share(partsPerBillion: 222_222_222)),
    ]
    var counts: [Int: Int] = [:]
    var patterns: Set<[Int]> = []
    var simulator = try Simulator(plan: plan)
    for replication in 0..<100 {
      let absent = simulator.log(seed: 1, replication: replication).events(.breakStarted)
      for record in absent { counts[record.detail, default: 0] += 1 }
      patterns.insert(absent.map(\.agent))
    }
    #expect(abs((counts[1] ?? 0) - 300) < 81 && abs((counts[2] ?? 0) - 600) < 108, "\(counts)")
    #expect(patterns.count > 95)
  }

  @Test func `plans without people, without contacts or without work end at once`() throws {
    let nobody = try simulate(.line(contacts: 50, handleTime: .exponential(mean: .minutes(1)), agents: 0))
    #expect(nobody.events(.contactQueued).count == nobody.events(.contactArrived).count)
    #expect(LogInvariants.outcome(of: nobody).waiting.count > 20)
    var empty = SimulationPlan.line(contacts: 0, handleTime: .exponential(mean: .minutes(1)), agents: 1)
    #expect(try simulate(empty).map(\.kindCode) == [1, 24, 25, 2])
    empty.arrivals = []
    #expect(try simulate(empty).map(\.kindCode) == [1, 24, 25, 2])
    let idle = try simulate(.line(contacts: 50, handleTime: .deterministic(.zero), agents: 1))
    #expect(
      idle.events(.contactQueued).isEmpty && idle.events(.contactCompleted).allSatisfy { $0.time == $0.reference })
  }

  @Test func `no duration exceeds 2^40 microseconds, and no instant the end of time`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(1), contacts: 30, handleTime: .exponential(mean: TimeSpan(microseconds: 1 << 62)), agents: 2)
    plan.queues[0].wrapUp = .deterministic(TimeSpan(microseconds: .max))
    let records = try simulate(plan)
    let talks = records.events(.contactCompleted, .wrapUpEnded)
    #expect(talks.count > 10 && talks.allSatisfy { $0.time - $0.reference == 1 << 40 })
    #expect(records.allSatisfy { $0.time < 1 << 47 })
    #expect(LogInvariants.outcome(of: records).violations == [])
    plan.arrivals[0].pieces[0].expectedContacts = 3_000  // More than can be served before the end of time.
    let endless = LogInvariants.outcome(of: try simulate(plan))
    #expect(endless.violations == [] && endless.talking.count + endless.waiting.count > 1_000)
  }

  @Test func `a big center keeps the laws`() throws {
    var plan = SimulationPlan.line(
      horizon: .minutes(30), contacts: 12_000, handleTime: .exponential(mean: .minutes(4)),
      patience: .exponential(mean: .minutes(2)), agents: 1_600)
    plan.queues = (0..<255).map { number in
      var queue = plan.queues[0]
      queue.priority = number % 5
      return queue
    }
    plan.arrivals[0].mix = Array(repeating: 1.0 / 255, count: 255)
    plan.teams = (0..<40).map { team in .init(queues: (0..<255).filter { $0 % 8 == team % 8 || $0 % 5 == team % 5 }) }
    plan.agents = (0..<1_600).map { .init(team: $0 % 40) }
    let records = try simulate(plan)
    let outcome = LogInvariants.outcome(of: records, plan: plan)
    #expect(outcome.violations == [] && outcome.arrived > 11_000)
    #expect(Set(records.events(.contactAnswered).map(\.agent)).count > 1_200)
  }
}
