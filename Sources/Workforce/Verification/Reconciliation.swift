public import ContactCenter
internal import Erlang

/// The part of the distance between formula and simulation that mathematics explains, fact by fact.
///
/// Every step is computed: steady states by Erlang C and A, days by the exact transient law. What comes after (laws of
/// handle times, skills, absences) has no formula; ``VerificationPlans`` has the plans to simulate for it.
public struct Reconciliation: Hashable, Sendable {
  public var steps: [ReconciliationStep]
  /// Contacts expected over the horizon.
  public var contacts: Double
  /// Mean people needed and mean people that the plan has, over the contacts.
  public var meanPositions: Double
  public var meanPresent: Double

  /// - Parameters:
  ///   - plan: the plan to be explained, its staffing by one of the methods.
  /// - Throws: ``StaffingProblem``.
  public init(_ scenario: Scenario, staffed: StaffedPlan) throws(StaffingProblem) {
    let forecast = Forecast(scenario)
    let table = if let staffing = staffed.staffing { staffing } else { try StaffingTable(scenario) }
    let teams = scenario.teams.indices.compactMap { team in
      TeamDay(of: team, in: scenario, forecast).map {
        TeamReconciliation(day: $0, requirements: table.teams[team], team: team, plan: staffed.plan)
      }
    }
    do {
      var steps: [ReconciliationStep] = []
      for fact in ReconciliationStep.Fact.allCases {
        var sums = LevelSums()
        for team in teams { sums += try team.sums(fact) }
        guard let level = sums.serviceLevel(scenario.serviceLevelDefinition) else { continue }
        steps.append(ReconciliationStep(fact: fact, serviceLevel: level))
      }
      self.steps = steps
    } catch {
      throw StaffingProblem(error, of: "the day by its exact law")
    }
    contacts = teams.reduce(0) { $0 + $1.day.contactsPerInterval.reduce(0, +) }
    meanPositions = contacts > 0 ? teams.reduce(0) { $0 + $1.weighted($1.positions) } / contacts : 0
    meanPresent = contacts > 0 ? teams.reduce(0) { $0 + $1.weighted($1.present) } / contacts : 0
  }
}

/// The same for one team.
struct TeamReconciliation {
  let day: TeamDay
  let requirements: [IntervalRequirement]
  let team: Int
  let plan: SimulationPlan

  /// People needed, and people of the plan, step by step.
  var positions: [Int] {
    day.contactsPerSecond.indices.map { requirements[$0 / day.stepsPerInterval].positions }
  }
  var present: [Int] { PresenceCurve.people(changes, steps: day.contactsPerSecond.count) }
  private var changes: [PresenceCurve.Change] {
    PresenceCurve.changes(of: team, in: plan, stepSeconds: day.stepSeconds)
  }

  /// Sum over contacts of the people that they meet.
  func weighted(_ people: [Int]) -> Double {
    zip(day.contactsPerSecond, people).reduce(0) { $0 + $1.0 * day.stepSeconds * Double($1.1) }
  }

  func sums(_ fact: ReconciliationStep.Fact) throws(StaffingError) -> LevelSums {
    switch fact {
    case .formulaAtPeak: atPeak
    case .wholeDay: overIntervals { erlangC($0) }
    case .abandonment: overIntervals { erlangA($0) }
    case .nonStationarity: try DaySolution(of: day, agents: positions, start: .settled).total
    case .shiftGranularity: try DaySolution(of: day, agents: present, start: .settled).total
    case .emptyStart: try DaySolution(of: day, agents: present, start: .empty).total
    case .lateLeaving: try withLateLeaving()
    }
  }

  private func withLateLeaving() throws(StaffingError) -> LevelSums {
    let people = present
    let plan = try DaySolution(of: day, agents: people, start: .empty, staffingDrop: .finish)
    guard changes.contains(where: \.isReturn) else { return plan.total }
    let oneMore = try DaySolution(
      of: day, agents: people.map { $0 > 0 ? $0 + 1 : 0 }, start: .empty, staffingDrop: .finish)
    var sums = plan.total
    for (step, missing) in missingPeople(plan.busy).enumerated() where missing != 0 {
      sums.add(-missing, times: oneMore.steps[step], minus: plan.steps[step])
    }
    return sums
  }

  /// Expected people who are not back yet, step by step: who went late into a pause comes late out of it, by an
  /// exponential handle time, as often as people are busy.
  private func missingPeople(_ busy: [Double]) -> [Double] {
    var starts = Array(repeating: 0.0, count: busy.count)
    for change in changes where change.step < starts.count && change.isReturn {
      // Before the change: the state that the leaver was in, about.
      starts[change.step] += Double(change.amount) * busy[max(0, change.step - 1)]
    }
    // Mean of exp(-t/h) over a step, and what is left after it.
    let ratio = day.stepSeconds / day.handleTimeSeconds
    let left = PatienceShape.exponential(meanSeconds: 1).survival(ratio)
    let mean = (1 - left) / ratio
    var missing = 0.0
    return starts.map { start in
      let now = missing + start
      missing = now * left
      return now * mean
    }
  }

  /// The level of the busiest interval, counted for the contacts of the whole day so that teams weigh alike.
  private var atPeak: LevelSums {
    let peak = requirements.max { $0.load.offeredLoadErlangs < $1.load.offeredLoadErlangs }
    guard let peak, peak.load.contacts > 0 else { return LevelSums() }
    var sums = erlangC(peak)
    let all = requirements.reduce(0) { $0 + $1.load.contacts }
    sums.answeredInTime *= all / sums.offered
    sums.offered = all
    return sums
  }

  private func overIntervals(_ sums: (IntervalRequirement) -> LevelSums) -> LevelSums {
    requirements.reduce(into: LevelSums()) { $0 += sums($1) }
  }

  private func erlangC(_ requirement: IntervalRequirement) -> LevelSums {
    SteadyState.erlangC(
      contacts: requirement.load.contacts, erlangs: requirement.load.offeredLoadErlangs,
      agents: requirement.positions, handleTimeSeconds: requirement.load.handleTimeSeconds,
      thresholdSeconds: day.thresholdSeconds)
  }

  private func erlangA(_ requirement: IntervalRequirement) -> LevelSums {
    guard let patience = day.patienceSeconds else { return erlangC(requirement) }
    return SteadyState.erlangA(
      contacts: requirement.load.contacts, erlangs: requirement.load.offeredLoadErlangs,
      agents: requirement.positions, handleTimeSeconds: requirement.load.handleTimeSeconds, patienceSeconds: patience,
      thresholdSeconds: day.thresholdSeconds)
  }
}
