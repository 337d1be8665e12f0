/// Every family of durations that scenarios can name. A new family is one file in `Distributions` and one line here.
public enum DistributionCatalog {
  public static let all: [any DistributionFamily.Type] = [
    Deterministic.self, Exponential.self, Lognormal.self, Gamma.self, Weibull.self, Uniform.self, Empirical.self,
  ]

  public static func family(named name: String) -> (any DistributionFamily.Type)? { all.first { $0.name == name } }

  /// - Throws: ``DistributionError`` for an unknown name or parameters outside the family's range.
  public static func law(_ name: String, shape: [Double]) throws(DistributionError) -> any DistributionFamily {
    guard let family = family(named: name) else {
      let known = all.map { $0.name }.joined(separator: ", ")
      throw DistributionError("there is no distribution '\(name)'; known are \(known)")
    }
    return try family.init(shape: shape)
  }
}
