internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore
internal import ScenarioFiles
internal import Workforce

/// A scenario file and its variants: the base, its people, and points at which the world is another.
struct World: Sendable {
  let file: String
  let overrides: [String]
  let base: ScenarioDocument
  let staffed: StaffedPlan
  let seed: UInt64
  let replications: Int
  let threads: Int
  /// Where what is done is kept; nil for nowhere.
  let database: String?
  /// Whether people are solved anew at each point.
  var resolves = false

  init(file: String, options: SimulationOptions.Values, database: String?, resolves: Bool = false) throws {
    (self.file, self.database) = (file, database)
    overrides = options.overrides
    base = try ScenarioReader().read(file: file, overrides: options.overrides)
    staffed = try base.staffed()
    seed = options.seed ?? base.scenario.run.seed
    guard options.replications != .auto else { throw CommandError.onlyForSimulate("--replications auto") }
    replications = options.replications?.fixed ?? base.scenario.run.replications
    threads = options.threads
    self.resolves = resolves
  }

  var staffing: SweepReport.Staffing { staffed.staffing == nil ? .given : resolves ? .solved : .kept }

  /// The scenario with some values changed, in the overlay of `--set`.
  func document(_ settings: [String]) throws(ScenarioProblems) -> ScenarioDocument {
    try ScenarioReader().read(file: file, overrides: overrides + settings)
  }

  /// The same for paths of the long form, whatever short forms the file uses.
  func longDocument(_ settings: [String]) throws(ScenarioProblems) -> ScenarioDocument {
    let folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? ""
    return try ScenarioReader().read(text: base.expandedText, name: file, directory: folder, overrides: settings)
  }

  /// - Throws: ``CommandError/peopleDoNotFit(_:)`` where the base's people cannot work in the other world.
  func point(_ document: ScenarioDocument, at settings: [String]) throws -> ExperimentPoint {
    ExperimentPoint(
      document.scenario, plan: try plan(document, at: settings), seed: seed, replications: 0..<replications)
  }

  /// What the point's sums are known by.
  ///
  /// - Parameter people: whose they are, where they are not those of the document.
  func key(_ document: ScenarioDocument, people: String = "") -> PointKey {
    let isKept = !resolves && staffed.staffing != nil && document.scenario.teams.contains { $0.schedule == .solved }
    let kept = isKept && document.fingerprint != base.fingerprint ? "as solved for \(base.fingerprint)" : ""
    return PointKey(
      scenario: document.fingerprint, people: [kept, people].filter { !$0.isEmpty }.joined(separator: ", "), seed: seed,
      engineVersion: EngineVersion.current)
  }

  private func plan(_ document: ScenarioDocument, at settings: [String]) throws -> SimulationPlan {
    guard let table = staffed.staffing, !resolves else { return try document.staffed().plan }
    let kept = table.kept(from: base.scenario)
    guard document.scenario.teams.contains(where: { $0.schedule == .solved }) else {
      return try document.staffed().plan
    }
    guard kept.fits(document.scenario) else { throw CommandError.peopleDoNotFit(settings.joined(separator: " ")) }
    return try document.staffed(kept).plan
  }

  var facts: RunFacts {
    RunFacts(
      scenario: base.scenario, scenarioFile: file, fingerprint: base.fingerprint, overrides: overrides, seed: seed,
      replications: replications, plannedReplications: replications, digest: "", engineVersion: EngineVersion.current)
  }
}
