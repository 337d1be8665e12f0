import Testing

@testable import KPIs

/// Amounts are exact in 128 bits until they become a number.
struct CostRoundingTests {
  @Test func `an amount becomes the nearest number, halves going to the even one`() {
    // Around powers of two, and around what lies halfway between two neighbouring numbers and a step beyond.
    for exponent in 0..<126 {
      let power = Int128(1) << exponent
      let half = exponent > 53 ? power >> 53 : 0
      for odd in [0, 2 * half, 6 * half] {
        for step: Int128 in [-1, 0, 1] {
          let sum = power + odd + half + step
          #expect(CostSheet.nearest(sum) == Double(sum), "\(sum)")
          #expect(CostSheet.nearest(-sum) == Double(-sum), "\(-sum)")
        }
      }
    }
    for sum in [Int128.min, .max, 0] { #expect(CostSheet.nearest(sum) == Double(sum), "\(sum)") }
  }
}
