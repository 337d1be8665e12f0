public import EventLog
public import KPIs

/// How far a run is, and what it comes to so far: enough for a list of runs, without reading its results.
public struct RunProgress: Hashable, Sendable {
  /// Replications stored.
  public var recorded: Int
  /// Over the digests of the replications stored, in order.
  public var digest: StreamDigest.Value
  /// Sums over all replications and days, one entry a queue.
  public var contacts: [ContactSums]
}
