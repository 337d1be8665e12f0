internal import ContactCenter
internal import EventLog
internal import KPIs
internal import Reporting
internal import ResultsStore

extension RunListReport.Row {
  /// A stored run with its first two figures, from its totals.
  init(_ record: RunRecord, in store: ResultsStore) throws {
    let progress = try store.progress(of: record)
    let total = progress.contacts.reduce(into: ContactSums()) { $0 += $1 }
    let level = ServiceLevelDefinition(rawValue: record.serviceLevelDefinition)?.fraction(of: total)
    self.init(
      id: record.id.description, name: record.name, scenario: record.scenarioName, startedAt: record.createdAt,
      state: try Self.state(record, in: store), replications: progress.recorded,
      plannedReplications: record.replications, seed: record.seed, digest: progress.digest.description,
      serviceLevel: level.flatMap { $0.denominator > 0 ? $0.numerator / $0.denominator : nil },
      averageSpeedOfAnswerSeconds: total.answered > 0 ? Double(total.waitAnswered) / 1e6 / Double(total.answered) : nil)
  }

  /// `running` only while a process records it.
  private static func state(_ record: RunRecord, in store: ResultsStore) throws -> String {
    guard record.state == .running else { return record.state.rawValue }
    return try store.isBeingRecorded(record.id) ? "running" : "stopped"
  }
}
