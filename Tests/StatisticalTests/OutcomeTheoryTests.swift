import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Numerics
import Testing

/// Outcomes against the probabilities that the plan states. Every interval is the binomial's own (the count of n trials lies
/// between its 5e-5 and 1 - 5e-5 quantiles): false alarms 1e-4 each, some 25 of them here.
@Suite(.labelled)
struct OutcomeTheoryTests {
  /// One queue of 1,500 contacts, few enough people that some wait; outcomes of the talks that end there.
  static func line(agents: Int = 12, _ ratings: RatingRules, outcome: OutcomeRules? = nil) -> SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .hours(10), contacts: 1_500, handleTime: .exponential(mean: .minutes(4)), wrapUp: nil, patience: nil,
      agents: agents)
    plan.queues[0].rules.ratings = ratings
    plan.queues[0].rules.outcome = outcome
    return plan
  }

  static func logs(_ plan: SimulationPlan, replications: Range<Int> = 0..<8) throws -> [[EventRecord]] {
    try replications.map { try simulate(plan, seed: 31, replication: $0) }
  }

  static func expect(_ what: String, _ count: Int, of trials: Int, share: Double) {
    let below = try! BinomialDistribution.cumulative(count, trials: trials, probability: share)
    let above = 1 - (try! BinomialDistribution.cumulative(count - 1, trials: trials, probability: share))
    #expect(below > 5e-5 && above > 5e-5, "\(what): \(count) of \(trials), share \(share)")
  }

  static let satisfaction = ScoreShares(lowest: 1, shares: [5, 5, 10, 30, 50].map { .percent($0) })
  static let low = ScoreShares(lowest: 1, shares: [50, 30, 10, 5, 5].map { .percent($0) })

  @Test func `every score comes as often as its share says`() throws {
    let recommendation = ScoreShares(lowest: 0, shares: [2, 1, 1, 2, 2, 3, 4, 10, 20, 25, 30].map { .percent($0) })
    let plan = Self.line(
      RatingRules(surveyed: .percent(40), satisfaction: Self.satisfaction, recommendation: recommendation))
    var (talks, satisfied, recommended) = (0, [Int](repeating: 0, count: 6), [Int](repeating: 0, count: 11))
    for records in try Self.logs(plan) {
      talks += records.events(.contactCompleted).count
      for record in records.events(.satisfactionRated) { satisfied[record.detail] += 1 }
      for record in records.events(.recommendationRated) { recommended[record.detail] += 1 }
    }
    let answers = satisfied.reduce(0, +)
    Self.expect("surveyed", answers, of: talks, share: 0.4)
    #expect(recommended.reduce(0, +) == answers)
    for score in 1...5 {
      Self.expect("\(score) of 5", satisfied[score], of: answers, share: Self.satisfaction.shares[score - 1].fraction)
    }
    for score in 0...10 {
      Self.expect("\(score) of 10", recommended[score], of: answers, share: recommendation.shares[score].fraction)
    }
  }

  @Test func `appointments and checks are as right as their shares say, and passes are binomial`() throws {
    let plan = Self.line(
      RatingRules(
        accurate: .percent(97), check: QualityCheck(share: .percent(20), criteria: 20, passed: .percent(90))))
    var (appointments, right, checks, passed, perfect) = (0, 0, 0, 0, 0)
    var talks = 0
    for records in try Self.logs(plan) {
      talks += records.events(.contactCompleted).count
      appointments += records.events(.appointmentMade).count
      right += records.events(.appointmentMade).count { $0.detail == 1 }
      for record in records.events(.qualityChecked) {
        checks += 1
        #expect(record.detail >> 8 == 20)
        passed += record.detail & 0xFF
        if record.detail & 0xFF == 20 { perfect += 1 }
      }
    }
    #expect(appointments == talks)
    Self.expect("right", right, of: appointments, share: 0.97)
    Self.expect("checked", checks, of: talks, share: 0.2)
    Self.expect("criteria passed", passed, of: 20 * checks, share: 0.9)
    // 0.9 ^ 20, to the last digit that matters.
    Self.expect("perfect", perfect, of: checks, share: 0.121576654590569)
  }

  @Test func `a wait changes what its case says, for those who waited so long and nobody else`() throws {
    var long = OutcomeCase()
    (long.waited, long.resolved, long.satisfaction) = (.seconds(60), .percent(50), Self.low)
    let plan = Self.line(
      agents: 11, RatingRules(satisfaction: Self.satisfaction, cases: [long]),
      outcome: OutcomeRules(resolved: .percent(80)))
    var counts = [[0, 0, 0], [0, 0, 0]]
    for records in try Self.logs(plan) {
      var waits: [UInt32: Int64] = [:]
      for record in records {
        switch EventKind(rawValue: record.kindCode) {
        case .contactAnswered: waits[record.contact] = record.time - record.reference
        case .outcomeRecorded:
          let place = waits[record.contact]! >= 60_000_000 ? 1 : 0
          counts[place][0] += 1
          counts[place][1] += record.detail
        case .satisfactionRated: counts[waits[record.contact]! >= 60_000_000 ? 1 : 0][2] += record.detail == 5 ? 1 : 0
        default: break
        }
      }
    }
    #expect(counts.allSatisfy { $0[0] > 1_000 })
    for (count, (resolved, five)) in zip(counts, [(0.8, 0.5), (0.5, 0.05)]) {
      Self.expect("resolved", count[1], of: count[0], share: resolved)
      Self.expect("five", count[2], of: count[0], share: five)
    }
  }

  /// Tier 1 hands 20% up to tier 2, and that as much to tier 3; two of each team's people are newcomers for two weeks.
  @Test func `the tier and the tenure change what their cases say`() throws {
    var (second, third, new) = (OutcomeCase(), OutcomeCase(), OutcomeCase())
    (third.tier, third.accurate) = (3, .percent(50))
    (second.tier, second.accurate) = (2, .percent(70))
    (new.hiredWithinWeeks, new.resolved) = (2, .percent(40))
    var plan = Self.line(
      agents: 20, RatingRules(accurate: .percent(95), cases: [third, second, new]),
      outcome: OutcomeRules(resolved: .percent(70)))
    plan.queues += [plan.queues[0], plan.queues[0]]
    for queue in 0..<2 {
      plan.queues[queue].rules.escalations = [Escalation(queue: queue + 1, reason: .share(.percent(20)))]
    }
    plan.arrivals[0].mix = [1, 0, 0]
    plan.teams[0] = .init(queues: [0, 1, 2])
    // Hired this week, last week, and before: the case is about the first two.
    for agent in 0..<6 { plan.agents[agent].hiredWeeksAgo = agent / 2 }
    var (right, settled) = ([[0, 0], [0, 0], [0, 0]], [[0, 0], [0, 0]])
    for records in try Self.logs(plan) {
      for record in records {
        switch EventKind(rawValue: record.kindCode) {
        case .appointmentMade:
          right[record.queue][0] += 1
          right[record.queue][1] += record.detail
        case .outcomeRecorded:
          settled[record.agent < 4 ? 1 : 0][0] += 1
          settled[record.agent < 4 ? 1 : 0][1] += record.detail
        default: break
        }
      }
    }
    for (tier, share) in [0.95, 0.7, 0.5].enumerated() {
      #expect(right[tier][0] > 300)
      Self.expect("tier \(tier + 1)", right[tier][1], of: right[tier][0], share: share)
    }
    for (count, share) in zip(settled, [0.7, 0.4]) {
      #expect(count[0] > 1_000)
      Self.expect("resolved", count[1], of: count[0], share: share)
    }
  }

  @Test func `transfers, the team and an unsettled matter change what their cases say`() throws {
    var (handedOn, newcomers, unsettled) = (OutcomeCase(), OutcomeCase(), OutcomeCase())
    (handedOn.transfers, handedOn.accurate) = (1, .percent(60))
    (newcomers.team, newcomers.accurate) = (1, .percent(80))
    (unsettled.isResolved, unsettled.satisfaction) = (false, Self.low)
    var plan = Self.line(
      RatingRules(satisfaction: Self.satisfaction, accurate: .percent(95), cases: [handedOn, newcomers, unsettled]),
      outcome: OutcomeRules(resolved: .percent(70)))
    plan.queues.append(plan.queues[0])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .percent(30))]
    plan.arrivals[0].mix = [1, 0]
    plan.teams = [.init(queues: [0, 1]), .init(queues: [0, 1])]
    for agent in plan.agents.indices where agent % 2 == 1 { plan.agents[agent].team = 1 }
    plan.agents += plan.agents
    plan.duties += plan.duties.map { SimulationPlan.Duty(time: $0.time, agent: $0.agent + 12, kind: $0.kind) }
    plan.duties.sort { $0.time < $1.time }
    var (accurate, rated) = ([[0, 0], [0, 0], [0, 0]], [[0, 0], [0, 0]])
    for records in try Self.logs(plan) {
      var settled: [UInt32: Int] = [:]
      for record in records {
        let team = plan.agents.indices.contains(record.agent) ? plan.agents[record.agent].team : 0
        switch EventKind(rawValue: record.kindCode) {
        case .outcomeRecorded: settled[record.contact] = record.detail
        case .appointmentMade:
          let place = record.queue == 1 ? 0 : 1 + team
          accurate[place][0] += 1
          accurate[place][1] += record.detail
        case .satisfactionRated:
          rated[settled[record.contact]!][0] += 1
          rated[settled[record.contact]!][1] += record.detail == 1 ? 1 : 0
        default: break
        }
      }
    }
    for (counts, share) in zip(accurate, [0.6, 0.95, 0.8]) {
      #expect(counts[0] > 1_000)
      Self.expect("accurate", counts[1], of: counts[0], share: share)
    }
    for (counts, share) in zip(rated, [0.5, 0.05]) { Self.expect("ones", counts[1], of: counts[0], share: share) }
  }

  /// The same talks with the same luck: a better share turns answers one way only.
  @Test func `a better share changes single outcomes for the better, and nothing else`() throws {
    let worse = Self.line(RatingRules(satisfaction: Self.low, accurate: .percent(80)))
    let better = Self.line(RatingRules(satisfaction: Self.satisfaction, accurate: .percent(90)))
    let (left, right) = (try simulate(worse, seed: 5), try simulate(better, seed: 5))
    #expect(left.count == right.count)
    var improved = 0
    for (one, other) in zip(left, right) where one != other {
      #expect(one.kindCode == other.kindCode && one.time == other.time && one.contact == other.contact)
      #expect(one.detail < other.detail)
      improved += 1
    }
    #expect(improved > 500)
  }
}
