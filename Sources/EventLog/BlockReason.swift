/// Why a contact met a busy signal. Codes lie in logs: they are never reused and never renumbered.
public enum BlockReason: UInt8, CaseIterable, Hashable, Sendable {
  /// All waiting places of the queue were taken.
  case queueFull = 1
  /// All lines of the trunk group were taken.
  case trunksBusy = 2
  /// The queue could not be reached.
  case outage = 3
}
