internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ScenarioFiles
internal import Workforce

/// A run in memory, simulated just now or read back: its scenario, its plan, its results.
struct Run: Sendable {
  var document: ScenarioDocument
  var staffed: StaffedPlan
  var id: String
  var name: String?
  /// For annotations; the name without folders for a run read back.
  var file: String?
  var overrides: [String]
  var seed: UInt64
  var plannedReplications: Int
  var engineVersion: String
  /// By what the figures decide how many replications there are; nil for a fixed number.
  var stop: SequentialStop?
  /// Whether the granted time ended it.
  var isOutOfTime = false
  /// What every KPI was in every replication.
  var samples: RunSamples
  /// Index, digest and number of events of every replication; its days only where they were asked for.
  var results: [ReplicationResult] = []
  var keepsDays = false
  /// Whether days and intervals have details, and the length of a rolling window in days.
  var hasDetails = false
  var hasMeasures = false
  var window = 28
  /// Sums of every interval of every replication, where they were asked for.
  var intervals: [[DaySums]] = []

  var scenario: Scenario { document.scenario }
  var context: ScoringContext { ScoringContext(scenario: scenario) }
  var days: [[DaySums]] { results.map(\.days) }
  var isWhole: Bool { results.count == plannedReplications }
  var acceptableWaits: [TimeSpan] { scenario.queues.map(\.acceptableWait) }

  /// Of every interval of the run's figures.
  var errorProbability: Double { stop?.rule.errorProbability ?? 1 - Estimate.confidence }
  var scorecard: Scorecard { Scorecard(samples, errorProbability: errorProbability) }

  /// Takes in a replication.
  mutating func append(_ result: ReplicationResult) {
    samples.append(result.days, of: result.index)
    var kept = result
    if !keepsDays { kept.days = [] }
    results.append(kept)
  }

  var facts: RunFacts {
    var facts = RunFacts(
      scenario: scenario, scenarioFile: file, fingerprint: document.fingerprint, overrides: overrides, runID: id,
      runName: name, seed: seed, replications: results.count, plannedReplications: plannedReplications,
      digest: ReplicationResult.digest(of: results).description, engineVersion: engineVersion)
    facts.isSequential = stop != nil
    facts.confidence = stop?.rule.confidence ?? Estimate.confidence
    return facts
  }

  /// The experiment that gives these results again.
  func experiment(_ replications: Range<Int>) -> Experiment {
    Experiment(plan: staffed.plan, acceptableWaits: acceptableWaits, seed: seed, replications: replications)
  }

  func report(by kinds: [Part.Kind], strict: Bool, isBrief: Bool = false) -> ScorecardReport {
    var scorecard = scorecard
    if hasMeasures {
      let known = Set(scorecard.metrics.map(\.name))
      scorecard.metrics += metrics(of: days, in: context).filter { !known.contains($0.name) }
    }
    return ScorecardReport(
      facts: facts, scorecard: scorecard, headline: ScenarioHeadline.of(scenario),
      shape: DayShape(plan: staffed.plan, clock: scenario.clock), parts: kinds.flatMap(parts), isStrict: strict,
      isBrief: isBrief)
  }

  /// - Throws: ``ExitStatus/missed`` where a target is missed; with `strict`, also where one is unsure or the run is a
  ///   stump.
  func expectTargetsMet(strict: Bool) throws {
    let verdicts = scorecard.targets.map(\.verdict)
    let isInDoubt = verdicts.contains(.unsure) || !isWhole
    if verdicts.contains(.missed) || (strict && isInDoubt) { throw ExitStatus.missed }
  }
}
