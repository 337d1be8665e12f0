import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Dialers, blending and faults against closed forms; bars as in ``RuleTheoryTests``.
@Suite(.labelled)
struct OutboundTheoryTests {
  /// A list that lasts for ever, in the first second, besides what the line brings.
  static func addList(_ contacts: Double, to plan: inout SimulationPlan) {
    plan.queues.append(plan.queues[0])
    let last = plan.queues.count - 1
    plan.queues[last].rules = .none
    plan.queues[last].rules.channel = .outbound
    plan.queues[last].priority = 9
    for stream in plan.arrivals.indices { plan.arrivals[stream].mix.append(0) }
    plan.arrivals.append(
      .init(
        pieces: [.init(start: .zero, end: .second(1), expectedContacts: contacts)],
        mix: plan.queues.indices.map { $0 == last ? 1 : 0 }, process: .exact))
  }

  /// Outbound calls without end fill whoever is beyond a reserve: busy people are a birth-death chain from n - k on, in
  /// which a talk that ends at its lowest state is followed by another at once (Bhulai & Koole, "A queueing model for call
  /// blending in call centers", 2003, with equal service rates). Here n = 5, k = 1, 3 erlangs: P(wait) = 0.6, and
  /// 4 x 0.4 outbound calls a minute.
  @Test func `a reserve against outbound calls is the threshold policy of call blending`() throws {
    var plan = RuleTheoryTests.line(3, agents: 5, longer: 2) { _ in }
    let minutes = Double(plan.horizon.microseconds) / 60e6
    Self.addList(3 * minutes, to: &plan)
    plan.teams[0].skills = [Skill(queue: 0), Skill(queue: 1, keepsFree: 1)]
    let rows = try RuleTheoryTests.counts(plan)
    RuleTheoryTests.expect("P(wait)", rows.map { $0[0].waiting }, 0.6)
    let starts = try RuleTheoryTests.logs(plan).map { records in
      Double(
        records.events(.contactAnswered).count {
          $0.queue == 1 && $0.time >= plan.horizon.microseconds / 10 && $0.time < plan.horizon.microseconds / 20 * 19
        }) / (0.85 * minutes)
    }
    RuleTheoryTests.expect("outbound a minute", starts, 1.6)
  }

  @Test func `an occupancy below 80% of five people is a reserve of one`() throws {
    var plan = RuleTheoryTests.line(3, agents: 5, minutes: 300) { _ in }
    Self.addList(2_000, to: &plan)
    plan.teams[0].skills = [Skill(queue: 0), Skill(queue: 1, keepsFree: 1)]
    let reserve = try simulate(plan)
    plan.teams[0].skills[1] = Skill(queue: 1, occupancyBelow: .percent(80))
    let occupancy = try simulate(plan)
    #expect(reserve == occupancy && reserve.events(.contactAnswered).count { $0.queue == 1 } > 300)
  }

  /// One agent, three numbers at once, talk longer than ringing: of the dials that ring when somebody answers, two others
  /// always end while the agent talks. So 2p are dropped for each talk, and 2p / (1 + 2p) of those who answer.
  @Test func `a predictive dialer drops what its ratio says`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(400), contacts: 0, handleTime: .lognormal(mean: .minutes(4), coefficientOfVariation: 0.2),
      agents: 1, interval: .hours(400))
    Self.addList(100_000, to: &plan)
    plan.queues[1].rules.dialing = Dialing(
      reached: .percent(40), ring: .deterministic(.seconds(25)), attempts: 1,
      retryDelay: .exponential(mean: .hours(1)), callsPerAgent: 3)
    plan.teams[0] = .init(queues: [0, 1])
    let records = try simulate(plan).filter { $0.time < plan.horizon.microseconds }
    let (talks, drops) = (records.events(.contactAnswered).count, records.events(.dialDropped).count)
    #expect(talks > 5_000)
    RuleTheoryTests.expect("dropped", drops, of: talks + drops, share: 0.8 / 1.8)
    let failed = records.events(.dialFailed).count
    RuleTheoryTests.expect("reached", talks + drops, of: talks + drops + failed, share: 0.4)
  }

  /// m attempts of chance p reach 1 - (1 - p)^m, with (1 - (1 - p)^m) / p attempts on average.
  @Test func `attempts reach as many as their number allows`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(100), contacts: 0, handleTime: .exponential(mean: .minutes(2)), agents: 20, interval: .hours(100))
    Self.addList(10_000, to: &plan)
    plan.queues[1].rules.dialing = Dialing(
      reached: .percent(30), ring: .deterministic(.seconds(25)), attempts: 4,
      retryDelay: .exponential(mean: .minutes(10)))
    plan.queues[1].rules.limits = TimeLimits(done: .hours(99), origin: .matter)
    plan.teams[0] = .init(queues: [0, 1])
    let records = try simulate(plan)
    let (talks, failed) = (records.events(.contactCompleted).count, records.events(.attemptFailed).count)
    RuleTheoryTests.expect("reached", talks, of: 10_000, share: 1 - 0.2401)
    RuleTheoryTests.expect("talks among attempts", talks, of: talks + failed, share: 0.3)
    // Who was never reached misses the limit; the others keep it.
    #expect(records.events(.limitKept).count == talks && records.events(.limitMissed).count == 10_000 - talks)
  }

  /// An agent who dials a list without end goes round in cycles of an attempt each: a wrong party every
  /// (ring + p t + w t') / w, and of the time a part w t' / (ring + p t + w t') is talk with them (renewal-reward theorem).
  @Test func `wrong parties come as often as cycles of attempts say`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(200), contacts: 0, handleTime: .exponential(mean: .minutes(4)), agents: 1, interval: .hours(200))
    Self.addList(10_000, to: &plan)
    plan.queues[1].rules.dialing = Dialing(
      reached: .percent(30), wrongParty: WrongParty(share: .percent(20), handleTime: .exponential(mean: .seconds(45))),
      ring: .deterministic(.seconds(25)), attempts: 1, retryDelay: .exponential(mean: .hours(1)))
    plan.teams[0] = .init(queues: [0, 1])
    let cycle = 25 + 0.3 * 240 + 0.2 * 45
    let logs = try RuleTheoryTests.logs(plan).map { $0.filter { $0.time < plan.horizon.microseconds } }
    let wrong = logs.map { $0.events(.wrongPartyReached) }
    RuleTheoryTests.expect("wrong parties an hour", wrong.map { Double($0.count) / 200 }, 3_600 * 0.2 / cycle)
    let talk = wrong.map { $0.reduce(0) { $0 + Double($1.time - $1.reference) / 1e6 - 25 } / (200 * 3_600) }
    RuleTheoryTests.expect("part of the time", talk, 0.2 * 45 / cycle)
    let (found, others) = (
      wrong[0].count, logs[0].events(.attemptFailed).count + logs[0].events(.contactCompleted).count
    )
    RuleTheoryTests.expect("of the attempts", found, of: found + others, share: 0.2)
  }

  /// A wrong party settles nothing: m attempts reach 1 - (1 - p)^m of the leads, as many as without wrong parties, and
  /// w / p wrong parties for each.
  @Test func `wrong parties cost time and no lead`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(100), contacts: 0, handleTime: .exponential(mean: .minutes(2)), agents: 20, interval: .hours(100))
    Self.addList(10_000, to: &plan)
    plan.queues[1].rules.dialing = Dialing(
      reached: .percent(30), wrongParty: WrongParty(share: .percent(15), handleTime: .exponential(mean: .seconds(40))),
      ring: .deterministic(.seconds(25)), attempts: 4, retryDelay: .exponential(mean: .minutes(10)))
    plan.teams[0] = .init(queues: [0, 1])
    let records = try simulate(plan)
    let (talks, wrong) = (records.events(.contactCompleted).count, records.events(.wrongPartyReached).count)
    RuleTheoryTests.expect("reached", talks, of: 10_000, share: 1 - 0.2401)
    let attempts = talks + wrong + records.events(.attemptFailed).count
    RuleTheoryTests.expect("wrong among attempts", wrong, of: attempts, share: 0.15)
    plan.queues[1].rules.dialing?.wrongParty = nil
    #expect(try simulate(plan).events(.contactCompleted).count == talks)
  }

  /// A dialer does not know who answers: an agent takes either, and either is dropped where none is free. As above, with
  /// 40% who answer, of whom a quarter are wrong.
  @Test func `a predictive dialer hands wrong parties to agents, and drops them too`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(400), contacts: 0, handleTime: .lognormal(mean: .minutes(4), coefficientOfVariation: 0.2),
      agents: 1, interval: .hours(400))
    Self.addList(100_000, to: &plan)
    plan.queues[1].rules.dialing = Dialing(
      reached: .percent(30),
      wrongParty: WrongParty(
        share: .percent(10), handleTime: .lognormal(mean: .minutes(1), coefficientOfVariation: 0.1)),
      ring: .deterministic(.seconds(25)), attempts: 1, retryDelay: .exponential(mean: .hours(1)), callsPerAgent: 3)
    plan.teams[0] = .init(queues: [0, 1])
    let records = try simulate(plan).filter { $0.time < plan.horizon.microseconds }
    let (answers, drops) = (records.events(.contactAnswered).count, records.events(.dialDropped).count)
    RuleTheoryTests.expect("dropped", drops, of: answers + drops, share: 0.8 / 1.8)
    let (wrong, right) = (records.events(.wrongPartyReached).count, records.events(.contactCompleted).count)
    RuleTheoryTests.expect("wrong", wrong, of: wrong + right, share: 0.25)
  }

  /// Up and down times are exponential: the part of the time down is 1 - A, outages begin (1 - A) / r times a unit of
  /// time, and the time down in T has variance 2 A (1 - A) / s^2 (s T - 1 + exp(-s T)) with s = 1 / up + 1 / down (Takács,
  /// "On certain sojourn time problems in the theory of stochastic processes", 1957).
  @Test func `faults are an alternating renewal process in equilibrium`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(36), contacts: 0, handleTime: .exponential(mean: .minutes(1)), agents: 1, interval: .hours(36))
    plan.faults = [Fault(queues: [0], availability: .percent(75), repair: .minutes(20))]
    var simulator = try Simulator(plan: plan)
    let count = 400
    var (down, starts): ([Double], [Double]) = ([], [])
    for replication in 0..<count {
      let records = simulator.log(seed: 5, replication: replication)
      let ends = records.events(.outageEnded)
      down.append(ends.reduce(0) { $0 + Double($1.time - $1.reference) / 60e6 })
      starts.append(Double(records.events(.outageStarted).count))
    }
    let minutes = 36.0 * 60
    RuleTheoryTests.expect("part down", down.map { $0 / minutes }, 0.25)
    // In equilibrium a quarter of the replications begins with an outage.
    RuleTheoryTests.expect("outages", starts, 0.25 + minutes * 0.25 / 20)
    let mean = down.reduce(0, +) / Double(count)
    let variance = down.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    let rate = 1.0 / 60 + 1.0 / 20
    let exact = 2 * 0.75 * 0.25 / (rate * rate) * (rate * minutes - 1)
    // The variance of a sample variance of nearly normal figures is 2 / (n - 1): 3.29 standard deviations.
    #expect(abs(variance / exact - 1) < 3.29 * (2.0 / Double(count - 1)).squareRoot(), "\(variance), exact \(exact)")
  }

  @Test func `callers meet an outage as often as the availability says`() throws {
    let plan = {
      var plan = RuleTheoryTests.line(5, agents: 12, longer: 8) { _ in }
      plan.faults = [Fault(queues: [0], availability: .percent(90), repair: .minutes(2))]
      return plan
    }()
    RuleTheoryTests.expect("blocked", try RuleTheoryTests.counts(plan).map { $0[0].blocking }, 0.1)
  }

  @Test func `a fault keeps its draws beside another`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(72), contacts: 0, handleTime: .exponential(mean: .minutes(1)), agents: 1, interval: .hours(72))
    plan.faults = [Fault(queues: [0], availability: .percent(75), repair: .minutes(20))]
    let long = try simulate(plan).events(.outageStarted).map(\.time)
    plan.faults.append(Fault(queues: [0], availability: .percent(50), repair: .minutes(5)))
    plan.queues.append(plan.queues[0])
    plan.faults[1].queues = [1]
    plan.arrivals[0].mix = [1, 0]
    let beside = try simulate(plan).events(.outageStarted).filter { $0.queue == 0 }.map(\.time)
    #expect(long == beside && long.count > 20)
  }
}
