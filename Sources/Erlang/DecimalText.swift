/// Reads decimals exactly, without Foundation.
enum DecimalText {
  private static let digitLimit = 30
  /// 10^exponent for 0...30.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The decimal with the fewest digits after the point (at most 15) that rounds to `value`, else `nil`.
  ///
  /// A quotient of two exact doubles is correctly rounded, so `digits / 10^k == value` proves the reading.
  static func short(_ value: Double) -> DecimalFraction? {
    guard abs(value) < 0x1p53 else { return nil }
    var power = 1.0
    while power <= 1e15 {
      let digits = (value * power).rounded()
      guard abs(digits) < 0x1p53 else { return nil }
      if digits / power == value { return DecimalFraction(Int128(Int64(digits)), over: Int128(Int64(power))) }
      power *= 10
    }
    return nil
  }

  /// Sign, digits, optional point, optional exponent; anything else is `nil`.
  static func parse(_ text: some Sequence<UInt8>) -> DecimalFraction? {
    var reader = Reader()
    for byte in text { guard reader.take(byte) else { return nil } }
    return reader.result
  }

  private struct Reader {
    private var digits: Int128 = 0
    private var digitCount = 0, significantCount = 0, places = 0, exponent = 0
    private var isNegative = false, exponentIsNegative = false
    private var hasPoint = false, hasExponent = false, exponentDigits = 0, isFirst = true, isFirstOfExponent = false

    mutating func take(_ byte: UInt8) -> Bool {
      defer { isFirst = false }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        return hasExponent ? takeExponentDigit(byte) : takeDigit(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        return takeSign(isMinus: byte == UInt8(ascii: "-"))
      case UInt8(ascii: "."):
        defer { hasPoint = true }
        return !hasPoint && !hasExponent
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        defer { (hasExponent, isFirstOfExponent) = (true, true) }
        return !hasExponent && digitCount > 0
      default: return false
      }
    }

    private mutating func takeSign(isMinus: Bool) -> Bool {
      if isFirst {
        isNegative = isMinus
        return true
      }
      guard isFirstOfExponent else { return false }
      (exponentIsNegative, isFirstOfExponent) = (isMinus, false)
      return true
    }

    private mutating func takeDigit(_ byte: UInt8) -> Bool {
      digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
      digitCount += 1
      if digits > 0 { significantCount += 1 }
      if hasPoint { places += 1 }
      return significantCount <= DecimalText.digitLimit && digitCount <= 2 * DecimalText.digitLimit
    }

    private mutating func takeExponentDigit(_ byte: UInt8) -> Bool {
      exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
      exponentDigits += 1
      isFirstOfExponent = false
      return exponentDigits <= 3
    }

    var result: DecimalFraction? {
      guard digitCount > 0, !hasExponent || exponentDigits > 0 else { return nil }
      let signed = isNegative ? -digits : digits
      let scale = places - (exponentIsNegative ? -exponent : exponent)
      if digits == 0 { return DecimalFraction(0) }
      if scale >= 0 {
        return scale <= DecimalText.digitLimit ? DecimalFraction(signed, over: powerOfTen(scale)) : nil
      }
      guard significantCount - scale <= DecimalText.digitLimit else { return nil }
      return DecimalFraction(signed * powerOfTen(-scale), over: 1)
    }
  }
}
