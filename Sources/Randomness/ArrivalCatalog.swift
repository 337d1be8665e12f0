/// Every arrival process that scenarios can name. A new one is one file in `Arrivals` and one line here.
public enum ArrivalCatalog {
  public static let all: [any ArrivalFamily.Type] = [PoissonArrivals.self, ExactArrivals.self, RenewalArrivals.self]

  public static func family(named name: String) -> (any ArrivalFamily.Type)? { all.first { $0.name == name } }

  /// - Throws: ``DistributionError`` for an unknown name or parameters outside the family's range.
  public static func process(_ name: String, parameters: [Double]) throws(DistributionError) -> any ArrivalFamily {
    guard let family = family(named: name) else {
      let known = all.map { $0.name }.joined(separator: ", ")
      throw DistributionError("there is no arrival process '\(name)'; known are \(known)")
    }
    return try family.init(parameters: parameters)
  }
}
