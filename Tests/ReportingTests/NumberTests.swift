import ContactCenter
import KPIs
import Reporting
import Testing

struct NumberTests {
  @Test func `numbers are grouped, rounded and never NaN`() {
    let cases: [(Double, Int, String)] = [
      (0, 0, "0"), (-0.0, 1, "0.0"), (-0.04, 1, "0.0"), (999.5, 0, "1,000"), (1_002, 0, "1,002"),
      (1_002.46, 1, "1,002.5"),
      (-1_234_567.891, 2, "-1,234,567.89"), (0.05, 1, "0.1"), (7, 3, "7.000"), (1e14, 0, "100,000,000,000,000"),
      (1.234e18, 1, "1.23e18"), (-9.999e20, 0, "-1.00e21"), (.nan, 1, "–"), (.infinity, 1, "–"), (-.infinity, 0, "–"),
      (5e-324, 2, "0.00"), (.greatestFiniteMagnitude, 0, "1.80e308"),
    ]
    for (value, places, text) in cases {
      #expect(NumberText.fixed(value, places: places) == text, "\(value) to \(places) places")
    }
    #expect(NumberText.whole(.min) == "-9,223,372,036,854,775,808")
  }

  @Test func `signs stand before what is not nothing`() {
    for (value, text) in [(1.84, "+1.8"), (-3.8, "-3.8"), (0, "0.0"), (0.04, "0.0"), (.nan, "–")] {
      #expect(NumberText.signed(value, places: 1) == text, "\(value)")
    }
  }

  @Test func `durations change their unit with their length`() {
    let cases: [(Double, String)] = [
      (0, "0.0s"), (2.04, "2.0s"), (59.94, "59.9s"), (59.96, "1m00s"), (312, "5m12s"), (3_599.4, "59m59s"),
      (3_600, "1h00m"), (3_720, "1h02m"), (-90, "-1m30s"), (100 * 3_600, "100h00m"), (.nan, "–"), (.infinity, "–"),
      (1e300, "2.78e296h"),
    ]
    for (seconds, text) in cases { #expect(DurationText.of(seconds: seconds) == text, "\(seconds)") }
    for (seconds, text) in [
      (20, "20 s"), (300, "5 min"), (5_400, "90 min"), (7_200, "2 h"), (0.5, "0.5 s"), (0, "0 s"),
    ] {
      #expect(DurationText.plain(seconds: seconds) == text, "\(seconds)")
    }
  }

  @Test func `figures wear their unit`() {
    let cases: [(KPI.Unit, Double, String, String, String)] = [
      (.ratio, 0.9523, "95.2%", "± 95.2", "+95.2 pts"), (.seconds, 2.04, "2.0s", "± 2.0", "+2.0s"),
      (.seconds, 312, "5m12s", "± 5m12s", "+5m12s"), (.contacts, 1_002.4, "1,002", "± 1,002", "+1,002.4"),
      (.contacts, 12.34, "12.3", "± 12.3", "+12.3"), (.people, 18.44, "18.4", "± 18.4", "+18.4"),
      (.money, 6.4, "$6.40", "± 6.40", "+$6.40"), (.ratio, .nan, "–", "", "–"), (.money, .infinity, "–", "", "–"),
      (.ratio, 0.0002, "0.0%", "± <0.1", "0.0 pts"), (.money, 0.001, "$0.00", "± <0.01", "+$0.00"),
      (.people, 0, "0.0", "± 0.0", "0.0"),
    ]
    for (unit, value, text, plusMinus, difference) in cases {
      let quantity = QuantityText(unit, currency: "USD")
      #expect(quantity.value(value) == text, "\(unit) \(value)")
      #expect(quantity.plusMinus(value) == plusMinus, "\(unit) \(value)")
      #expect(quantity.difference(value) == difference, "\(unit) \(value)")
    }
    #expect(QuantityText(.ratio).interval(0.949...0.955) == "[94.9, 95.5]")
    #expect(QuantityText(.seconds).interval(58...62) == "[58.0, 1m02s]")
    #expect(QuantityText(.ratio).differenceInterval(-0.04...0.01) == "[-4.0, +1.0]")
    #expect(QuantityText(.seconds).differenceInterval(-3.2...392.6) == "[-3.2, +6m33s]")
    #expect(QuantityText(.seconds).differenceInterval(-75...(-60)) == "[-1m15s, -1m00s]")
    #expect(QuantityText(.ratio).interval(nil).isEmpty)
  }

  @Test func `money shows the sign of a known currency and the code of another`() {
    for (currency, text) in [
      ("USD", "-$1,234.50"), ("EUR", "-€1,234.50"), ("CHF", "-CHF 1,234.50"), (nil, "-1,234.50"),
    ] {
      #expect(MoneyText.of(-1_234.5, currency: currency) == text)
    }
  }

  @Test func `a share is exact`() {
    let cases: [(Int64, String)] = [
      (900_000_000, "90%"), (905_000_000, "90.5%"), (999_999_999, "99.9999999%"), (0, "0%"), (1, "0.0000001%"),
      (100_000, "0.01%"), (1_250_000_000, "125%"), (-20_500_000, "-2.05%"),
    ]
    for (parts, text) in cases { #expect(ShareText.of(Share(partsPerBillion: parts)) == text, "\(parts)") }
  }

  @Test func `a sparkline begins at zero and is no wider than asked`() {
    #expect(Sparkline.of([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.of([5, 5]) == "██")
    #expect(Sparkline.of([0, .nan, -1]) == "▁▁▁")
    #expect(Sparkline.of([]) == "")
    #expect(Sparkline.of(Array(repeating: 1, count: 336)).count == 48)
  }
}
