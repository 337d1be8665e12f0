public import ContactCenter

/// Expected contacts by what became of them at the acceptable wait: sums, so that intervals, days and teams add up.
public struct LevelSums: Hashable, Sendable {
  public var offered = 0.0
  public var answeredInTime = 0.0
  public var abandonedInTime = 0.0
  public var abandoned = 0.0

  public init() {}

  /// The service level by a definition; nil without contacts.
  public func serviceLevel(_ definition: ServiceLevelDefinition) -> Double? {
    guard offered > 0 else { return nil }
    switch definition {
    case .offered: return answeredInTime / offered
    case .includingShortAbandons: return (answeredInTime + abandonedInTime) / offered
    case .answered: return offered > abandoned ? answeredInTime / (offered - abandoned) : 1
    case .excludingShortAbandons: return offered > abandonedInTime ? answeredInTime / (offered - abandonedInTime) : 1
    }
  }

  /// Adds a multiple of a difference.
  mutating func add(_ factor: Double, times left: LevelSums, minus right: LevelSums) {
    answeredInTime += factor * (left.answeredInTime - right.answeredInTime)
    abandonedInTime += factor * (left.abandonedInTime - right.abandonedInTime)
    abandoned += factor * (left.abandoned - right.abandoned)
  }

  public static func += (left: inout LevelSums, right: LevelSums) {
    left.offered += right.offered
    left.answeredInTime += right.answeredInTime
    left.abandonedInTime += right.abandonedInTime
    left.abandoned += right.abandoned
  }
}
