internal import EventLog
internal import KPIs

extension ResultsStore {
  /// Holds every kept log, and every digest of a run, against the ledger.
  func checkLogs(_ reading: LedgerReading, _ proof: inout StoreVerification) throws {
    var (runs, expected, guides, findings) = (RunProof(), 0, 0, [(text: String, run: RunID, entry: Int)]())
    try database.forEachEntry { entry in
      guard !reading.removedRuns.contains(entry.subject), let fact = try? LedgerReading.fact(entry) else { return }
      switch fact {
      case .runStarted(let run, _): runs.begin(run, number: entry.number)
      case .replicationRecorded(let run, let replication):
        runs.add(replication.result, to: run)
        expected += replication.segments?.count ?? 0
        if let number = runs.numbers[run], let problem = try problem(of: replication, number, &guides) {
          findings.append((problem, run, entry.number))
        }
      case .runCompleted(let run, let digest):
        if runs.digest(of: run) != digest {
          findings.append(("the digest is not that of its replications", run, entry.number))
        }
      default: break
      }
    }
    for finding in findings { proof.add(finding.text, run: finding.run.short, entry: finding.entry) }
    proof.segments = try database.first("SELECT count(*) FROM segment") { Int($0.integer(0)) } ?? 0
    if proof.segments != expected {
      proof.add("there are \(proof.segments) segments of logs; the ledger knows \(expected)")
    }
    let allGuides = try database.first("SELECT count(*) FROM segment_guide") { Int($0.integer(0)) } ?? 0
    if allGuides != guides { proof.add("of \(allGuides) guides to segments, \(guides) belong to one") }
  }

  /// What is wrong with a replication's kept log; nil when it is what the ledger says.
  /// - Parameter guides: is raised by the guides that were looked at.
  private func problem(of replication: RecordedReplication, _ run: Int, _ guides: inout Int) throws -> String? {
    guard let expected = replication.segments else { return nil }
    let name = "the log of replication \(replication.result.index)"
    let known = try knownGuides(of: replication.result.index, run)
    var (digest, position, index) = (StreamDigest(), 0, 0)
    var problem: String?
    var maker = SegmentGuideMaker()
    try database.forEach(
      Self.segmentsOfReplication, .integer(run), .integer(replication.result.index)
    ) { row in
      guard problem == nil else { return }
      var segment = Self.segment(row)
      guard index < expected.count, segment.firstPosition == position else {
        problem = "\(name) is not whole"
        return
      }
      do {
        let guide = try maker.guide(of: segment) { digest.absorb($0) }
        position += segment.eventCount
        segment.bytes = []
        if segment != expected[index] { problem = "\(name): segment \(index) is not the one of the ledger" }
        if let kept = known[segment.firstPosition] {
          guides += 1
          if kept != guide { problem = "\(name): the guide to segment \(index) does not follow from the log" }
        }
        index += 1
      } catch {
        problem = "\(name): \(error)"
      }
    }
    if let problem { return problem }
    if index != expected.count || position != replication.result.eventCount { return "\(name) is not whole" }
    return digest.value == replication.result.digest ? nil : "\(name) does not have the digest of the ledger"
  }
}

extension ResultsStore {
  /// By the first position of their segments.
  private func knownGuides(of replication: Int, _ run: Int) throws -> [Int: SegmentGuide] {
    let guides = try database.all(Self.guidesOfReplication, .integer(run), .integer(replication)) { Self.guide($0) }
    return Dictionary(guides.map { ($0.firstPosition, $0) }) { first, _ in first }
  }
}

/// The replications of the runs under proof.
private struct RunProof {
  private(set) var numbers: [RunID: Int] = [:]
  private var digests: [RunID: [(index: Int, digest: StreamDigest.Value)]] = [:]

  mutating func begin(_ run: RunID, number: Int) { numbers[run] = number }

  mutating func add(_ result: ReplicationResult, to run: RunID) {
    digests[run, default: []].append((result.index, result.digest))
  }

  /// Called once a run, at its end; its digests are not needed afterwards.
  mutating func digest(of run: RunID) -> StreamDigest.Value {
    let replications = (digests.removeValue(forKey: run) ?? []).sorted { $0.index < $1.index }
    return replications.reduce(into: StreamDigest()) { $0.absorb($1.digest) }.value
  }
}
