/// How much of a call a contact of a channel counts for in reports: 1 chat = 0.6 call. Weights for comparing volumes; how long
/// work takes is the model's.
public struct CallEquivalents: Hashable, Sendable {
  /// By channel; channels that are not named count for 1.
  public var weights: [Channel: Double] = [:]

  public init() {}

  public subscript(channel: Channel) -> Double { weights[channel] ?? 1 }
}
