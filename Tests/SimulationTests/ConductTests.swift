import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// How people keep to the plan, who is new, who leaves. Bars: 3.29 standard errors (a false alarm once in 1,000 for a random
/// seed) around what the laws say; seeds are fixed.
@Suite(.labelled)
struct ConductTests {
  typealias Conduct = SimulationPlan.Conduct

  /// People on duty from 08:00 to 18:00 of every day, with a break of half an hour at noon; contacts where asked for.
  static func plan(
    people: Int, days: Int, contactsPerDay: Double = 0, _ change: (inout SimulationPlan) -> Void
  ) -> SimulationPlan {
    let pieces = (0..<days).map { day in
      let start = SimulationTime.zero + .hours(Int64(24 * day + 8))
      return SimulationPlan.ArrivalStream.Piece(
        start: start, end: start + .hours(10), expectedContacts: contactsPerDay)
    }
    var plan = SimulationPlan.line(
      horizon: .days(Int64(days)), contacts: 0, handleTime: .exponential(mean: .minutes(5)), agents: people)
    plan.dayStarts = (0...days).map { .zero + .days(Int64($0)) }
    plan.arrivals[0].pieces = contactsPerDay > 0 ? pieces : []
    plan.activities += ["late", "training"]
    plan.duties = []
    for piece in pieces {
      for agent in 0..<people { plan.duties.append(.init(time: piece.start, agent: agent, kind: .signIn)) }
      for agent in 0..<people {
        plan.duties.append(
          .init(time: piece.start + .hours(4), agent: agent, kind: .pause(activity: 0, length: .minutes(30))))
      }
      for agent in 0..<people {
        plan.duties.append(.init(time: piece.end, agent: agent, kind: .signOut(serveQueue: false)))
      }
    }
    change(&plan)
    return plan
  }

  static func slip(_ percent: Int64, _ mean: TimeSpan, activity: Int = 3) -> Conduct.Slip {
    .init(activity: activity, probability: .percent(percent), mean: mean)
  }

  /// Breaks of an activity, as lengths in seconds.
  static func lengths(_ records: [EventRecord], activity: Int) -> [Double] {
    records.events(.breakEnded).filter { $0.detail == activity }.map { Double($0.time - $0.reference) / 1e6 }
  }

  static func expectBinomial(_ count: Int, of trials: Int, _ p: Double) {
    let error = (Double(trials) * p * (1 - p)).squareRoot()
    #expect(abs(Double(count) - Double(trials) * p) < 3.29 * error, "\(count) of \(trials)")
  }

  /// A mean of exponential lengths has the standard error mean / sqrt(n).
  static func expectExponential(_ lengths: [Double], mean: Double) {
    let sample = lengths.reduce(0, +) / Double(lengths.count)
    #expect(abs(sample - mean) < 3.29 * mean / Double(lengths.count).squareRoot(), "\(sample), not \(mean)")
  }

  @Test func `tours begin late as often and as much as they should`() throws {
    let plan = Self.plan(people: 40, days: 60) { $0.teams[0].conduct.lateness = Self.slip(20, .minutes(6)) }
    let records = try simulate(plan)
    let late = Self.lengths(records, activity: 3)
    Self.expectBinomial(late.count, of: 2_400, 0.2)
    Self.expectExponential(late, mean: 360)
    #expect(
      records.events(.breakStarted).filter { $0.detail == 3 }.allSatisfy { $0.time % 86_400_000_000 == 28_800_000_000 })
  }

  @Test func `breaks overrun under another name, at the instant at which they should end`() throws {
    let plan = Self.plan(people: 40, days: 60) { $0.teams[0].conduct.overrun = Self.slip(30, .minutes(3)) }
    let records = try simulate(plan)
    let over = Self.lengths(records, activity: 3)
    Self.expectBinomial(over.count, of: 2_400, 0.3)
    Self.expectExponential(over, mean: 180)
    #expect(Self.lengths(records, activity: 0).allSatisfy { $0 == 1_800 })
    #expect(
      records.events(.breakStarted).filter { $0.detail == 3 }.allSatisfy { $0.time % 86_400_000_000 == 45_000_000_000 })
  }

  @Test func `who strays is away for the part of time that the two means say`() throws {
    let plan = Self.plan(people: 60, days: 40) {
      $0.duties.removeAll { if case .pause = $0.kind { true } else { false } }
      $0.teams[0].conduct.straying = .init(activity: 3, every: .minutes(50), mean: .minutes(10))
    }
    let records = try simulate(plan)
    var away: [Int: Double] = [:]
    for record in records.events(.breakEnded) {
      away[record.agent, default: 0] += Double(record.time - record.reference)
    }
    let shares = (0..<60).map { (away[$0] ?? 0) / (40 * 36e9) }
    let mean = shares.reduce(0, +) / 60
    let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 59
    // An alternating renewal process that begins at work: the stationary share f, less f x relaxation / length of a tour.
    let (every, stay) = (50.0, 10.0)
    let share = stay / (every + stay)
    let relaxation = 1 / (1 / every + 1 / stay)
    #expect(abs(mean - share * (1 - relaxation / 600)) < 3.29 * (variance / 60).squareRoot(), "\(mean)")
  }

  @Test func `some contacts are followed by a moment`() throws {
    let plan = Self.plan(people: 30, days: 10, contactsPerDay: 600) {
      $0.teams[0].conduct.afterContact = Self.slip(25, .seconds(40))
    }
    let records = try simulate(plan)
    let completed = records.events(.contactCompleted)
    let moments = Self.lengths(records, activity: 3)
    // Those who leave, or have a break to take, need none: a few of each day's 60 ends of duty.
    let ends = Set(completed.map { "\($0.agent) \($0.time)" })
    #expect(
      records.events(.breakStarted).filter { $0.detail == 3 }.allSatisfy { ends.contains("\($0.agent) \($0.time)") })
    let delayed = records.events(.breakStarted).count { $0.detail == 0 && ends.contains("\($0.agent) \($0.time)") }
    let leaving = records.events(.agentSignedOut).count { ends.contains("\($0.agent) \($0.time)") }
    Self.expectBinomial(moments.count, of: completed.count - delayed - leaving, 0.25)
    Self.expectExponential(moments, mean: 40)
  }

  /// The rules' way and the short way are the same where nobody slips.
  @Test func `chances of nothing change nothing`() throws {
    try withEvery("plan", in: 0..<40) { number in
      let plain = RandomPlan.make(seed: number)
      var careful = plain
      for team in careful.teams.indices {
        careful.teams[team].conduct.lateness = Self.slip(0, .minutes(5), activity: 0)
      }
      #expect(!careful.hasPlainConduct)
      let (left, right) = (try simulate(plain, seed: 5), try simulate(careful, seed: 5))
      #expect(left == right)
    }
  }

  /// What chance gave each contact: arrival, and the talk of those who talked.
  static func draws(_ records: [EventRecord]) -> (arrivals: [Int64], talks: [UInt32: Int64]) {
    let talks = records.events(.contactCompleted).map { ($0.contact, $0.time - $0.reference) }
    return (records.events(.contactArrived).map(\.time), Dictionary(uniqueKeysWithValues: talks))
  }

  static let slips: [(name: String, activity: Int, change: @Sendable (inout SimulationPlan) -> Void)] = [
    ("late", 3, { $0.teams[0].conduct.lateness = slip(30, .minutes(10)) }),
    ("overrun", 3, { $0.teams[0].conduct.overrun = slip(60, .minutes(10)) }),
    ("straying", 3, { $0.teams[0].conduct.straying = .init(activity: 3, every: .minutes(30), mean: .minutes(5)) }),
    ("a moment", 3, { $0.teams[0].conduct.afterContact = slip(30, .minutes(1)) }),
  ]

  @Test func `what is switched on happens, and leaves arrivals and talks as they were`() throws {
    let base = Self.draws(try simulate(Self.plan(people: 12, days: 3, contactsPerDay: 700) { _ in }))
    try withEvery("slip", in: Self.slips.map(\.name)) { name in
      let slip = Self.slips.first { $0.name == name }!
      let records = try simulate(Self.plan(people: 12, days: 3, contactsPerDay: 700, slip.change))
      #expect(records.events(.breakStarted).contains { $0.detail == slip.activity })
      let draws = Self.draws(records)
      #expect(draws.arrivals == base.arrivals)
      let both = Set(draws.talks.keys).intersection(base.talks.keys)
      #expect(both.count > 1_000)
      #expect(both.allSatisfy { draws.talks[$0] == base.talks[$0] })
    }
  }

  // MARK: Tenure

  @Test func `newcomers are slower until their programme ends, each contact by the factor`() throws {
    var stage = Onboarding.Stage(weeks: 1)
    stage.handleTimeFactor = 1.5
    func plan(new: Int) -> SimulationPlan {
      Self.plan(people: 8, days: 14, contactsPerDay: 300) {
        $0.teams[0].conduct.onboarding = Onboarding(stages: [stage])
        for agent in 0..<new { $0.agents[agent].hiredWeeksAgo = 0 }
      }
    }
    let base = Self.draws(try simulate(plan(new: 0))).talks
    let records = try simulate(plan(new: 3)).events(.contactCompleted)
    var counts = (slow: 0, normal: 0)
    for record in records {
      guard let usual = base[record.contact] else { continue }
      let isSlow = record.agent < 3 && record.reference < TimeSpan.days(7).microseconds
      let wanted = isSlow ? Double(usual) * 1.5 : Double(usual)
      #expect(abs(Double(record.time - record.reference) - wanted) <= 1)
      if isSlow { counts.slow += 1 } else { counts.normal += 1 }
    }
    #expect(counts.slow > 500 && counts.normal > 2_000)
  }

  /// Two weeks in the classroom and three with a fifth of the day in training, of tours of ten hours from Monday to Friday:
  /// 100 + 30 hours.
  @Test func `a five-week programme takes the hours that it says`() throws {
    var (classroom, floor) = (Onboarding.Stage(weeks: 2), Onboarding.Stage(weeks: 3))
    (classroom.training, floor.training) = (.whole, .percent(20))
    let plan = Self.plan(people: 3, days: 90, contactsPerDay: 20) {
      $0.teams[0].conduct.onboarding = Onboarding(stages: [classroom, floor])
      $0.teams[0].conduct.trainingActivity = 4
      $0.agents[1].hiredWeeksAgo = 0
      $0.duties.removeAll { $0.time.microseconds / 86_400_000_000 % 7 > 4 }
    }
    let training = try simulate(plan).events(.breakEnded).filter { $0.detail == 4 }
    #expect(training.allSatisfy { $0.agent == 1 } && training.count == 25)
    #expect(training.reduce(0) { $0 + $1.time - $1.reference } == TimeSpan.hours(130).microseconds)
  }

  @Test func `newcomers resolve less`() throws {
    var stage = Onboarding.Stage(weeks: 10)
    stage.resolvedFactor = 0.75
    let plan = Self.plan(people: 10, days: 20, contactsPerDay: 500) {
      $0.queues[0].rules.outcome = OutcomeRules(resolved: .percent(80), repeats: .zero, repeatDelay: nil)
      $0.teams[0].conduct.onboarding = Onboarding(stages: [stage])
      for agent in 0..<5 { $0.agents[agent].hiredWeeksAgo = 2 }
    }
    let outcomes = try simulate(plan).events(.outcomeRecorded)
    for (people, p) in [(0..<5, 0.6), (5..<10, 0.8)] {
      let own = outcomes.filter { people.contains($0.agent) }
      Self.expectBinomial(own.count { $0.detail == 1 }, of: own.count, p)
    }
  }

  // MARK: Attrition

  static func leaving(_ attrition: Attrition, people: Int, weeks: Int) -> SimulationPlan {
    plan(people: people, days: 7 * weeks) { plan in
      plan.teams[0].conduct.attrition = attrition
      for week in 1..<weeks {
        let monday = SimulationTime.zero + .days(Int64(7 * week))
        plan.add((0..<people).map { .init(time: monday, agent: $0, kind: .mayResign(week: week)) })
      }
    }
  }

  @Test func `people leave between weeks as often as they should, and their places stay empty`() throws {
    let records = try simulate(Self.leaving(Attrition(weekly: .percent(5)), people: 400, weeks: 8))
    let gone = records.events(.agentResigned)
    #expect(Set(gone.map(\.agent)).count == gone.count)
    Self.expectBinomial(gone.count, of: 400, 1 - 0.6983372961)  // 0.95^7
    #expect(gone.allSatisfy { $0.time % TimeSpan.days(7).microseconds == 0 })
    let last = records.events(.agentSignedIn).filter { $0.time > TimeSpan.days(55).microseconds }
    #expect(last.count == 400 - gone.count)
  }

  @Test func `an empty place is taken after the weeks that hiring takes, by a newcomer`() throws {
    var plan = Self.leaving(Attrition(weekly: .percent(10), replacedAfterWeeks: 2), people: 60, weeks: 9)
    var stage = Onboarding.Stage(weeks: 1)
    stage.training = .whole
    plan.teams[0].conduct.onboarding = Onboarding(stages: [stage])
    plan.teams[0].conduct.trainingActivity = 4
    let records = try simulate(plan)
    let (gone, hired) = (records.events(.agentResigned), records.events(.agentHired))
    #expect(gone.count > 20)
    #expect(hired.count == gone.count { $0.time < TimeSpan.days(49).microseconds })
    for record in hired {
      #expect(gone.contains { $0.agent == record.agent && $0.time + TimeSpan.days(14).microseconds == record.time })
      let training = records.events(.breakStarted).filter { $0.agent == record.agent && $0.detail == 4 }
      #expect(training.contains { (0..<86_400_000_000).contains($0.time - record.time) })
    }
    #expect(LogInvariants.outcome(of: records, plan: plan).violations.isEmpty)
  }

  // MARK: Reviews and delays

  @Test func `a part of the contacts becomes work for supervisors, at once`() throws {
    let plan = Self.plan(people: 12, days: 10, contactsPerDay: 500) {
      $0.queues.append(.init(handleTime: .deterministic(.minutes(8)), wrapUp: nil, patience: nil, priority: 1))
      $0.queues[1].rules.channel = .email
      $0.queues[0].rules.review = ReviewRule(share: .percent(15), queue: 1)
      $0.arrivals[0].mix = [1, 0]
      $0.teams = [.init(queues: [0]), .init(queues: [1])]
      for agent in 8..<12 { $0.agents[agent].team = 1 }
    }
    let records = try simulate(plan)
    let calls = records.events(.contactCompleted).filter { $0.queue == 0 }
    let reviews = records.events(.contactLinked)
    Self.expectBinomial(reviews.count, of: calls.count, 0.15)
    let ends = Dictionary(uniqueKeysWithValues: calls.map { ($0.contact, $0.time) })
    for record in reviews {
      guard case .contactLinked(_, let queue, let link)? = record.event else { continue }
      #expect((queue, link.cause) == (1, .review) && ends[link.previous] == record.time)
    }
    #expect(records.events(.contactAnswered).filter { $0.queue == 1 }.allSatisfy { $0.agent >= 8 })
    #expect(LogInvariants.outcome(of: records, plan: plan).violations.isEmpty)
  }

  /// Checks of quality and reviews take one draw: who is scored is reviewed, and in supervised weeks more are.
  @Test func `what is checked is what is reviewed, more of it of those under supervision`() throws {
    var stage = Onboarding.Stage(weeks: 4)
    stage.reviewed = .percent(60)
    let plan = Self.plan(people: 12, days: 10, contactsPerDay: 500) {
      $0.queues.append(.init(handleTime: .deterministic(.minutes(8)), wrapUp: nil, patience: nil, priority: 1))
      $0.queues[1].rules.channel = .email
      $0.queues[0].rules.review = ReviewRule(share: .percent(15), queue: 1)
      $0.queues[0].rules.ratings = RatingRules(
        check: QualityCheck(share: .percent(15), criteria: 10, passed: .percent(90)))
      $0.arrivals[0].mix = [1, 0]
      $0.teams = [.init(queues: [0]), .init(queues: [1])]
      $0.teams[0].conduct.onboarding = Onboarding(stages: [stage])
      for agent in 8..<12 { $0.agents[agent].team = 1 }
      for agent in 0..<4 { $0.agents[agent].hiredWeeksAgo = 0 }
    }
    let records = try simulate(plan)
    let checked = records.events(.qualityChecked)
    let reviewed = records.events(.contactLinked).compactMap { record -> UInt32? in
      if case .contactLinked(_, _, let link)? = record.event { link.previous } else { nil }
    }
    #expect(checked.map(\.contact) == reviewed)
    let calls = records.events(.contactCompleted).filter { $0.queue == 0 }
    for (people, share) in [(0..<4, 0.6), (4..<8, 0.15)] {
      Self.expectBinomial(
        checked.count { people.contains($0.agent) }, of: calls.count { people.contains($0.agent) }, share)
    }
  }

  @Test func `a break that waits for the end of a call is told with the instant at which it was due`() throws {
    var plan = Self.plan(people: 1, days: 1, contactsPerDay: 40) {
      $0.teams[0].conduct.lateness = Self.slip(0, .minutes(5))
      $0.delayActivity = 2
    }
    plan.queues[0].handleTime = .deterministic(.minutes(25))
    let records = try simulate(plan)
    let delays = records.events(.breakDelayed)
    #expect(delays.count == 1 && delays[0].reference == TimeSpan.hours(12).microseconds)
    let start = try #require(records.events(.breakStarted).first)
    #expect(start.time == delays[0].time && start.time > delays[0].reference)
    #expect(start.time - delays[0].reference < TimeSpan.minutes(25).microseconds)
  }
}
