internal import Erlang

/// What one row of a table leaves to the next: deferred work whose window is still open.
public struct TableMemory: Sendable {
  var deferred = DeferredSpread()

  /// Nothing left over.
  public init() {}

  /// Agent hours of deferred work that fall after the rows so far.
  public var openAgentHours: Double { deferred.openWorkSeconds / 3600 }
}
