internal import ContactCenter
internal import EventLog

extension SimulationPlan {
  /// - Throws: ``SimulationPlanError`` where the plan does not fit the log's fields or refers to what it lacks. The
  ///   simulator relies on all of it and checks nothing again.
  func validate() throws(SimulationPlanError) {
    try limit(agents.count, "agents", EventRecord.largestAgent)
    try limit(queues.count, "queues", EventRecord.largestQueue)
    try limit(teams.count, "teams", EventRecord.largestDetail)
    try limit(Int(expectedContacts.rounded(.up)), "expected contacts", Int(UInt32.max) / 2)
    try require(queues.isEmpty == false, "it has no queue")
    try require(teams.allSatisfy { $0.queues.allSatisfy(queues.indices.contains) }, "a team serves an unknown queue")
    try require(agents.allSatisfy { teams.indices.contains($0.team) }, "an agent belongs to an unknown team")
    try require(arrivals.allSatisfy { $0.mix.count == queues.count }, "a mix does not name every queue")
    try require(horizon.microseconds > 0 && horizon.microseconds <= Simulator.endOfTime / 2, "its horizon is not within 2 years")
    try require(arrivals.allSatisfy { isOrdered($0.pieces) }, "the pieces of an arrival stream overlap")
    try require(zip(duties, duties.dropFirst()).allSatisfy { $0.time <= $1.time }, "its duties are not in order of time")
    try require(duties.allSatisfy { agents.indices.contains($0.agent) }, "a duty names an unknown agent")
    try require(duties.allSatisfy { $0.time.microseconds >= 0 }, "a duty lies before the start")
    try require(disconnects.allSatisfy { $0.microseconds >= 0 }, "a disconnection lies before the start")
    try require(laws.allSatisfy { $0.mean.microseconds >= 0 }, "a mean duration is negative")
  }

  private var expectedContacts: Double {
    arrivals.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.expectedContacts } }
  }

  private var laws: [DistributionSpecification] {
    queues.flatMap { [$0.handleTime, $0.wrapUp, $0.patience].compactMap { $0 } }
  }

  private func isOrdered(_ pieces: [ArrivalStream.Piece]) -> Bool {
    pieces.allSatisfy { $0.start < $0.end && $0.expectedContacts >= 0 && $0.expectedContacts.isFinite }
      && zip(pieces, pieces.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  private func limit(_ count: Int, _ what: String, _ limit: Int) throws(SimulationPlanError) {
    guard count <= limit else { throw .tooMany(what: what, count: count, limit: limit) }
  }

  private func require(_ condition: Bool, _ message: String) throws(SimulationPlanError) {
    guard condition else { throw .inconsistent(message) }
  }
}
