internal import Numerics

/// An APPROXIMATION of the queue G/G/n (Allen-Cunneen): Erlang C with its waits stretched by the variability.
///
/// Mean wait = Erlang C wait * (ca^2 + cs^2)/2, with ca, cs the coefficients of variation of interarrival and handle
/// times; exact for n = 1 with Poisson arrivals, and for M/M/n. Good for cs near 1 and in heavy traffic,
/// worse far from both; measure before trusting it. The tail is taken exponential with the stretched mean.
/// Source: A. O. Allen, Probability, Statistics and Queueing Theory (1990).
public struct AllenCunneen: Equatable, Sendable {
  /// The M/M/n underneath.
  public let exponential: ErlangC
  /// (ca^2 + cs^2)/2.
  public let stretch: Double

  /// - Parameters:
  ///   - handleTimeVariation: Coefficient of variation of the handle time, 0...100; 1 is exponential.
  ///   - interarrivalVariation: The same of interarrival times; 1 is Poisson (M/G/n).
  /// - Throws: `valueOutOfRange`, `unstable`.
  public init(
    agents: Double, loadErlangs: Double, handleTimeVariation: Double, interarrivalVariation: Double = 1
  ) throws(StaffingError) {
    for variation in [handleTimeVariation, interarrivalVariation] {
      guard variation >= 0, variation <= 100 else {
        throw .valueOutOfRange(name: "coefficientOfVariation", value: variation, allowed: "0...100")
      }
    }
    exponential = try ErlangC(agents: agents, loadErlangs: loadErlangs)
    stretch = (interarrivalVariation * interarrivalVariation + handleTimeVariation * handleTimeVariation) / 2
  }

  /// Approximate mean wait of all contacts in seconds.
  public func averageSpeedOfAnswerSeconds(handleTimeSeconds: Double) -> Double {
    stretch * exponential.averageSpeedOfAnswerSeconds(handleTimeSeconds: handleTimeSeconds)
  }

  /// Approximate share of contacts answered within the threshold.
  public func serviceLevel(withinSeconds thresholdSeconds: Double, handleTimeSeconds: Double) -> Double {
    guard stretch > 0 else { return 1 }
    return exponential.serviceLevel(
      withinSeconds: thresholdSeconds, handleTimeSeconds: handleTimeSeconds * stretch)
  }
}
