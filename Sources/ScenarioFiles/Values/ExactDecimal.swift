/// A decimal number without rounding: `mantissa / 10^places`.
struct ExactDecimal: Hashable, Comparable {
  /// Digits that a number in a scenario may have before the point, and after it: together they fit 64 bits.
  static let digitLimit = 9
  /// The same as a regular expression.
  static let pattern = "[0-9]{1,9}(\\.[0-9]{1,9})?"

  var mantissa: Int64
  /// 0...9 digits after the point.
  var places: Int

  init(mantissa: Int64, places: Int) {
    self.mantissa = mantissa
    self.places = places
  }

  init(_ count: Int) { self.init(mantissa: Int64(count), places: 0) }

  /// - Returns: nil unless the text is digits, optionally a point and digits, at most nine on each side.
  init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    var mantissa: Int64 = 0
    for part in parts {
      guard (1...Self.digitLimit).contains(part.count) else { return nil }
      for byte in part {
        guard (0x30...0x39).contains(byte) else { return nil }
        mantissa = mantissa * 10 + Int64(byte - 0x30)
      }
    }
    self.init(mantissa: mantissa, places: parts.count == 2 ? parts[1].count : 0)
  }

  var value: Double { Double(mantissa) / Double(Self.power(places)) }

  /// The number of units of `10^-places`, when that is whole.
  func scaled(toPlaces wanted: Int) -> Int64? {
    if wanted >= places {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: Self.power(wanted - places))
      return overflow ? nil : product
    }
    let divisor = Self.power(places - wanted)
    return mantissa % divisor == 0 ? mantissa / divisor : nil
  }

  /// `self * factor`, rounded to nine places when it has more; nil beyond 64 bits.
  func multiplied(by factor: ExactDecimal) -> ExactDecimal? {
    let wide = Int128(mantissa) * Int128(factor.mantissa)
    var places = places + factor.places
    var result = wide
    while places > Self.digitLimit {
      result = (result + (places == Self.digitLimit + 1 ? 5 : 0)) / 10
      places -= 1
    }
    while places > 0 && result % 10 == 0 {
      result /= 10
      places -= 1
    }
    guard let mantissa = Int64(exactly: result) else { return nil }
    return ExactDecimal(mantissa: mantissa, places: places)
  }

  /// Plain decimal text without superfluous zeros.
  var text: String {
    let whole = "\(mantissa / Self.power(places))"
    var fraction = String("\(Self.power(places) + mantissa % Self.power(places))".dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }

  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let places = max(left.places, right.places)
    return Int128(left.mantissa) * Int128(power(places - left.places))
      < Int128(right.mantissa) * Int128(power(places - right.places))
  }

  static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
