import BusyHourTesting
import ContactCenter
import EventLog
import Testing

@testable import Simulation

/// The quick way through plans of one queue and one team, held against the way step by step.
@Suite(.labelled)
struct SingleLineTests {
  @Test func `the quick way writes the log of the way step by step, bit for bit, on random plans`() throws {
    var (events, plansThatTookIt) = (0, 0)
    try withEvery("plan", in: 0..<150) { number in
      let plan = Self.randomPlan(number)
      let quick = try Self.play(plan, seed: UInt64(number), stepByStep: false)
      let slow = try Self.play(plan, seed: UInt64(number), stepByStep: true)
      #expect(quick.log == slow.log, "\(Self.firstDifference(quick.log, slow.log))")
      #expect(!slow.tookIt)
      events += quick.log.count
      plansThatTookIt += quick.tookIt ? 1 : 0
    }
    #expect(events > 50_000)
    #expect(plansThatTookIt > 75, "of 150 plans only \(plansThatTookIt) took the quick way")
  }

  /// Arrivals a microsecond apart and talks of none to five: at every instant several things happen.
  @Test func `ties of every kind are resolved alike, by the slow simulator too`() throws {
    var (ties, plansThatTookIt) = (0, 0)
    try withEvery("plan", in: 0..<60) { number in
      let plan = Self.microscopicPlan(number)
      let quick = try Self.play(plan, seed: UInt64(number), stepByStep: false)
      let slow = try Self.play(plan, seed: UInt64(number), stepByStep: true)
      #expect(quick.log == slow.log, "\(Self.firstDifference(quick.log, slow.log))")
      let reference = try ReferenceSimulator.log(plan, seed: UInt64(number), replication: 0)
      #expect(quick.log == reference, "\(Self.firstDifference(quick.log, reference))")
      ties += zip(quick.log, quick.log.dropFirst()).filter { $0.time == $1.time && $0.agent != $1.agent }.count
      plansThatTookIt += quick.tookIt ? 1 : 0
    }
    #expect(ties > 5_000)
    #expect(plansThatTookIt > 30, "of 60 plans only \(plansThatTookIt) took the quick way")
  }

  @Test func `a plan with wrap-up, a second team or queue, or rules goes step by step`() {
    var plan = Self.microscopicPlan(1)
    #expect(plan.isSingleLine)
    plan.queues[0].wrapUp = .exponential(mean: .seconds(1))
    #expect(!plan.isSingleLine)
    plan = Self.microscopicPlan(1)
    plan.teams.append(.init(queues: [0]))
    #expect(!plan.isSingleLine)
    plan = Self.microscopicPlan(1)
    plan.queues[0].rules.waitingPlaces = 3
    #expect(!plan.isSingleLine)
  }

  // MARK: Plans

  /// A random plan cut down to one line, with more contacts: tours, breaks, absences and disconnections stay.
  private static func randomPlan(_ number: Int) -> SimulationPlan {
    var plan = RandomPlan.make(seed: number)
    var random = RepeatableRandom(seed: number + 5_000)
    plan.queues = [plan.queues[0]]
    plan.queues[0].wrapUp = nil
    if number % 3 != 0 {
      plan.queues[0].handleTime = .lognormal(mean: .seconds(random.pick([30, 240])), coefficientOfVariation: 1)
    }
    plan.teams = [.init(queues: [0])]
    for agent in plan.agents.indices { plan.agents[agent].team = 0 }
    let half = SimulationTime(microseconds: plan.horizon.microseconds / 2)
    let contacts = Double(random.pick([100, 400, 1_000]))
    plan.arrivals = [
      .init(
        pieces: [
          .init(start: .zero, end: half, expectedContacts: contacts),
          .init(start: half, end: plan.horizon, expectedContacts: 2 * contacts),
        ], mix: [1])
    ]
    if number % 4 == 0 {
      plan.arrivals[0].thinnings = [.init(time: TimeStretch(start: half, end: plan.horizon), kept: 0.6)]
    }
    return plan
  }

  private static func microscopicPlan(_ number: Int) -> SimulationPlan {
    var random = RepeatableRandom(seed: number)
    func law(_ mean: Int) -> DistributionSpecification {
      let mean = TimeSpan(microseconds: Int64(mean))
      return random.chance(0.5) ? .exponential(mean: mean) : .deterministic(mean)
    }
    var plan = SimulationPlan.line(
      horizon: .minutes(30), contacts: 2_000, handleTime: law(random.whole(1...5)),
      patience: random.chance(0.8) ? law(random.whole(0...3)) : nil, agents: random.whole(1...6))
    plan.arrivals[0].pieces[0].end = SimulationTime(microseconds: Int64(random.pick([1_000, 2_000, 20_000])))
    return plan
  }

  // MARK: Playing

  private static func play(
    _ plan: SimulationPlan, seed: UInt64, stepByStep: Bool
  ) throws -> (log: [EventRecord], tookIt: Bool) {
    var simulator = try Simulator(plan: plan, stepByStep: stepByStep)
    // A small buffer, so that the stretches are cut anywhere.
    var buffer = EventBuffer(capacity: 100)
    var (records, tookIt, goesOn) = ([EventRecord](), false, true)
    simulator.start(seed: seed, replication: 0)
    while goesOn {
      buffer.removeAll()
      goesOn = simulator.advance(into: &buffer)
      if simulator.phase == .singleLine { tookIt = true }
      buffer.withRecords { records.append(contentsOf: $0) }
    }
    return (records, tookIt)
  }

  private static func firstDifference(_ left: [EventRecord], _ right: [EventRecord]) -> String {
    let parted = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }
    let place = parted?.offset ?? min(left.count, right.count)
    let context = max(0, place - 3)..<(place + 2)
    return """
      the logs part at event \(place) (\(left.count) and \(right.count) events)
      quick: \(left[context.clamped(to: 0..<left.count)].map { $0 }.lines)
      other: \(right[context.clamped(to: 0..<right.count)].map { $0 }.lines)
      """
  }
}
