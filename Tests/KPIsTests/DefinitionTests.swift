import BusyHourTesting
import ContactCenter
import KPIs
import Testing

@Suite(.labelled)
struct DefinitionTests {
  /// A day with a different number in every sum, so that no figure can be taken for another.
  static let day: DaySums = {
    var day = DaySums(queueCount: 1, teamCount: 2, activityCount: 1)
    var sums = ContactSums()
    (sums.offered, sums.answered, sums.answeredInTime) = (200, 160, 120)
    (sums.abandoned, sums.abandonedInTime, sums.disconnected) = (30, 20, 10)
    (sums.waitAnswered, sums.waitLost) = (3_200_000_000, 800_000_000)
    (sums.completed, sums.talk, sums.wrapUp) = (150, 27_000_000_000, 3_000_000_000)
    (sums.blocked, sums.selfServed, sums.messagesLeft, sums.callbacksPromised) = (8, 50, 3, 4)
    (sums.transferred, sums.redials, sums.repeats, sums.callbacks) = (15, 6, 5, 2)
    (sums.messages, sums.transfersIn, sums.resolved, sums.unresolved) = (1, 12, 90, 30)
    (sums.limitsKept, sums.limitsMissed, sums.escalationLimitsKept, sums.escalationLimitsMissed) = (80, 20, 6, 2)
    (sums.escalations, sums.complaints, sums.refunds, sums.refundCents) = (7, 9, 11, 123_400)
    (sums.outcomes.satisfactionRatings, sums.outcomes.satisfied, sums.outcomes.verySatisfied) = (80, 72, 56)
    (sums.outcomes.satisfactionScores, sums.outcomes.recommendationRatings) = (344, 64)
    (sums.outcomes.promoters, sums.outcomes.detractors) = (40, 8)
    (sums.outcomes.appointments, sums.outcomes.accurateAppointments) = (100, 98)
    (sums.outcomes.checks, sums.outcomes.criteria, sums.outcomes.criteriaPassed) = (7, 140, 126)
    (sums.retries, sums.attemptsFailed, sums.dialsFailed, sums.dialsDropped) = (13, 25, 35, 40)
    (sums.talksDropped, sums.diverted, sums.diversions, sums.reviews) = (14, 16, 18, 21)
    (sums.selfServiceLeft, sums.customersLost, sums.reviewsAnswered) = (150, 43, 16)
    (sums.observed, sums.unreachable, sums.backlog, sums.oldestAge) = (24 * hour, 6 * hour, 36 * hour, 8_640_000)
    day.queues = [sums]
    (day.agents.scheduled, day.agents.present, day.agents.busy, day.agents.overtime) =
      (80 * hour, 60 * hour, 50 * hour, 2 * hour + hour / 2)
    (day.peak.scheduled, day.peak.present, day.peakLength) = (10 * hour, 7 * hour, hour / 2)
    (day.teams[0].time.scheduled, day.teams[1].time.scheduled) = (50 * hour, 30 * hour)
    day.timeByActivity = [20 * hour]
    (day.teams[0].unplanned, day.teams[1].unplanned, day.teams[1].delayed) = (12 * hour, 8 * hour, 5 * hour)
    return day
  }()
  static let hour: Int64 = 3_600_000_000

  static var scenario: Scenario {
    var scenario = Scenario.small(shrinkage: .planned(20, unplanned: 5))
    scenario.conduct.lateness = .init(share: .percent(10), mean: .minutes(5))
    scenario.queues[0].rules.selfService = SelfService(contained: .percent(20), time: .exponential(mean: .minutes(1)))
    scenario.queues[0].rules.transfers = [Transfer(queue: 0, share: .percent(10))]
    scenario.queues[0].rules.escalations = [Escalation(queue: 0, reason: .share(.percent(5)))]
    scenario.queues[0].rules.refunds = RefundRules(share: .percent(5), meanAmount: 60)
    scenario.queues[0].rules.complaints = ComplaintRules(
      share: .percent(5), delay: .exponential(mean: .minutes(1)))
    scenario.queues[0].rules.channel = .outbound
    scenario.queues[0].rules.dialing = Dialing(
      reached: .percent(35), ring: .deterministic(.seconds(25)), retryDelay: .exponential(mean: .minutes(1)),
      callsPerAgent: 2)
    scenario.faults = [Fault(queues: [0], availability: .percent(99), repair: .minutes(30))]
    scenario.teams.append(scenario.teams[0])
    scenario.teams[0].hourlyCost = Money(millionths: 20_000_000, currency: "USD")
    scenario.teams[1].hourlyCost = Money(millionths: 30_000_000, currency: "USD")
    scenario.callEquivalents = CallEquivalents()
    scenario.callEquivalents?.weights[.outbound] = 0.5
    scenario.costs.late = Money(millionths: 0, currency: "USD")
    return scenario
  }

  @Test func `every KPI of the catalogue is the quotient that its definition says`() throws {
    let expected: [String: Double] = [
      "service_level": 120.0 / 180, "asa_s": 20, "wait_all_s": 20, "abandonment": 0.15, "aht_s": 200,
      "occupancy": 50 / 62.5, "utilisation": 50 / 82.5, "offered": 200, "answered": 160, "abandoned": 30,
      "disconnected": 10, "staffed_peak": 20, "on_phones_peak": 14, "fte_workload": 30_000.0 / 3_600 / (8 * 0.75 * 0.8),
      "headcount": 80.0 * 5 / 40, "shrinkage": 0.25, "cost_per_contact": (50 * 20 + 30 * 30.0) / (160 - 16),
      "blocked": 8, "self_served": 50, "messages_left": 3, "callbacks_promised": 4, "transferred": 15, "redials": 6,
      "repeats": 5, "customers": 172, "blocking": 0.04, "containment": 0.25, "transfers": 0.1, "fcr": 0.75,
      "lost_customers": 0.25, "in_time": 0.8, "escalations": 7, "escalations_in_time": 0.75, "complaints": 9,
      "refunds": 11, "refund_amount": 1_234,
      "attempts": 250, "reached": 0.6, "dropped": 0.2, "backlog": 1.5, "oldest_age_s": 0.1, "availability": 0.75,
      "diverted": 16, "talks_dropped": 14,
      "time_share": 0.25,
      "csat": 0.9, "csat_top_box": 0.7, "csat_mean": 4.3, "nps": 50, "accuracy": 0.98, "qa_score": 0.9,
      "call_equivalents": 80, "cost": 1_900, "cost_wages": 1_900, "cost_equipment": 0, "cost_partners": 0,
      "cost_telephony": 0,
      "cost_penalties": 0, "cost_per_resolved": 1_900.0 / 90, "cost_per_fte": 1_900 / (80 * 12 / 2_080.0),
      "adherence": 0.625, "conformance": 62.5 / 80,
    ]
    #expect(Set(KPICatalog.all.map(\.name)) == Set(expected.keys))
    withEvery("KPI", in: KPICatalog.all.map(\.name)) { name in
      let kpi = KPICatalog.kpi(named: name)!
      var context = ScoringContext(scenario: Self.scenario)
      if kpi.isByTimeUse { context.timeUse = .away(0) }
      let estimate = Estimate(kpi, of: [[Self.day]], in: context)
      #expect(abs((estimate?.mean ?? .nan) - expected[name]!) <= 1e-12 * expected[name]!)
    }
  }

  @Test func `the example of a new KPI does what it says and is the one of the page`() throws {
    expectExample("Tests/KPIsTests/ContactsAnHour.swift", on: "docs/adding.md")
    let estimate = Estimate(.contactsAnHour, of: [[Self.day]], in: ScoringContext(scenario: Self.scenario))
    #expect(estimate?.mean == 150.0 / 60)
  }

  @Test func `figures of rules are told only where the scenario has rules`() {
    var scenario = Self.scenario
    scenario.queues[0].rules = .none
    (scenario.outages, scenario.faults, scenario.demand.lateCallers) = ([], [], nil)
    let names = Scorecard(replications: [[Self.day]], targets: [], context: ScoringContext(scenario: scenario)).metrics
      .map(\.name)
    #expect(!names.contains("fcr") && !names.contains("blocked") && names.contains("offered"))
  }

  @Test func `figures of one team are of its people`() {
    var context = ScoringContext(scenario: Self.scenario)
    context.team = 1
    var day = Self.day
    (day.teams[1].time.present, day.teams[1].time.busy, day.teams[1].answered) = (20 * Self.hour, 15 * Self.hour, 70)
    // What a team had of the contacts is among the details.
    let less = Scorecard.metrics(of: [[day]], in: context).map(\.name)
    #expect(less.contains("occupancy") && !less.contains("aht_s") && !less.contains("transferred"))
    var detail = DayDetail(queueCount: 1, teamCount: 2, activityCount: 1)
    detail.teams[1].contacts = day.queues[0]
    detail.teams[1].contacts.talk = 4_500_000_000
    day.detail = detail
    let byCenter = Scorecard.metrics(of: [[day]], in: context).map(\.name)
    let ofTeams = KPICatalog.all.filter { $0.isByTeam && !$0.isByTimeUse }.map(\.name)
    #expect(byCenter == ofTeams.filter { $0 != "service_level" })
    context.definition = .answered
    let metrics = Scorecard.metrics(of: [[day]], in: context)
    #expect(metrics.map(\.name) == ofTeams)
    #expect(metrics.first { $0.name == "aht_s" }?.estimate.mean == 50)
    // 30 scheduled hours at $30, over 160 answered of which 16 are reviews.
    let cost = metrics.first { $0.name == "cost_per_contact" }?.estimate.mean ?? 0
    #expect(abs(cost * 144 - 900) < 1e-6)
    #expect(metrics.first { $0.name == "occupancy" }?.estimate.mean == 0.75)
    #expect(metrics.first { $0.name == "answered" }?.estimate.mean == 70)
  }

  @Test func `scheduled time is talk, wrap-up, idle time and time away, and overtime comes on top`() {
    var context = ScoringContext(scenario: Self.scenario)
    func share(_ use: TimeUse) -> Double? {
      context.timeUse = use
      return Scorecard.metrics(of: [[Self.day]], in: context).first { $0.name == "time_share" }?.estimate.mean
    }
    let wrapUp = 3_000.0 / 3_600
    let uses: [(TimeUse, Double)] = [
      (.talk, (50 - wrapUp) / 80), (.wrapUp, wrapUp / 80), (.idle, 12.5 / 80), (.away(0), 0.25), (.overtime, 2.5 / 80),
    ]
    for (use, expected) in uses { #expect(abs((share(use) ?? .nan) - expected) < 1e-12, "\(use)") }
    #expect(abs(uses.dropLast().reduce(0) { $0 + $1.1 } - (1 + 2.5 / 80)) < 1e-12)
  }

  @Test func `four definitions of the service level give four figures`() {
    let expected: [ServiceLevelDefinition: Double] = [
      .excludingShortAbandons: 120.0 / 180, .includingShortAbandons: 140.0 / 200, .answered: 120.0 / 160,
      .offered: 120.0 / 200,
    ]
    for definition in ServiceLevelDefinition.allCases {
      let fraction = definition.fraction(of: Self.day.queues[0])
      #expect(fraction.numerator / fraction.denominator == expected[definition], "\(definition)")
    }
  }

  @Test func `merging days adds every sum`() {
    var twice = Self.day
    twice += Self.day
    for kpi in KPICatalog.all {
      let context = ScoringContext(scenario: Self.scenario)
      let (one, two) = (kpi.fraction(Self.day, context), kpi.fraction(twice, context))
      #expect(two.numerator == 2 * one.numerator, "\(kpi.name)")
      // A figure a day divides by days, of which a merged value knows nothing.
      #expect(two.denominator == 2 * one.denominator || one.denominator == 1, "\(kpi.name)")
    }
  }

  @Test func `cost needs every team's wage`() {
    var scenario = Self.scenario
    scenario.teams[1].hourlyCost = nil
    #expect(Estimate(.costPerContact, of: [[Self.day]], in: ScoringContext(scenario: scenario)) == nil)
  }

  @Test func `the workload reading divides by the occupancy that the scenario wants`() {
    let cases: [(Target.Range?, Double)] = [
      (nil, 0.8), (.init(lower: 0.75, upper: 0.85), 0.8), (.init(upper: 0.9), 0.9), (.init(lower: 0.6), 0.6),
      (.init(), 0.8),
    ]
    for (range, occupancy) in cases {
      var scenario = Self.scenario
      scenario.targets = range.map { [Target(metric: "occupancy", name: "occupancy", range: $0, text: "")] } ?? []
      #expect(abs(ScoringContext(scenario: scenario).occupancyTarget - occupancy) < 1e-15)
    }
  }

  @Test func `figures of one queue leave out what belongs to agents`() {
    var context = ScoringContext(scenario: Self.scenario)
    context.queue = 0
    let names = Scorecard.metrics(of: [[Self.day]], in: context).map(\.name)
    #expect(names == KPICatalog.all.filter(\.isByQueue).map(\.name))
    #expect(!names.contains("occupancy") && names.contains("service_level"))
  }

  @Test func `the page of KPIs says what the catalogue says`() {
    expectGenerated(KPIPage.text, at: "docs/kpis.md")
  }
}

/// `docs/kpis.md`, written from the catalogue.
enum KPIPage {
  static var text: String {
    """
    # KPIs

    \(generatedNote(by: "KPIsTests"))

    A KPI is a numerator and a denominator among the sums of a day. Figures of several days and replications are sums of
    numerators over sums of denominators (`\(Estimate.estimatorName)`), with a 95% interval by the delta method over
    replications; beside them stand the 5th, 50th and 95th percentile of the days.

    Contacts are counted in the interval in which they arrived, talk and wrap-up in the one in which they began, agents'
    time where it was spent.

    | name | title | unit | better | by queue | by team | definition |
    |---|---|---|---|---|---|---|
    \(KPICatalog.all.map(row).joined(separator: "\n"))

    ## Further measures

    Told by `--measures`, which folds the logs once more; [measures.md](measures.md) maps the field's names to ours. T is the
    acceptable wait.

    | name | title | unit | better | by queue | by team | definition |
    |---|---|---|---|---|---|---|
    \(KPICatalog.measures.map(row).joined(separator: "\n"))

    """
  }

  private static func row(_ kpi: KPI) -> String {
    let better = kpi.preference == .neither ? "-" : kpi.preference.rawValue
    let parts = [kpi.isByQueue, kpi.isByTeam].map { $0 ? "yes" : "no" }.joined(separator: " | ")
    return "| `\(kpi.name)` | \(kpi.title) | \(kpi.unit.rawValue) | \(better) | \(parts) | \(kpi.definition) |"
  }
}
