import Glibc
import Numerics
import Testing

struct QuantilesTests {
  @Test func `normal quantiles agree with printed tables`() throws {
    for (p, z) in [(0.975, 1.959963984540054), (0.5, 0), (0.025, -1.959963984540054), (1e-10, -6.361340902404056)] {
      #expect(abs(try Quantiles.normal(p) - z) <= 1e-14 * max(1, abs(z)), "p \(p)")
    }
  }

  @Test func `student quantiles of one, two and four degrees agree with their closed forms`() throws {
    for p in [0.0005, 0.025, 0.3, 0.8, 0.975, 0.9995] {
      let a = 4 * p * (1 - p), cosine = cos(acos(a.squareRoot()) / 3) / a.squareRoot()
      let closed = [
        1.0: tan(.pi * (p - 0.5)), 2: (2 * p - 1) * (2 / a).squareRoot(),
        4: (p < 0.5 ? -2 : 2) * (cosine - 1).squareRoot(),
      ]
      for (degreesOfFreedom, t) in closed {
        let value = try Quantiles.student(p, degreesOfFreedom: degreesOfFreedom)
        #expect(abs(value - t) <= 2e-13 * abs(t), "p \(p), \(degreesOfFreedom) degrees: \(value), closed form \(t)")
      }
    }
  }

  @Test func `student quantiles come close to the normal ones as the degrees grow`() throws {
    let normal = try Quantiles.normal(0.975)
    for (degreesOfFreedom, bar) in [(29.0, 0.09), (1e3, 0.003), (1e6, 3e-6)] {
      let t = try Quantiles.student(0.975, degreesOfFreedom: degreesOfFreedom)
      #expect(t > normal && t < normal + bar, "\(degreesOfFreedom) degrees: \(t)")
    }
    #expect(abs(try Quantiles.student(0.975, degreesOfFreedom: 29) - 2.045229642132703) < 1e-13)
  }
}
