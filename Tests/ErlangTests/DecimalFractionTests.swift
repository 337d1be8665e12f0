import Erlang
import Testing

struct DecimalFractionTests {
  @Test
  func `decimals are read as decimals`() throws {
    for (text, numerator, denominator) in [
      ("0.30", 30, 100), ("1200", 1200, 1), ("-2.5", -25, 10), ("1e-3", 1, 1000), ("1.5E2", 150, 1), (".5", 5, 10),
    ] {
      let value = try DecimalFraction(decimal: text)
      #expect(value.numerator * Int128(denominator) == Int128(numerator) * value.denominator, "\(text)")
    }
    for text in [
      "", "-", ".", "1,5", "0x10", "nan", "1e", "1e+", "1.2.3", "--1", "1e99", String(repeating: "9", count: 40),
    ] {
      #expect(throws: StaffingError.notADecimal(text: text)) { try DecimalFraction(decimal: text) }
    }
  }

  @Test
  func `doubles are read as the decimal that was meant`() throws {
    for (value, text) in [
      (0.1, "0.1"), (0.3, "0.3"), (0.85, "0.85"), (1e-9, "0.000000001"), (66.66666666666667, "66.66666666666667"),
      (0.3333333333333333, "0.3333333333333333"), (1234567.125, "1234567.125"), (0, "0"), (-4.5, "-4.5"),
    ] {
      let read = try DecimalFraction(shortest: value)
      #expect(try read == DecimalFraction(decimal: text), "\(value)")
      #expect(read.double == value, "\(value)")
    }
    for value in [Double.nan, .infinity, 1e300, 1e-300] {
      #expect(throws: StaffingError.self, "\(value)") { try DecimalFraction(shortest: value) }
    }
  }

  @Test
  func `schedules are exact where floating point adds a head`() throws {
    for (positions, shrinkage, scheduled) in [
      (21, "0.3", 30), (42, "0.7", 140), (42, "0.3", 60), (9, "0.25", 12), (0, "0.3", 0),
    ] {
      let heads = try Shrinkage.scheduledAgents(positions: positions, shrinkage: DecimalFraction(decimal: shrinkage))
      #expect(heads == scheduled, "\(positions) at \(shrinkage)")
    }
    let both = try Shrinkage.combined(
      planned: DecimalFraction(decimal: "0.25"), unplanned: DecimalFraction(decimal: "0.04"))
    #expect(try both == DecimalFraction(decimal: "0.28"))
    #expect(throws: StaffingError.self) { try Shrinkage.scheduledAgents(positions: 10, shrinkage: DecimalFraction(1)) }
  }

  @Test
  func `targets met with equality are met`() throws {
    // One agent at a tenth of an erlang: P(wait) is 1/10 and the mean wait of 180 s calls is 20 s, exactly.
    let demand = try StaffingDemand(contacts: 0.5, intervalSeconds: 900, handleTimeSeconds: 180)
    for target in [
      StaffingTarget.waitProbability(atMost: try DecimalFraction(decimal: "0.1")),
      .averageSpeedOfAnswer(atMostSeconds: 20), .occupancy(atMost: try DecimalFraction(decimal: "0.1")),
      .serviceLevel(atLeast: try DecimalFraction(decimal: "0.9"), withinSeconds: 0),
    ] {
      #expect(try StaffingRequirement(demand: demand, targets: [target]).agents == 1, "\(target)")
    }
    let stricter = StaffingTarget.waitProbability(atMost: try DecimalFraction(decimal: "0.0999999999"))
    #expect(try StaffingRequirement(demand: demand, targets: [stricter]).agents == 2)
  }

  @Test
  func `the binding target is the first that one agent fewer would break`() throws {
    let demand = try StaffingDemand(contacts: 500, intervalSeconds: 900, handleTimeSeconds: 180)
    let level = StaffingTarget.serviceLevel(atLeast: try DecimalFraction(decimal: "0.8"), withinSeconds: 20)
    let cap = StaffingTarget.occupancy(atMost: try DecimalFraction(decimal: "0.85"))
    let both = try StaffingRequirement(demand: demand, targets: [level, cap])
    #expect(both.agents == 118 && both.binding == .target(1))
    #expect(try StaffingRequirement(demand: demand, targets: [level]).binding == .target(0))
    #expect(try StaffingRequirement(demand: demand, targets: []).binding == .stability)
    let nobody = try StaffingDemand(contacts: 0, intervalSeconds: 900, handleTimeSeconds: 180)
    #expect(try StaffingRequirement(demand: nobody, targets: [level]).agents == 0)
    #expect(try StaffingRequirement(demand: nobody, targets: [level, .minimumAgents(2)]).binding == .target(1))
  }
}
