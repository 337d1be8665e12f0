internal import ContactCenter
public import KPIs
internal import Simulation

/// Runs the replications of an experiment on all cores and hands them over in order.
public enum ReplicationRunner {
  /// - Parameters:
  ///   - threads: at least 1; the results are the same for any number.
  ///   - wantsIntervals: whether the sums of each interval are handed over too.
  ///   - wantsDetails: whether the sums have details, see `DayDetail`.
  ///   - deadline: no replication is begun after it; those before it are delivered.
  ///   - deliver: called on the caller's task with whole replications in order of their index, some at a time.
  /// - Throws: ``SimulationPlanError``; what `deliver` throws; ``OutOfTime`` at the deadline and `CancellationError` when
  ///   the task was cancelled, and then every replication delivered is whole.
  public static func run(
    _ experiment: Experiment, threads: Int, wantsIntervals: Bool = false, wantsDetails: Bool = false,
    deadline: ContinuousClock.Instant? = nil, deliver: ([RecordedReplication]) throws -> Void
  ) async throws {
    try await run(
      experiment, threads: threads, wantsIntervals: wantsIntervals, wantsDetails: wantsDetails,
      isOutOfTime: { deadline.map { ContinuousClock.now >= $0 } ?? false }, deliver: deliver)
  }

  /// - Parameter isOutOfTime: asked before each replication. Tests bring a clock of their own.
  static func run(
    _ experiment: Experiment, threads: Int, wantsIntervals: Bool = false, wantsDetails: Bool = false,
    isOutOfTime: @escaping @Sendable () -> Bool, deliver: ([RecordedReplication]) throws -> Void
  ) async throws {
    let chunks = chunks(of: experiment)
    try await withThrowingTaskGroup(of: (Int, Piece, LentWorker).self) { group in
      var started = 0
      var idle: [LentWorker] = []
      var delivered = 0
      var early: [Int: Piece] = [:]
      func startTasks() {
        // A slow chunk holds back those after it: no more than a few wait for it, so that memory stays flat.
        while started < chunks.count, started - delivered - early.count < threads, started - delivered < 4 * threads {
          let (number, range) = (started, chunks[started])
          started += 1
          let worker = idle.popLast()
          group.addTask {
            let worker =
              try worker ?? LentWorker(experiment, wantsIntervals: wantsIntervals, wantsDetails: wantsDetails)
            return (number, worker.simulate(range, isOutOfTime), worker)
          }
        }
      }
      startTasks()
      while let (number, piece, worker) = try await group.next() {
        early[number] = piece
        idle.append(worker)
        if piece.cut == nil { startTasks() }
        while let next = early.removeValue(forKey: delivered) {
          delivered += 1
          if next.cut == nil { startTasks() }
          if !next.replications.isEmpty { try deliver(next.replications) }
          if let cut = next.cut { throw cut }
        }
      }
    }
  }

  /// Replications a task takes at once: some 30,000 contacts, so that starting a task costs nothing beside them.
  private static func chunks(of experiment: Experiment) -> [Range<Int>] {
    let contacts = experiment.plan.arrivals.reduce(0.0) { sum, stream in
      sum + stream.pieces.reduce(0) { $0 + $1.expectedContacts }
    }
    let size = max(1, min(256, Int(30_000 / max(1, contacts))))
    return stride(from: experiment.replications.lowerBound, to: experiment.replications.upperBound, by: size).map {
      $0..<min($0 + size, experiment.replications.upperBound)
    }
  }
}

/// The first replications of a chunk, and what cut off the others.
private struct Piece: Sendable {
  var replications: [RecordedReplication] = []
  var cut: (any Error)?
}

/// A worker that goes from task to task, so that no task makes one of its own.
///
/// Unchecked: one task at a time has it.
private final class LentWorker: @unchecked Sendable {
  private var worker: ReplicationWorker

  init(_ experiment: Experiment, wantsIntervals: Bool, wantsDetails: Bool) throws(SimulationPlanError) {
    worker = try ReplicationWorker(experiment, wantsIntervals: wantsIntervals, wantsDetails: wantsDetails)
  }

  func simulate(_ range: Range<Int>, _ isOutOfTime: () -> Bool) -> Piece {
    var piece = Piece()
    for index in range {
      if isOutOfTime() {
        piece.cut = OutOfTime()
        break
      }
      guard let replication = worker.run(index, isCancelled: { Task.isCancelled }) else {
        piece.cut = CancellationError()
        break
      }
      piece.replications.append(replication)
    }
    return piece
  }
}

/// The time that was granted is over.
public struct OutOfTime: Error, Hashable, Sendable {}
