internal import ContactCenter
internal import KPIs
internal import Reporting
internal import ResultsStore

extension Run {
  /// What to call it: its name, else the first digits of its id.
  var title: String { name ?? String(id.prefix(7)) }

  func farewell(database: String) -> String {
    let named = name.map { " (\($0))" } ?? ""
    return "Run \(id.prefix(7))\(named) saved in \(database). Next: busyhour evaluate \(title)"
  }

  /// Says what is kept of an interrupted run. Whoever limited the time has what was asked for, where there is anything.
  /// - Throws: ``ExitStatus/interrupted``.
  func expectWhole(_ console: Console) throws {
    guard !isWhole else { return }
    let count = "\(NumberText.whole(results.count)) of \(NumberText.whole(plannedReplications)) replications"
    let why = isOutOfTime ? "Out of time" : "Interrupted"
    console.note("\(why). \(count) are kept as run \(title). Go on: busyhour simulate --resume \(title)")
    if isOutOfTime, !results.isEmpty { return }
    throw ExitStatus.interrupted
  }
}

extension RunRecord {
  /// A log that another version kept is read as it is, but not in silence.
  func remarkEngine(_ console: Console) {
    guard engineVersion != EngineVersion.current else { return }
    console.warn(
      "run \(title) was made by busyhour \(engineVersion), this is \(EngineVersion.current): its kept log is read as it is."
    )
  }
}

extension Run {
  /// A stump of a run is judged by what there is, but not in silence.
  func remarkMissingReplications(_ console: Console) {
    guard !isWhole else { return }
    let count = "\(NumberText.whole(results.count)) of \(NumberText.whole(plannedReplications)) replications"
    console.note("warning: run \(title) was interrupted: \(count) are judged; with --strict that is a miss.")
  }

  /// A run without targets would pass in silence.
  /// - Throws: ``CommandError/noTargets(_:)``.
  func expectTargets() throws {
    if scenario.targets.isEmpty { throw CommandError.noTargets(scenario.name) }
  }

  /// - Throws: ``CommandError/noResults(_:)`` for a run that was stopped before its first replication.
  func expectResults() throws -> Run {
    guard !results.isEmpty else { throw CommandError.noResults(title) }
    return self
  }
}
