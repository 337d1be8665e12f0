internal import ContactCenter
internal import Foundation
internal import Randomness

/// Reads the long form of a distribution, `{mean: 14m, p90: 18m}`, into a family of unit mean.
struct DistributionReading {
  /// The families of the distribution catalogue; a sample comes from a `file`.
  static let laws = DistributionCatalog.all.map { $0.name }.filter { $0 != "empirical" }
  private static let quantileOf90 = NormalQuantile.value(at: 0.9)

  /// A law and how the long form writes it.
  struct Result {
    var specification: DistributionSpecification?
    var text: String
    var note: String?
  }

  let use: DistributionText.Use
  private let fields: [String: SourceNode]
  private let named: [String]

  init(use: DistributionText.Use, members: [SourceNode.Member]) {
    self.use = use
    // The composer lets no key through twice.
    fields = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    named = members.map(\.name)
  }

  /// The law of a plain value.
  static func result(of specification: DistributionSpecification?, _ use: DistributionText.Use) -> Result {
    guard let specification else { return Result(text: use == .patience ? "never" : "0") }
    return Result(specification: specification, text: text(specification))
  }

  static func text(_ law: DistributionSpecification) -> String {
    let mean = DurationText.text(law.mean)
    switch law.family {
    case "exponential": return "exp \(mean)"
    case "deterministic": return "fixed \(mean)"
    case "lognormal": return "{law: lognormal, mean: \(mean), cv: \(decimal(law.shape[0]))}"
    default:
      let shape = law.shape.first.map { ", shape: \(decimal($0))" } ?? ""
      return "{law: \(law.family), mean: \(mean)\(shape)}"
    }
  }

  /// - Throws: for fields that contradict each other or do not determine a law.
  func read() throws(ValueProblem) -> Result {
    if named.contains("column"), !named.contains("file") { throw ValueProblem("'column' needs 'file'") }
    let spreads = ["cv", "sd", "p90", "shape"].filter(named.contains)
    guard spreads.count <= 1 else {
      throw ValueProblem("'\(spreads[0])' and '\(spreads[1])' both give the spread", help: "keep one of them")
    }
    if named.contains("p50") { return try percentiles() }
    guard let meanNode = fields["mean"] else {
      throw ValueProblem(
        "a distribution needs 'mean', 'p50' with 'p90', or 'file'", help: "for instance {mean: 14m, cv: 0.8}")
    }
    let mean = try DistributionText.mean(meanNode.scalar ?? "")
    let law = try law(of: mean, spread: spreads.first)
    do throws(DistributionError) {
      _ = try DistributionCatalog.law(law.family, shape: law.shape)
    } catch {
      throw ValueProblem(error.message)
    }
    return Result(specification: law, text: Self.text(law), note: note(law, spread: spreads.first))
  }

  private func note(_ law: DistributionSpecification, spread: String?) -> String? {
    guard let spread, spread == "p90" || spread == "sd" else { return nil }
    let value = fields[spread]?.scalar ?? ""
    return
      "mean \(DurationText.text(law.mean)) and \(spread) \(value) make a \(law.family) law, cv \(Self.rounded(law.shape.first ?? 0, 2))"
  }

  private func percentiles() throws(ValueProblem) -> Result {
    guard !named.contains("mean"), let median = fields["p50"], let high = fields["p90"] else {
      throw ValueProblem("'p50' goes with 'p90' and without 'mean'", help: "for instance {p50: 4m, p90: 9m}")
    }
    try refuseLaw(otherThan: "lognormal", because: "percentiles")
    let p50 = try DistributionText.mean(median.scalar ?? "")
    let p90 = try DistributionText.mean(high.scalar ?? "")
    guard p90 > p50 else { throw ValueProblem("p90 must be longer than p50") }
    let sigma = VectorMath.log(p90.inSeconds / p50.inSeconds) / Self.quantileOf90
    let seconds = p50.inSeconds * VectorMath.exp(sigma * sigma / 2)
    guard seconds <= DistributionText.longest.inSeconds else { throw ValueProblem("the mean comes out above 7 days") }
    let mean = TimeSpan(microseconds: Int64((seconds * 1_000).rounded()) * 1_000)
    let law = DistributionSpecification.lognormal(
      mean: mean, coefficientOfVariation: try Self.variation(ofSigma: sigma))
    return Result(
      specification: law, text: Self.text(law),
      note:
        "p50 \(DurationText.text(p50)) and p90 \(DurationText.text(p90)) make a lognormal law, mean \(DurationText.text(TimeSpan(microseconds: Int64(seconds.rounded()) * 1_000_000))), cv \(Self.rounded(law.shape[0], 2))"
    )
  }

  private func refuseLaw(otherThan family: String, because what: String) throws(ValueProblem) {
    guard let law = fields["law"]?.scalar, law != family else { return }
    throw ValueProblem("\(what) make a \(family) law, not \(law)", help: "remove 'law', or give mean and cv")
  }

  private func law(of mean: TimeSpan, spread: String?) throws(ValueProblem) -> DistributionSpecification {
    if spread == "p90" {
      try refuseLaw(otherThan: "lognormal", because: "mean and p90")
      return .lognormal(mean: mean, coefficientOfVariation: try variationFromP90(mean))
    }
    let family =
      fields["law"]?.scalar ?? (use != .handle && use != .wrapUp && spread == nil ? "exponential" : "lognormal")
    let variation = try variation(spread, mean: mean)
    let shape = try givenShape(spread)
    switch family {
    case "exponential", "deterministic":
      guard spread == nil else { throw ValueProblem("a law '\(family)' has no '\(spread ?? "")'", help: "remove it") }
      return DistributionSpecification(family: family, mean: mean)
    case "lognormal":
      guard shape == nil else { throw ValueProblem("a lognormal law has no 'shape'", help: "give cv") }
      return .lognormal(mean: mean, coefficientOfVariation: variation ?? DistributionText.defaultVariation)
    default:
      if spread == nil, (try? DistributionCatalog.law(family, shape: [])) != nil {
        return DistributionSpecification(family: family, mean: mean)
      }
      guard variation != nil || shape != nil else { throw ValueProblem("a law '\(family)' needs cv or shape") }
      let value: Double
      if let shape { value = shape } else { value = try Self.shape(of: family, variation: variation ?? 1) }
      if family == "uniform", value >= 1 {
        throw ValueProblem("the shape of a uniform law is below 1: lowest value / mean")
      }
      return DistributionSpecification(family: family, mean: mean, shape: [value])
    }
  }

  private func variation(_ spread: String?, mean: TimeSpan) throws(ValueProblem) -> Double? {
    switch spread {
    case "cv": return try Self.decimal(fields["cv"])
    case "sd":
      let deviation = try DistributionText.mean(fields["sd"]?.scalar ?? "")
      return try Self.kept(deviation.inSeconds / mean.inSeconds)
    default: return nil
    }
  }

  private func givenShape(_ spread: String?) throws(ValueProblem) -> Double? {
    guard spread == "shape" else { return nil }
    return try Self.decimal(fields["shape"])
  }

  private static func decimal(_ node: SourceNode?) throws(ValueProblem) -> Double {
    try ScalarKind.number(node?.scalar ?? "", 1_000_000).value
  }

  /// Solves exp(z s - s^2 / 2) = p90 / mean for the smaller s.
  private func variationFromP90(_ mean: TimeSpan) throws(ValueProblem) -> Double {
    let p90 = try DistributionText.mean(fields["p90"]?.scalar ?? "")
    let z = Self.quantileOf90
    let root = z * z - 2 * VectorMath.log(p90.inSeconds / mean.inSeconds)
    guard p90 > mean, root >= 0 else {
      throw ValueProblem(
        "no lognormal law has mean \(DurationText.text(mean)) and p90 \(DurationText.text(p90))",
        help: "p90 must lie between the mean and 2.27 times the mean; or give p50 and p90")
    }
    return try Self.variation(ofSigma: z - root.squareRoot())
  }

  private static func variation(ofSigma sigma: Double) throws(ValueProblem) -> Double {
    try kept((VectorMath.exp(sigma * sigma) - 1).squareRoot())
  }

  /// Nine decimals: what the long form can write, and the same on every machine whatever its `exp`.
  /// What `cv` itself may be: the long form writes it so.
  private static func kept(_ value: Double) throws(ValueProblem) -> Double {
    guard value >= 1e-6, value <= 10 else {
      throw ValueProblem(
        "the coefficient of variation comes out as \(rounded(value, 6)); it must lie between 0.000001 and 10")
    }
    return (value * 1e9).rounded() / 1e9
  }

  private static func shape(of family: String, variation: Double) throws(ValueProblem) -> Double {
    let value: Double
    switch family {
    case "gamma": value = 1 / (variation * variation)
    case "weibull": value = weibullShape(variation: variation)
    case "uniform": value = 1 - variation * 3.0.squareRoot()
    default:
      guard let own = DistributionCatalog.family(named: family)?.shape(coefficientOfVariation: variation) else {
        throw ValueProblem("a law '\(family)' is given by its shape", help: "write shape instead of cv")
      }
      value = own
    }
    if family == "uniform", value < 0 { throw ValueProblem("a uniform law has a cv of at most 0.577") }
    guard value < 1e6, value >= (family == "uniform" ? 0 : 1e-3) else {
      throw ValueProblem("a cv of \(rounded(variation, 6)) is out of reach of a \(family) law")
    }
    return (value * 1e9).rounded() / 1e9
  }

  /// Bisection on cv^2 = G(1 + 2/k) / G(1 + 1/k)^2 - 1, which falls with k.
  private static func weibullShape(variation: Double) -> Double {
    var low = 0.05
    var high = 1_000.0
    for _ in 0..<200 {
      let middle = (low + high) / 2
      let squared = exp(lgamma(1 + 2 / middle) - 2 * lgamma(1 + 1 / middle)) - 1
      if squared > variation * variation { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  static func decimal(_ value: Double) -> String {
    ExactDecimal(mantissa: Int64((value * 1e9).rounded()), places: 9).text
  }

  /// For messages.
  static func rounded(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    return ExactDecimal(mantissa: Int64((value * Double(ExactDecimal.power(places))).rounded()), places: places).text
  }
}
