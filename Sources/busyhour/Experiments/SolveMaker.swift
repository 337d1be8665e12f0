internal import ContactCenter
internal import Experiments
internal import KPIs
internal import Reporting
internal import ScenarioFiles
internal import Workforce

/// Looks for the smallest or largest value with which the targets hold by simulation.
struct SolveMaker {
  /// One number that the search may change.
  struct Coordinate: Sendable {
    var name: String
    var before: String
    var start: Int
    var range: ClosedRange<Int>
    var firstStep = 1
    /// The scenario, or its people, with the coordinate at a number.
    var apply: @Sendable (Int, inout Candidate) throws -> Void
    var text: @Sendable (Int) -> String
  }

  struct Candidate: Sendable {
    var scenario: Scenario
    var staffing: StaffingTable?
    /// The scenario as a document, before its people were changed.
    var document: ScenarioDocument
    /// Changed people, one text a coordinate.
    var people: [String] = []
    var settings: [String] = []
  }

  let world: World
  let subject: SolveSubject
  let confidence: Double
  let simulator: PointSimulator
  let console: Console
  private var trials: [SolveReport.Trial] = []
  private var known: [[Int]: Bool] = [:]
  /// Those that hold, in the order in which they were found.
  private var holding: [[Int]] = []
  private var scorecards: [[Int]: Scorecard] = [:]

  /// - Throws: `StoreError`; ``CommandError/noTargets(_:)`` without a target that can be searched.
  init(
    world: World, subject: SolveSubject, confidence: Double, deadline: ContinuousClock.Instant?, console: Console
  ) throws {
    (self.world, self.subject, self.confidence, self.console) = (world, subject, confidence, console)
    guard world.base.scenario.targets.contains(where: { Self.deciding.contains($0.metric) }) else {
      throw CommandError.noTargets(world.base.scenario.name)
    }
    simulator = try PointSimulator(world, deadline: deadline)
  }

  /// Targets that get worse with every contact and better with every person; only they can be searched.
  private static let deciding = ["service_level", "asa_s", "wait_all_s", "abandonment"]

  private var decidingPlaces: [Int] {
    world.base.scenario.targets.indices.filter { Self.deciding.contains(world.base.scenario.targets[$0].metric) }
  }

  mutating func report() async throws -> SolveReport {
    let coordinates = try subject.coordinates(of: world)
    var (values, isFound, isOutOfTime) = (coordinates.map(\.start), false, false)
    do {
      isFound = try await search(&values, coordinates)
    } catch is OutOfTime {
      guard !trials.isEmpty else { throw CommandError.noTime }
      isOutOfTime = true
      // The last trial that holds is the best: the search goes from there to better ones only.
      if let best = holding.last { (values, isFound) = (best, true) }
    } catch is CancellationError {
      throw simulator.reportInterruption(to: console)
    }
    try simulator.report(to: console)
    let names = decidingPlaces.map { world.base.scenario.targets[$0].name }
    return SolveReport(
      facts: world.facts, subject: subject.rawValue, isSmallest: subject == .agents, confidence: confidence,
      answers: isFound
        ? zip(coordinates, values).map { .init(name: $0.name, before: $0.before, after: $0.text($1)) } : [],
      scorecard: isFound ? scorecards[values] : nil, deciding: names, trials: trials, isOutOfTime: isOutOfTime)
  }

  /// - Returns: whether there is an answer, which `values` then is.
  private mutating func search(_ values: inout [Int], _ coordinates: [Coordinate]) async throws -> Bool {
    var isFound = try await raise(&values, coordinates)
    var isChanged = isFound
    // Coordinate steps: each as small as the others allow, until a round changes none.
    while isFound, isChanged {
      isChanged = false
      for place in coordinates.indices {
        let found = try await smallest(place, values, coordinates)
        guard let found else {
          isFound = false
          break
        }
        if found != values[place] { isChanged = coordinates.count > 1 }
        values[place] = found
      }
    }
    return isFound
  }

  /// With several coordinates: all are raised together until the targets hold.
  private mutating func raise(_ values: inout [Int], _ coordinates: [Coordinate]) async throws -> Bool {
    guard coordinates.count > 1 else { return true }
    var step = 1
    while !(try await holds(values, coordinates)) {
      let next = zip(values, coordinates).map { min($1.range.upperBound, $0 + step) }
      if next == values { return false }
      values = next
      step *= 2
    }
    return true
  }

  private mutating func smallest(_ place: Int, _ values: [Int], _ coordinates: [Coordinate]) async throws -> Int? {
    var maker = self
    defer { self = maker }
    return try await SmallestPassing.find(
      from: values[place], in: coordinates[place].range, firstStep: coordinates[place].firstStep
    ) { value in
      var trial = values
      trial[place] = value
      return try await maker.holds(trial, coordinates)
    }
  }

  /// Simulates a candidate: whether every deciding target is met at the asked confidence.
  private mutating func holds(_ values: [Int], _ coordinates: [Coordinate]) async throws -> Bool {
    if let known = known[values] { return known }
    var candidate = Candidate(
      scenario: world.base.scenario, staffing: world.staffed.staffing?.kept(from: world.base.scenario),
      document: world.base)
    for (coordinate, value) in zip(coordinates, values) { try coordinate.apply(value, &candidate) }
    let text = zip(coordinates, values).map { "\($0.name) \($0.text($1))" }.joined(separator: ", ")
    let samples = try await samples(of: candidate, called: text)
    let scorecard = Scorecard(samples, errorProbability: 1 - confidence)
    let holds = decidingPlaces.allSatisfy { scorecard.targets[$0].verdict == .met }
    if holds { holding.append(values) }
    trials.append(.init(text: text, holds: holds, scorecard: scorecard))
    known[values] = holds
    scorecards[values] = scorecard
    return holds
  }

  /// How many trials will follow nobody knows: the bar is of this one.
  private func samples(of candidate: Candidate, called text: String) async throws -> RunSamples {
    let point = ExperimentPoint(
      candidate.scenario, plan: try PlanBuilder.build(candidate.scenario, staffing: candidate.staffing).plan,
      seed: world.seed, replications: 0..<world.replications)
    var progress = ProgressBar(
      console, total: world.replications, unit: "replications of trial \(trials.count + 1), \(text)")
    defer { progress.finish() }
    var done = 0
    let people = candidate.people.joined(separator: ", ")
    return try await simulator.samples(of: point, world.key(candidate.document, people: people)) {
      done += $0
      progress.update(done)
    }
  }
}
