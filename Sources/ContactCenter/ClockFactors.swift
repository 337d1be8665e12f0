/// What of a queue depends on the time of the day at which its contacts come, as factors; 1 at all other times.
public struct ClockFactors<Factor: Hashable & Sendable>: Hashable, Sendable {
  /// Of handle times without wrap-up.
  public var handleTime: [Factor] = []
  public var patience: [Factor] = []
  /// Of the part of the attempts at outbound contacts that reach the right party.
  public var reached: [Factor] = []

  public init() {}
  public var isEmpty: Bool { handleTime.isEmpty && patience.isEmpty && reached.isEmpty }

  /// The same factors, told otherwise.
  public func map<Other>(_ transform: ([Factor]) -> [Other]) -> ClockFactors<Other> {
    var result = ClockFactors<Other>()
    (result.handleTime, result.patience, result.reached) = (
      transform(handleTime), transform(patience), transform(reached)
    )
    return result
  }
}
