/// How far a run has come.
///
/// A run whose process was killed stays `running`: the store can't know. Its replications are whole; it can be resumed.
public enum RunState: String, Hashable, Sendable, CaseIterable {
  case running
  /// All replications are stored and the run's digest was proved. It never changes again.
  case complete
  /// Ended by its user before all replications were done.
  case interrupted
}
