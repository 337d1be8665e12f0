public import EventLog
internal import KPIs

extension ResultsStore {
  /// Begins a run: gives it an id and keeps what it was asked for.
  ///
  /// - Precondition: from 1 to ``RunRequest/mostReplications`` replications are asked for.
  /// - Throws: ``StoreError``: the name is taken or unfit, the scenario is not registered.
  public func beginRun(_ request: RunRequest) throws -> RunID {
    precondition(1...RunRequest.mostReplications ~= request.replications, "a run has from 1 to 1e9 replications")
    if let name = request.name, let reason = Self.fault(ofName: name) {
      throw failure(.unfitName(name, reason: reason))
    }
    var generator = SystemRandomNumberGenerator()
    let id = RunID(using: &generator)
    try append { ledger in
      try expectFree(request.name)
      guard try scenarioNumber(request.scenario) != nil else { throw failure(.noSuchScenario(request.scenario)) }
      try ledger.append(.runStarted(id, request))
    }
    return id
  }

  /// Ends a run whose replications 0, 1, ... are all stored.
  ///
  /// - Parameter digest: that of the run, which must be the one of the replications stored.
  /// - Throws: ``StoreError``: replications are missing, the digest differs, the run is not running.
  /// - Complexity: O(replications).
  public func completeRun(_ id: RunID, digest: StreamDigest.Value) throws {
    try append { ledger in
      let run = try openRun(id)
      let stored = try runDigest(run)
      guard stored == digest else {
        throw failure(.digestDiffers(given: digest.description, stored: stored.description, run: id))
      }
      try ledger.append(.runCompleted(id, digest: digest))
    }
  }

  /// Says how many replications a running run has, once its figures have decided it: those that are stored.
  ///
  /// - Parameter replications: from 1 to the number asked for.
  public func settleRun(_ id: RunID, replications: Int) throws {
    precondition(replications >= 1, "a run has replications")
    try append { ledger in
      let run = try openRun(id)
      precondition(replications <= run.replications, "a run has no more replications than were asked for")
      try ledger.append(.runSettled(id, replications: replications))
    }
  }

  /// Marks a running run as ended before its time. What was recorded stays.
  public func interruptRun(_ id: RunID) throws {
    try append { ledger in
      _ = try openRun(id)
      try ledger.append(.runInterrupted(id))
    }
  }

  /// Makes an interrupted run running again, so that its missing replications can be recorded. A run that is running
  /// (its process may have been killed) stays so.
  ///
  /// - Throws: ``StoreError/Kind/wrongState(_:run:)`` for a complete one.
  public func resumeRun(_ id: RunID) throws {
    try append { ledger in
      let run = try header(of: id)
      if run.state == .complete { throw failure(.wrongState(.complete, run: id)) }
      try ledger.append(.runResumed(id))
    }
  }

  /// Gives a run another name, or none.
  ///
  /// - Throws: ``StoreError``: the name is taken or unfit, there is no such run.
  public func nameRun(_ id: RunID, _ name: String?) throws {
    if let name, let reason = Self.fault(ofName: name) { throw failure(.unfitName(name, reason: reason)) }
    try append { ledger in
      _ = try header(of: id)
      try expectFree(name)
      try ledger.append(.runNamed(id, name: name))
    }
  }

  /// Why a text can't be a name; nil for one that can.
  static func fault(ofName name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.count > 200 { return "it is longer than 200 bytes" }
    if name.hasPrefix("@") { return "names that begin with @ are kept for references such as @last" }
    if name.hasPrefix("-") { return "it begins with -, as options do" }
    if name.first?.isWhitespace == true || name.last?.isWhitespace == true { return "it begins or ends with a space" }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "it holds a control character"
    }
    return RunID(name) == nil ? nil : "it looks like the id of a run"
  }

  private func expectFree(_ name: String?) throws {
    guard let name else { return }
    let holder = try database.first("SELECT id FROM run WHERE name = ?1", .text(name)) { RunID($0.text(0)) }
    if let holder = holder ?? nil { throw failure(.nameTaken(name, by: holder)) }
  }

  /// The digest of the replications stored, which must be 0, 1, ... without a gap.
  private func runDigest(_ run: RunHeader) throws -> StreamDigest.Value {
    var results: [ReplicationResult] = []
    try database.forEach(
      "SELECT replication, digest FROM replication WHERE run = ?1 ORDER BY replication", .integer(run.number)
    ) { row in
      guard let digest = StreamDigest.Value(row.text(1)) else {
        throw failure(.damaged(detail: "a digest of run \(run.id.short) is no digest"))
      }
      results.append(ReplicationResult(index: Int(row.integer(0)), days: [], digest: digest, eventCount: 0))
    }
    guard results.count == run.replications, results.indices.allSatisfy({ results[$0].index == $0 }) else {
      throw failure(.incomplete(recorded: results.count, replications: run.replications, run: run.id))
    }
    return ReplicationResult.digest(of: results)
  }
}
