internal import Dispatch
internal import Glibc

/// Ctrl-C while a run is going: the run stops at the next whole replication. A second one ends the process at once.
enum Interruption {
  /// Runs `body` in a task that SIGINT cancels.
  static func cancelling<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    signal(SIGINT, SIG_IGN)
    let job = Task { try await body() }
    let source = source(cancelling: job)
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try await job.value
  }

  /// Made here, outside of any actor: a handler that inherits one would be run off it, and trap.
  private static func source<Value: Sendable>(cancelling job: Task<Value, any Error>) -> any DispatchSourceSignal {
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { @Sendable in
      job.cancel()
      signal(SIGINT, SIG_DFL)
    }
    source.resume()
    return source
  }
}
