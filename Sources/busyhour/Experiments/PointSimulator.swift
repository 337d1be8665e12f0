internal import ContactCenter
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore

/// Simulates the points of a sweep, a tornado or a search, and keeps their sums in the store as they come: the same work,
/// stopped and begun again, goes on where it was.
final class PointSimulator {
  private let world: World
  private let deadline: ContinuousClock.Instant?
  /// nil where nothing is to be kept.
  private let store: ResultsStore?
  private var pending: [ReplicationResult] = []
  private var lastWriting = ContinuousClock.now
  /// What a killed process loses at most.
  private static let pause = Duration.seconds(2)
  private(set) var reusedCount = 0
  private(set) var simulatedCount = 0

  /// - Throws: `StoreError`.
  init(_ world: World, deadline: ContinuousClock.Instant?) throws {
    (self.world, self.deadline) = (world, deadline)
    store = try world.database.map { try ResultsStore(path: $0) }
  }

  /// - Parameter progress: told how many replications are there now, some at a time.
  /// - Throws: as `ReplicationRunner`; what is done is kept then.
  func samples(
    of point: ExperimentPoint, _ key: PointKey, progress: (Int) -> Void
  ) async throws -> RunSamples {
    var (point, key) = (point, key)
    let known = try known(of: point, &key)
    if !known.isEmpty {
      point.take(known)
      reusedCount += known.count
      progress(known.count)
    }
    do {
      try await point.run(threads: world.threads, deadline: deadline) { results in
        simulatedCount += results.count
        if let first = results.first, first.index == 0 { key.fingerprint = PointKey.fingerprint(of: first) }
        if store != nil { pending += results }
        if ContinuousClock.now - lastWriting > Self.pause { try write(key) }
        progress(results.count)
      }
    } catch {
      try write(key)
      throw error
    }
    try write(key)
    return point.samples
  }

  /// What the store has of a point. Its first replication is simulated anew: only who finds it again as it is there gets
  /// the others.
  private func known(of point: ExperimentPoint, _ key: inout PointKey) throws -> [ReplicationResult] {
    guard let store, try store.hasPoint(key) else { return [] }
    key.fingerprint = PointKey.fingerprint(of: try point.first())
    return try store.pointResults(key, limit: point.experiment.replications.count)
  }

  private func write(_ key: PointKey) throws {
    lastWriting = .now
    try store?.recordPoint(key, pending)
    pending = []
  }

  /// Says what was there before, and what the store is now.
  func report(to console: Console) throws {
    if reusedCount > 0 {
      let counts = [reusedCount, reusedCount + simulatedCount].map(NumberText.whole)
      console.note("\(counts[0]) of \(counts[1]) replications were simulated before, and taken from the store.")
    }
    if simulatedCount > 0, let store { console.note(try store.headline()) }
  }

  /// Says that what is done is not lost; Ctrl-C ends with that.
  func reportInterruption(to console: Console) -> ExitStatus {
    let kept = store == nil ? "Nothing of it is kept (--no-store)" : "What is done is kept: the same command goes on"
    console.note("Interrupted after \(NumberText.whole(reusedCount + simulatedCount)) replications. \(kept).")
    return .interrupted
  }
}
