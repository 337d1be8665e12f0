/// What the store needs to know of a run to write to it or read its results.
struct RunHeader {
  var id: RunID
  /// Key of its row.
  var number: Int64
  var state: RunState
  var replications: Int
}

extension ResultsStore {
  func header(of id: RunID) throws -> RunHeader {
    let header = try database.first(
      "SELECT number, state, replications FROM run WHERE id = ?1", .text(id.description)
    ) { row in
      guard let state = RunState(rawValue: row.text(1)), 1...Int64(RunRequest.mostReplications) ~= row.integer(2) else {
        throw failure(.damaged(detail: "the row of run \(id.short) makes no sense"))
      }
      return RunHeader(id: id, number: row.integer(0), state: state, replications: Int(row.integer(2)))
    }
    guard let header else { throw failure(.noSuchRun(id.description, nearest: [])) }
    return header
  }

  /// A run that takes replications.
  func openRun(_ id: RunID) throws -> RunHeader {
    let run = try header(of: id)
    guard run.state == .running else { throw failure(.wrongState(run.state, run: id)) }
    return run
  }

  /// The names behind the indices of a run's sums.
  public func layout(of id: RunID) throws -> RunLayout {
    try translated { try database.read { try layout(header(of: id)) } }
  }

  func layout(_ run: RunHeader) throws -> RunLayout {
    try RunLayout(
      queues: names("SELECT queue, name FROM run_queue WHERE run = ?1 ORDER BY queue", run),
      teams: names("SELECT team, name FROM run_team WHERE run = ?1 ORDER BY team", run),
      activities: names("SELECT activity, name FROM run_activity WHERE run = ?1 ORDER BY activity", run))
  }

  private func names(_ sql: StaticString, _ run: RunHeader) throws -> [String] {
    var names: [String] = []
    try database.forEach(sql, .integer(run.number)) { row in
      guard row.integer(0) == names.count else {
        throw failure(.damaged(detail: "the names of run \(run.id.short) have a gap"))
      }
      names.append(row.text(1))
    }
    return names
  }
}
