internal import ArgumentParser
internal import ContactCenter
internal import KPIs

/// How many replications: a number, or as many as the targets take.
enum ReplicationCount: ExpressibleByArgument, Hashable, Sendable {
  case fixed(Int)
  /// Until every target is settled, by ``SequentialRule``.
  case auto

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let count = Int(argument) {
      self = .fixed(count)
    } else {
      return nil
    }
  }

  var fixed: Int? { if case .fixed(let count) = self { count } else { nil } }
}

/// A KPI and the half-width of its interval that is narrow enough: `service_level=0.5%`, `asa_s=1`.
struct HalfWidth: ExpressibleByArgument, Hashable, Sendable {
  var kpi: String
  /// In the KPI's unit: a fraction for shares.
  var value: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, KPICatalog.kpi(named: parts[0]) != nil else { return nil }
    let isPercent = parts[1].hasSuffix("%") || parts[1].hasSuffix("pts")
    let digits = parts[1].prefix { $0.isNumber || "+-.e".contains($0) }
    guard ["", "%", "pts", "s"].contains(parts[1].dropFirst(digits.count)) else { return nil }
    guard let number = Double(digits), number > 0, number.isFinite else { return nil }
    (kpi, value) = (parts[0], isPercent ? number / 100 : number)
  }
}
