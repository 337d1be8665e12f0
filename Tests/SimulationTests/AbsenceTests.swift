import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Who is kept from work by chance.
@Suite(.labelled)
struct AbsenceTests {
  /// People on duty for one hour a day, without contacts.
  static func plan(people: Int, days: Int, _ absences: [SimulationPlan.Absence]) -> SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .days(Int64(days)), contacts: 0, handleTime: .exponential(mean: .minutes(5)), agents: people)
    plan.dayStarts = (0...days).map { .zero + .days(Int64($0)) }
    plan.absences = absences
    plan.duties = []
    for day in 0..<days {
      let start = SimulationTime.zero + .days(Int64(day)) + .hours(9)
      for agent in 0..<people { plan.duties.append(.init(time: start, agent: agent, kind: .signIn)) }
      for agent in 0..<people {
        plan.duties.append(.init(time: start + .hours(1), agent: agent, kind: .signOut(serveQueue: false)))
      }
    }
    return plan
  }

  /// People absent with an activity, day by day.
  static func absentees(_ records: [EventRecord], days: Int, activity: Int) -> [Int] {
    var counts = Array(repeating: 0, count: days)
    for record in records.events(.breakStarted) where record.detail == activity {
      counts[Int(record.time / TimeSpan.days(1).microseconds)] += 1
    }
    return counts
  }

  static func moments(_ counts: [Int]) -> (mean: Double, variance: Double) {
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (mean, squares / Double(counts.count - 1))
  }

  /// Bars: 3.29 standard errors (a false alarm once in 1,000 for a random seed); of the variance, with the kurtosis of the
  /// sample itself.
  static func expectBetaBinomial(correlation: Int64, people: Int = 40, days: Int = 3_000) throws {
    let p = 0.08
    var absence = SimulationPlan.Absence(activity: 2, probability: .percent(8))
    absence.correlation = .percent(correlation)
    // Days of one replication and of several are alike: draws are keyed by both.
    let counts = try (0..<10).flatMap { replication in
      try absentees(
        simulate(plan(people: people, days: days / 10, [absence]), seed: 3, replication: replication),
        days: days / 10, activity: 2)
    }
    let (mean, variance) = moments(counts)
    let (n, rho) = (Double(people), Double(correlation) / 100)
    let wanted = n * p * (1 - p) * (1 + (n - 1) * rho)
    #expect(abs(mean - n * p) < 3.29 * (wanted / Double(days)).squareRoot())
    let fourth = counts.reduce(0.0) { sum, count in
      let square = (Double(count) - mean) * (Double(count) - mean)
      return sum + square * square
    }
    let error = ((fourth / Double(days) - variance * variance) / Double(days)).squareRoot()
    #expect(abs(variance - wanted) < 3.29 * error, "\(variance), not \(wanted)")
  }

  @Test func `independent absences are binomial`() throws { try Self.expectBetaBinomial(correlation: 0) }

  @Test func `absences of a wave are beta-binomial: the same mean, many times the variance`() throws {
    try Self.expectBetaBinomial(correlation: 5)
    try Self.expectBetaBinomial(correlation: 30)
  }

  @Test func `a correlation leaves other categories as they were`() throws {
    var first = SimulationPlan.Absence(activity: 1, probability: .percent(5))
    let second = SimulationPlan.Absence(activity: 2, probability: .percent(20))
    func sick(_ absences: [SimulationPlan.Absence]) throws -> [EventRecord] {
      try simulate(Self.plan(people: 20, days: 40, absences)).events(.breakStarted).filter { $0.detail == 2 }
    }
    let alone = try sick([first, second])
    first.correlation = .percent(20)
    let waves = try sick([first, second])
    // Who is already away for the first reason is not away for the second.
    let both = Set(alone).intersection(waves)
    #expect(both.count > alone.count * 4 / 5)
  }

  @Test func `each day and each team has its own chance`() throws {
    var never = SimulationPlan.Absence(activity: 1, probability: .whole, team: 0)
    never.byDay = [.whole, .zero]
    let always = SimulationPlan.Absence(activity: 2, probability: .whole, team: 1)
    var plan = Self.plan(people: 4, days: 2, [never, always])
    plan.teams.append(.init(queues: [0]))
    plan.agents[3].team = 1
    let records = try simulate(plan).events(.breakStarted)
    #expect(records.filter { $0.detail == 1 }.map(\.agent) == [0, 1, 2])
    #expect(records.filter { $0.detail == 2 }.map(\.agent) == [3, 3])
  }

  @Test func `a chance inside a tour comes true as often as it says, and keeps its length`() throws {
    let (people, days) = (50, 60)
    var plan = Self.plan(people: people, days: days, [])
    let kind = SimulationPlan.Duty.Kind.chance(
      activity: 0, length: .minutes(10), probability: .percent(30), number: 0)
    var chances: [SimulationPlan.Duty] = []
    for day in 0..<days {
      let time = SimulationTime.zero + .days(Int64(day)) + .minutes(560)
      for agent in 0..<people { chances.append(.init(time: time, agent: agent, kind: kind)) }
    }
    plan.add(chances)
    let ends = try simulate(plan).events(.breakEnded)
    let tours = Double(people * days)
    #expect(abs(Double(ends.count) - 0.3 * tours) < 3.29 * (0.21 * tours).squareRoot())
    #expect(ends.allSatisfy { $0.time - $0.reference == TimeSpan.minutes(10).microseconds })
  }

  @Test func `the laws of the log hold on random plans with duties of every kind`() throws {
    try withEvery("plan", in: 0..<300) { number in
      let rules = number.isMultiple(of: 2) ? RandomPlan.withRules(seed: number) : nil
      let plan = RandomPlan.withDuties(seed: number, on: rules)
      let outcome = LogInvariants.outcome(of: try simulate(plan, seed: 7, replication: number), plan: plan)
      #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(3))")
    }
  }
}
