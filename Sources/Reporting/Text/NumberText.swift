/// Numbers as people read them: fixed decimals, thousands grouped, no locale. A value that is not a number is `–`.
public enum NumberText {
  /// What stands where there is no figure.
  public static let missing = "–"
  /// From here on, digits would be false precision.
  private static let largestFixed = 1e15

  /// `1,002.4`; halves are rounded away from zero.
  /// - Parameter places: 0...3.
  public static func fixed(_ value: Double, places: Int = 0) -> String {
    guard value.isFinite else { return missing }
    guard abs(value) < largestFixed else { return scientific(value) }
    let power = powers[min(max(places, 0), powers.count - 1)]
    let scaled = UInt64((abs(value) * Double(power)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard power > 1 else { return sign + grouped(scaled) }
    let decimals = String(scaled % power)
    let zeros = String(repeating: "0", count: places - decimals.count)
    return "\(sign)\(grouped(scaled / power)).\(zeros)\(decimals)"
  }

  /// With its sign: `+1.8`, `-0.3`, `0.0`.
  public static func signed(_ value: Double, places: Int) -> String {
    let text = fixed(value, places: places)
    return value > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }

  /// `1,284,002`.
  public static func whole(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(UInt64(value.magnitude)) }

  private static let powers: [UInt64] = [1, 10, 100, 1_000]

  private static func grouped(_ value: UInt64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Three figures and a power of ten: `1.23e18`.
  private static func scientific(_ value: Double) -> String {
    var mantissa = abs(value)
    var exponent = 0
    while mantissa >= 9.995 {
      mantissa /= 10
      exponent += 1
    }
    return (value < 0 ? "-" : "") + fixed(mantissa, places: 2) + "e\(exponent)"
  }
}
