public import KPIs

/// Figures of KPIs by their unit: ratios as percentages, differences of ratios in points.
public struct QuantityText: Sendable {
  public var unit: KPI.Unit
  public var currency: String?

  public init(_ unit: KPI.Unit, currency: String? = nil) {
    self.unit = unit
    self.currency = currency
  }

  /// `95.2%`, `2.0s`, `1,002`, `18.4`, `$6.42`.
  public func value(_ value: Double) -> String {
    switch unit {
    case .ratio: value.isFinite ? NumberText.fixed(value * 100, places: 1) + "%" : NumberText.missing
    case .seconds: DurationText.of(seconds: value)
    case .squaredSeconds: NumberText.fixed(value, places: 1) + " s²"
    case .contacts: NumberText.fixed(value, places: abs(value) < 99.95 ? 1 : 0)
    case .people: NumberText.fixed(value, places: 1)
    case .score: NumberText.fixed(value, places: 2)
    case .money: MoneyText.of(value, currency: currency)
    }
  }

  /// `± 0.3`, in the unit of the value; a half-width that rounds to nothing but is something is `± <0.1`.
  public func plusMinus(_ halfWidth: Double?) -> String {
    guard let halfWidth, halfWidth.isFinite else { return "" }
    if unit == .seconds, halfWidth >= 59.95 { return "± " + DurationText.of(seconds: halfWidth) }
    let bare = bare(halfWidth)
    guard halfWidth > 0, !bare.contains(where: { "123456789".contains($0) }) else { return "± " + bare }
    return "± <" + bare.dropLast() + "1"
  }

  /// `[94.9, 95.5]`, empty where there is none.
  public func interval(_ interval: ClosedRange<Double>?) -> String {
    guard let interval else { return "" }
    return "[\(bound(interval.lowerBound)), \(bound(interval.upperBound))]"
  }

  /// `94.1%..96.3%`.
  public func range(_ low: Double, _ high: Double) -> String { "\(value(low))..\(value(high))" }

  /// `-3.8 pts`, `+1.8s`, `+12`.
  public func difference(_ difference: Double) -> String {
    guard difference.isFinite else { return NumberText.missing }
    switch unit {
    case .ratio: return signedBare(difference) + " pts"
    case .seconds where abs(difference) < 59.95: return signedBare(difference) + "s"
    case .seconds: return (difference > 0 ? "+" : "") + DurationText.of(seconds: difference)
    case .squaredSeconds: return signedBare(difference) + " s²"
    case .contacts, .people, .score: return signedBare(difference)
    case .money: return (difference > 0 ? "+" : "") + MoneyText.of(difference, currency: currency)
    }
  }

  /// `[-4.0, -3.6]`, empty where there is none.
  public func differenceInterval(_ interval: ClosedRange<Double>?) -> String {
    guard let interval, interval.lowerBound.isFinite, interval.upperBound.isFinite else { return "" }
    let bounds = [interval.lowerBound, interval.upperBound].map { bound in
      unit == .seconds && abs(bound) >= 59.95 ? difference(bound) : signedBare(bound)
    }
    return "[\(bounds[0]), \(bounds[1])]"
  }

  /// A distance without a sign: `7.3 points`, `4.2s`, `3.0`.
  public func distance(_ distance: Double) -> String {
    unit == .ratio && distance.isFinite ? NumberText.fixed(distance * 100, places: 1) + " points" : value(distance)
  }

  /// Inside brackets the unit is known from the value; a long duration keeps its letters.
  private func bound(_ value: Double) -> String {
    unit == .seconds && abs(value) >= 59.95 ? DurationText.of(seconds: value) : bare(value)
  }

  private var places: Int { unit == .money || unit == .score ? 2 : 1 }

  private func bare(_ value: Double) -> String {
    if unit == .contacts { return NumberText.fixed(value, places: abs(value) < 99.95 ? 1 : 0) }
    return NumberText.fixed(unit == .ratio ? value * 100 : value, places: places)
  }

  private func signedBare(_ value: Double) -> String {
    NumberText.signed(unit == .ratio ? value * 100 : value, places: places)
  }
}
