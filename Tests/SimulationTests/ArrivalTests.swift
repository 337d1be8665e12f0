import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// What moves the arrivals of a plan, and what it leaves alone.
@Suite(.labelled)
struct ArrivalTests {
  /// A contact as its stream drew it: with an agent for everybody, talk is the handle time.
  struct Drawn: Hashable {
    var arrival: Int64
    var queue: Int
    var talk: Int64
  }

  /// Two queues and people for all; one stream of 400 contacts over two days of 12 hours.
  static let plan: SimulationPlan = {
    var plan = SimulationPlan.line(
      horizon: .hours(24), contacts: 400, handleTime: .exponential(mean: .minutes(3)), agents: 200)
    plan.dayStarts = [.zero, .zero + .hours(12), plan.horizon]
    plan.queues.append(plan.queues[0])
    plan.queues[1].handleTime = .lognormal(mean: .minutes(5), coefficientOfVariation: 0.7)
    plan.arrivals[0].mix = [0.6, 0.4]
    plan.teams = [.init(queues: [0, 1])]
    return plan
  }()

  static func contacts(_ plan: SimulationPlan, replication: Int = 0) throws -> [Drawn] {
    let log = try simulate(plan, seed: 11, replication: replication)
    #expect(LogInvariants.outcome(of: log, plan: plan).violations.isEmpty)
    #expect(log.events(.contactAbandoned).isEmpty)
    var talks: [UInt32: Int64] = [:]
    for record in log.events(.contactCompleted) { talks[record.contact] = record.time - record.reference }
    return log.events(.contactArrived).map { Drawn(arrival: $0.time, queue: $0.queue, talk: talks[$0.contact] ?? 0) }
  }

  static func with(_ change: (inout SimulationPlan) -> Void) -> SimulationPlan {
    var plan = plan
    change(&plan)
    return plan
  }

  @Test func `a factor of the whole rate moves instants in proportion and no other draw`() throws {
    let base = try Self.contacts(Self.plan)
    let factors = [RateFactor(.replication, coefficientOfVariation: 0.3)]
    try withEvery("replication", in: 0..<20) { replication in
      let base = replication == 0 ? base : try Self.contacts(Self.plan, replication: replication)
      let moved = try Self.contacts(Self.with { $0.arrivals[0].factors = factors }, replication: replication)
      let pairs = zip(base, moved)
      #expect(pairs.allSatisfy { $0.queue == $1.queue && $0.talk == $1.talk })
      // The rate is constant, so all instants shrink by the same factor, to a microsecond.
      let ratio = Double(base[50].arrival) / Double(moved[50].arrival)
      #expect(abs(ratio - 1) > 1e-4)
      #expect(pairs.allSatisfy { abs(Double($0.arrival) / ratio - Double($1.arrival)) < 100 })
    }
  }

  @Test func `every factor leaves the draws of contact number n alone`() throws {
    let base = try Self.contacts(Self.plan)
    let all: [RateFactor] = [
      .init(.replication, coefficientOfVariation: 0.1), .init(.day, coefficientOfVariation: 0.3),
      .init(.interval(correlation: 0.5), coefficientOfVariation: 0.2),
    ]
    try withEvery("factor", in: all.map { [$0] } + [all]) { factors in
      let moved = try Self.contacts(Self.with { $0.arrivals[0].factors = factors })
      #expect(moved.map(\.arrival) != base.map(\.arrival))
      #expect(zip(base, moved).allSatisfy { $0.queue == $1.queue && $0.talk == $1.talk })
    }
  }

  @Test func `a process leaves the other draws of contact number n alone`() throws {
    let base = try Self.contacts(Self.plan)
    try withEvery("process", in: [ArrivalSpecification.exact, .renewal(coefficientOfVariation: 0.4)]) { process in
      let moved = try Self.contacts(Self.with { $0.arrivals[0].process = process })
      #expect(moved.map(\.arrival) != base.map(\.arrival))
      #expect(zip(base, moved).allSatisfy { $0.queue == $1.queue && $0.talk == $1.talk })
    }
  }

  @Test func `streams of one group share a day's factor, other groups have their own`() throws {
    /// Arrivals of each stream: one queue a stream.
    func counts(_ groups: [Int]) throws -> [[Int]] {
      let plan = Self.with { plan in
        let stream = plan.arrivals[0]
        plan.arrivals = groups.enumerated().map { queue, group in
          .init(
            pieces: stream.pieces, mix: queue == 0 ? [1, 0] : [0, 1], process: .exact,
            factors: [.init(.day, coefficientOfVariation: 0.5, group: group)])
        }
      }
      return try (0..<10).map { replication in
        let contacts = try Self.contacts(plan, replication: replication)
        return [0, 1].map { queue in contacts.count { $0.queue == queue } }
      }
    }
    #expect(try counts([0, 0]).allSatisfy { $0[0] == $0[1] })
    #expect(try counts([0, 1]).contains { abs($0[0] - $0[1]) > 20 })
  }

  @Test func `a stream of its own adds contacts and keeps those that come anyway`() throws {
    let base = try Self.contacts(Self.plan)
    let start = SimulationTime.zero + .hours(3)
    let more = Self.with { plan in
      plan.arrivals.append(
        .init(
          pieces: [.init(start: start, end: start + .hours(2), expectedContacts: 60)], mix: [0, 1], substream: 77))
    }
    let moved = try Self.contacts(more)
    #expect(moved.count > base.count + 30)
    #expect(Set(base).isSubset(of: Set(moved)))
    #expect(
      Set(moved).subtracting(base).allSatisfy {
        $0.queue == 1 && (10_800_000_000..<18_000_000_000).contains($0.arrival)
      })
  }

  @Test func `a thinning takes contacts of its queue and stretch away and keeps all others`() throws {
    let base = try Self.contacts(Self.plan)
    let stretch = TimeStretch(start: .zero + .hours(2), end: .zero + .hours(14))
    let moved = try Self.contacts(
      Self.with { $0.arrivals[0].thinnings = [.init(time: stretch, kept: 0.5, queue: 1)] })
    #expect(Set(moved).isSubset(of: Set(base)))
    let lost = Set(base).subtracting(moved)
    #expect(lost.allSatisfy { $0.queue == 1 && stretch.contains(.init(microseconds: $0.arrival)) })
    let there = base.count { $0.queue == 1 && stretch.contains(.init(microseconds: $0.arrival)) }
    // Binomial with about 80 trials: 4.9 standard deviations are 22.
    #expect(abs(lost.count - there / 2) < 22 && there > 50)
    let none = try Self.contacts(Self.with { $0.arrivals[0].thinnings = [.init(time: stretch, kept: 0)] })
    #expect(!none.contains { stretch.contains(.init(microseconds: $0.arrival)) })
    #expect(try Self.contacts(Self.with { $0.arrivals[0].thinnings = [.init(time: stretch, kept: 1)] }) == base)
  }

  @Test func `who is turned away is cut off on arrival, whoever is free, and nobody else notices`() throws {
    let turning = Self.with { plan in
      var late = plan.arrivals[0]
      late.pieces = [.init(start: .zero + .hours(1), end: .zero + .hours(3), expectedContacts: 40)]
      (late.isTurnedAway, late.substream) = (true, 99)
      plan.arrivals.append(late)
    }
    let log = try simulate(turning, seed: 11)
    #expect(LogInvariants.outcome(of: log, plan: turning).violations.isEmpty)
    let cut = log.events(.contactDisconnected)
    #expect(cut.count > 15)
    #expect(cut.allSatisfy { $0.time == $0.reference })
    let gone = Set(cut.map(\.contact))
    let stayed = log.events(.contactArrived).filter { !gone.contains($0.contact) }.map { [$0.time, Int64($0.queue)] }
    let alone = try Self.contacts(Self.plan)
    #expect(stayed == alone.map { [$0.arrival, Int64($0.queue)] })
  }

  @Test func `exact counts come out of the log interval by interval`() throws {
    let counts = [3, 0, 17, 64, 1, 128]
    let plan = Self.with { plan in
      plan.arrivals[0].process = .exact
      plan.arrivals[0].pieces = counts.enumerated().map { index, count in
        let start = SimulationTime.zero + .hours(Int64(index))
        return .init(start: start, end: start + .hours(1), expectedContacts: Double(count))
      }
    }
    try withEvery("replication", in: 0..<20) { replication in
      let contacts = try Self.contacts(plan, replication: replication)
      let found = counts.indices.map { hour in contacts.count { $0.arrival / 3_600_000_000 == Int64(hour) } }
      #expect(found == counts)
    }
  }

  @Test func `used simulators draw the factors of each replication anew`() throws {
    let plan = Self.with { $0.arrivals[0].factors = [.init(.day, coefficientOfVariation: 0.5)] }
    var used = try Simulator(plan: plan)
    let logs = (0..<5).map { used.log(seed: 2, replication: $0) }
    try withEvery("replication", in: 0..<5) { replication in
      let fresh = try simulate(plan, seed: 2, replication: replication)
      #expect(logs[replication] == fresh)
    }
    #expect(Set(logs.map(\.count)).count == 5)
  }

  @Test func `a plan with a process, a factor or a thinning out of range is refused`() {
    let changes: [(String, (inout SimulationPlan) -> Void)] = [
      ("unknown process", { $0.arrivals[0].process = .init(process: "poison") }),
      ("parameter", { $0.arrivals[0].process = .renewal(coefficientOfVariation: 0) }),
      ("factor", { $0.arrivals[0].factors = [.init(.day, coefficientOfVariation: 0)] }),
      ("factor", { $0.arrivals[0].factors = [.init(.day, coefficientOfVariation: .nan)] }),
      ("factor", { $0.arrivals[0].factors = [.init(.day, coefficientOfVariation: 11)] }),
      ("correlation", { $0.arrivals[0].factors = [.init(.interval(correlation: 1), coefficientOfVariation: 0.1)] }),
      ("thinning", { $0.arrivals[0].thinnings = [.init(time: .init(start: .zero, end: $0.horizon), kept: 1.1)] }),
      (
        "thinning",
        { $0.arrivals[0].thinnings = [.init(time: .init(start: .zero, end: $0.horizon), kept: 1, queue: 2)] }
      ),
    ]
    for (name, change) in changes {
      #expect(throws: SimulationPlanError.self, "\(name)") { _ = try Simulator(plan: Self.with(change)) }
    }
  }

  @Test func `the laws of the log hold on random plans with every kind of demand`() throws {
    var (arrived, cut) = (0, 0)
    try withEvery("plan", in: 0..<300) { number in
      let plan = RandomPlan.makeWithDemand(seed: number)
      let records = try simulate(plan, seed: 7, replication: number)
      let outcome = LogInvariants.outcome(of: records, plan: plan)
      #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(3))")
      let again = try simulate(plan, seed: 7, replication: number, capacity: 65)
      #expect(records == again)
      arrived += outcome.arrived
      cut += outcome.disconnected
    }
    #expect(arrived > 10_000 && cut > 500)
  }

  @Test func `the laws of the log hold where rules of callers and every kind of demand meet`() throws {
    var arrived = 0
    try withEvery("plan", in: 0..<200) { number in
      let plan = RandomPlan.makeWithDemand(seed: number, on: RandomPlan.withRules(seed: number))
      let records = try simulate(plan, seed: 7, replication: number)
      let outcome = LogInvariants.outcome(of: records, plan: plan)
      #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(3))")
      arrived += outcome.arrived
    }
    #expect(arrived > 8_000)
  }
}
