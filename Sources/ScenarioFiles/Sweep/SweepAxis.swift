/// A key and the values that it takes, each as `--set` takes it.
public struct SweepAxis: Hashable, Sendable {
  public var key: String
  public var values: [String]

  public init(key: String, values: [String]) {
    self.key = key
    self.values = values
  }

  /// The values as numbers: percent for shares, seconds for durations, else the number that is written. nil where one of
  /// them is none, or where their units differ.
  public var numbers: [Double]? {
    let parts = values.map(AxisValue.init)
    guard let first = parts.first ?? nil else { return nil }
    let numbers = parts.compactMap { $0?.prefix == first.prefix && $0?.suffix == first.suffix ? $0?.number : nil }
    return numbers.count == values.count ? numbers : nil
  }

  /// A number between the values, written as they are, to about a twentieth of a step.
  public func text(of number: Double) -> String {
    guard var value = values.first.flatMap(AxisValue.init), let numbers, number.isFinite, abs(number) < 1e12 else {
      return "\(number)"
    }
    let steps = zip(numbers, numbers.dropFirst()).map { abs($1 - $0) }.filter { $0 > 0 }
    var resolution = 1_000_000.0
    while resolution > 1e4, resolution / 1e6 > (steps.min() ?? 1) / 20 { resolution /= 10 }
    if value.suffix == "s" { resolution = max(resolution, 1_000_000) }
    value.hasSign = values.contains { $0.hasPrefix("+") || $0.hasPrefix("-") }
    value.millionths = Int64((number * 1e6 / resolution).rounded() * resolution)
    return value.text
  }
}

/// The grid of a sweep.
public struct SweepDesign: Hashable, Sendable {
  /// The first varies slowest.
  public var axes: [SweepAxis]
  /// Points that are left out: those that have all values of one of these.
  public var exclusions: [[Setting]]

  /// A key with one of its values.
  public struct Setting: Hashable, Sendable {
    public var key: String
    public var value: String
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
    /// As `--set` takes it.
    public var text: String { "\(key)=\(value)" }
  }

  public init(axes: [SweepAxis], exclusions: [[Setting]] = []) {
    self.axes = axes
    self.exclusions = exclusions
  }

  /// The points in order, without those that are excluded. The product of the axes' lengths bounds their number.
  public var points: [[Setting]] {
    let all = axes.reduce([[]]) { (points: [[Setting]], axis) in
      points.flatMap { point in axis.values.map { point + [Setting(key: axis.key, value: $0)] } }
    }
    return all.filter { point in !exclusions.contains { $0.allSatisfy(point.contains) } }
  }

  public var size: Int { axes.reduce(1) { $0.multipliedReportingOverflow(by: $1.values.count).partialValue } }
  /// More points than this are a mistake.
  public static let mostPoints = 10_000
}
