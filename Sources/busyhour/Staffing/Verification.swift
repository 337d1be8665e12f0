internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ScenarioFiles
internal import Workforce

/// Formula and simulation of one plan, and what lies between them.
struct Verification {
  private let document: ScenarioDocument
  private let staffed: StaffedPlan
  private let reconciliation: Reconciliation
  private let method: DayMethod

  private var scenario: Scenario { document.scenario }

  init(_ document: ScenarioDocument, method: DayMethod?, countsAbandonment: Bool) throws {
    if let start = document.scenario.run.startClock {
      throw CommandError.verifiesWholeDays(start: ClockText.minutes(start))
    }
    self.document = document
    self.method = method ?? .sipp
    if let method {
      let plan = try DayStaffingPlan(document.scenario, method: method, countsAbandonment: countsAbandonment)
      staffed = try document.staffed(plan.table)
    } else {
      staffed = try document.staffed()
    }
    reconciliation = try Reconciliation(document.scenario, staffed: staffed)
  }

  func report(replications: Int?) async throws -> any Report {
    let plans = VerificationPlans(scenario, plan: staffed.plan)
    let waits = scenario.queues.map(\.acceptableWait)
    let count = replications ?? scenario.run.replications
    let assumed = try await simulate(plans.asAssumed, plans.assumedWaits, count)
    let withLaws = try await simulate(plans.withLaws, waits, count)
    let whole = plans.whole == plans.withLaws ? withLaws : try await simulate(plans.whole, waits, count)
    return FigureReport(try terms(assumed, withLaws, whole), document, method: method, replications: count)
  }

  private func simulate(
    _ plan: SimulationPlan, _ waits: [TimeSpan], _ replications: Int
  ) async throws -> [[DaySums]] {
    let experiment = Experiment(
      plan: plan, acceptableWaits: waits, seed: scenario.run.seed, replications: 0..<replications)
    return try await Interruption.cancelling {
      var days: [[DaySums]] = []
      try await ReplicationRunner.run(experiment, threads: Environment.processorCount) {
        days += $0.map(\.result.days)
      }
      return days
    }
  }

  /// The steps of the mathematics, then the differences of simulations on the same draws, then what is left.
  private func terms(_ assumed: [[DaySums]], _ withLaws: [[DaySums]], _ whole: [[DaySums]]) throws -> [Term] {
    let context = ScoringContext(scenario: scenario)
    let plain = context.withPlainQueues(scenario.teams.count)
    guard let first = Estimate(.serviceLevel, of: assumed, in: plain),
      let last = Estimate(.serviceLevel, of: whole, in: context), let start = reconciliation.steps.first
    else { throw CommandError.noResults(scenario.name) }
    var level = start.serviceLevel
    var terms = [Term(name: start.fact.rawValue, difference: nil, level: level)]
    func add(_ name: String, _ difference: Double, _ halfWidth: Double? = nil) {
      level += difference
      terms.append(Term(name: name, difference: difference, halfWidth: halfWidth, level: level))
    }
    for step in reconciliation.steps.dropFirst() { add(step.fact.rawValue, step.serviceLevel - level) }
    let formula = level
    let laws = Self.difference(assumed, plain, withLaws, context)
    add("laws_and_skills", laws.value, laws.halfWidth)
    if scenario.shrinkage.unplannedShare > .zero {
      let absences = Self.difference(withLaws, context, whole, context)
      add("absences", absences.value, absences.halfWidth)
    }
    add("rest", first.mean - formula, first.halfWidth)
    terms.append(Term(name: "simulated", difference: nil, halfWidth: last.halfWidth, level: last.mean))
    return terms
  }

  private static func difference(
    _ left: [[DaySums]], _ leftContext: ScoringContext, _ right: [[DaySums]], _ rightContext: ScoringContext
  ) -> (value: Double, halfWidth: Double?) {
    let rows = Comparison(first: left, in: leftContext, second: right, in: rightContext, isPaired: true).rows
    guard let row = rows.first(where: { $0.name == KPI.serviceLevel.name }) else { return (0, nil) }
    return (row.difference, row.interval.map { ($0.upperBound - $0.lowerBound) / 2 })
  }

  /// One line of the table.
  struct Term {
    var name: String
    /// nil for the two ends.
    var difference: Double?
    var halfWidth: Double?
    var level: Double
  }
}
