/// An arrival process as plain data: its name in the arrival catalogue and its parameters.
///
/// The Randomness room owns the processes; this room only carries their names.
public struct ArrivalSpecification: Hashable, Sendable {
  /// Name in the catalogue: `poisson`, `exact`, `renewal`.
  public var process: String
  /// Dimensionless, in the order that the catalogue documents (renewal: the coefficient of variation of the gaps).
  public var parameters: [Double]

  public init(process: String, parameters: [Double] = []) {
    self.process = process
    self.parameters = parameters
  }

  public static let poisson = Self(process: "poisson")
  /// Counts as the forecast has them, placed evenly at random inside each piece.
  public static let exact = Self(process: "exact")
  public static func renewal(coefficientOfVariation: Double) -> Self {
    Self(process: "renewal", parameters: [coefficientOfVariation])
  }
}
