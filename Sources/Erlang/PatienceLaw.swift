internal import Numerics

/// How long contacts are willing to wait: the survival function of patience, and its integral.
public struct PatienceLaw: Equatable, Sendable {
  /// The share that leaves at once when it must wait at all, 0..<1: an atom at zero.
  public let balkingShare: Double
  /// The law of the others.
  public let shape: PatienceShape

  /// - Throws: `valueOutOfRange`, `wrongCount` for an empty sample.
  public init(_ shape: PatienceShape, balkingShare: Double = 0) throws(StaffingError) {
    try Check.fraction(balkingShare, "balkingShare")
    try shape.validate()
    self.balkingShare = balkingShare
    self.shape = shape
  }

  /// P(patience > x), just above zero for x = 0.
  func survival(_ seconds: Double) -> Double { (1 - balkingShare) * shape.survival(seconds) }

  /// P(patience <= x), without cancellation for small x.
  func abandoned(_ seconds: Double) -> Double {
    balkingShare + (1 - balkingShare) * shape.abandoned(seconds)
  }

  /// The integral of the survival function from 0 to x, in seconds.
  func integratedSurvival(_ seconds: Double) -> Double {
    (1 - balkingShare) * shape.integratedSurvival(seconds)
  }
}
