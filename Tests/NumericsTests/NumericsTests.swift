import Numerics
import Testing

struct QuantilesTests {
  @Test func `normal quantiles agree with printed tables`() throws {
    for (p, z) in [(0.975, 1.959963984540054), (0.5, 0), (0.025, -1.959963984540054), (1e-10, -6.361340902404056)] {
      #expect(abs(try Quantiles.normal(p) - z) <= 1e-14 * max(1, abs(z)), "p \(p)")
    }
  }

  @Test func `student quantiles agree with printed tables`() throws {
    let cases = [
      (0.975, 1.0, 12.706204736432095), (0.975, 9.0, 2.2621571627409915), (0.975, 29.0, 2.045229642132703),
      (0.95, 4.0, 2.13184678632665), (0.025, 9.0, -2.2621571627409915),
    ]
    for (p, degreesOfFreedom, t) in cases {
      let value = try Quantiles.student(p, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(value - t) <= 1e-12 * abs(t), "p \(p), \(degreesOfFreedom) degrees: \(value)")
    }
  }
}
