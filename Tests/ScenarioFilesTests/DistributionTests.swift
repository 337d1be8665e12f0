import ContactCenter
import Foundation
import ScenarioFiles
import Testing

@Suite struct `Distributions of a file` {
  func law(_ text: String) throws -> DistributionSpecification {
    let text = `The eight-line file`.text.replacing("handle: 5m", with: "handle: \(text)")
    return try ScenarioReader().read(text: text, name: "a.yaml").scenario.queues[0].handleTime
  }

  @Test func `in one word have the family that they name`() throws {
    #expect(try law("5m") == .lognormal(mean: .minutes(5), coefficientOfVariation: 1))
    #expect(try law("exp 90s") == .exponential(mean: .seconds(90)))
    #expect(try law("fixed 1.5h") == .deterministic(.minutes(90)))
    #expect(try law("{mean: 5m, sd: 2m30s}") == .lognormal(mean: .minutes(5), coefficientOfVariation: 0.5))
    #expect(try law("{law: gamma, mean: 5m, cv: 0.5}").shape == [4])
    #expect(try law("{law: uniform, mean: 5m, shape: 0.5}").shape == [0.5])
    #expect(try law("{law: weibull, mean: 5m, cv: 1}").shape == [1])
  }

  /// z of 0.9 from Abramowitz & Stegun, table 26.1.
  static let z = 1.2815515655446004

  @Test(arguments: [("14m", 840.0, "18m", 1_080.0), ("5m", 300, "9m", 540), ("10m", 600, "10m30s", 630)])
  func `through mean and p90 have that p90`(mean: String, m: Double, p90: String, p: Double) throws {
    let law = try law("{mean: \(mean), p90: \(p90)}")
    let sigma = log(1 + law.shape[0] * law.shape[0]).squareRoot()
    let quantile = m * exp(Self.z * sigma - sigma * sigma / 2)
    #expect(abs(quantile / p - 1) < 1e-6)
    #expect(law.mean.inSeconds == m)
  }

  @Test func `through p50 and p90 have both`() throws {
    let law = try law("{p50: 4m, p90: 9m}")
    let sigma = log(1 + law.shape[0] * law.shape[0]).squareRoot()
    let median = law.mean.inSeconds * exp(-sigma * sigma / 2)
    #expect(abs(median - 240) < 0.01)
    #expect(abs(median * exp(Self.z * sigma) - 540) < 0.02)
  }

  @Test(arguments: [0.3, 0.8, 1.0, 1.5, 3.0]) func `of Weibull have the coefficient of variation asked for`(cv: Double)
    throws
  {
    let k = try law("{law: weibull, mean: 5m, cv: \(cv)}").shape[0]
    let squared = exp(lgamma(1 + 2 / k) - 2 * lgamma(1 + 1 / k)) - 1
    #expect(abs(squared.squareRoot() - cv) < 1e-6)
  }

  @Test func `from a file are the ordered sample over its mean`() throws {
    let document = try Fixtures.read("counted", in: "GoodScenarios")
    let law = document.scenario.queues[0].handleTime
    #expect(law.family == "empirical")
    #expect(law.mean == .minutes(5))
    let sample: [Double] = [200, 299.5, 400.5]
    #expect(law.shape == sample.map { $0 / 300 })
    #expect(document.dataFiles.map(\.name) == ["counts.csv", "aht.csv", "seconds.csv"])
  }
}
