/// An exact rational number, made from decimals: `0.3` is 3/10 here, not the nearest binary fraction.
///
/// Planning inputs are decimals (30% shrinkage, 0.85 occupancy), and a ceiling taken of binary approximations adds an
/// agent at every exact tie. Sums, products and quotients are exact while numerator and denominator fit 127 bits; the
/// operators return `nil` beyond, they never trap.
public struct DecimalFraction: Sendable, Hashable {
  /// Numerator, any sign.
  public let numerator: Int128
  /// Denominator, positive. Not reduced: two equal fractions may differ in it, see `==`.
  public let denominator: Int128

  init(_ numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A whole number.
  public init(_ whole: Int) { self.init(Int128(whole), over: 1) }

  /// Parts per billion: 300_000_000 is 0.3.
  public init(partsPerBillion: Int) { self.init(Int128(partsPerBillion), over: 1_000_000_000) }

  /// A plain decimal such as `0.30`, `-2`, `1200.5` or `1e-3`; at most 30 significant digits.
  ///
  /// - Throws: `notADecimal`.
  public init(decimal text: some StringProtocol) throws(StaffingError) {
    guard let value = DecimalText.parse(text.utf8) else { throw .notADecimal(text: String(text)) }
    self = value
  }

  /// The shortest decimal that rounds to this double: what its writer meant, 0.1 is 1/10.
  ///
  /// - Throws: `valueOutOfRange` for NaN, infinities and magnitudes outside 1e-30 ... 1e30 (zero is allowed).
  /// - Complexity: O(1) without allocation for up to 15 digits after the point.
  public init(shortest value: Double) throws(StaffingError) {
    if let quick = DecimalText.short(value) {
      self = quick
      return
    }
    guard value.isFinite, let parsed = DecimalText.parse("\(value)".utf8) else {
      throw .valueOutOfRange(name: "decimal", value: value, allowed: "0 and magnitudes 1e-30...1e30")
    }
    self = parsed
  }

  /// The nearest double, error at most 2 ulp where a part exceeds 2^53.
  public var double: Double { Self.double(numerator) / Self.double(denominator) }

  /// The conversion of a 128-bit integer is slow in software; nearly all of ours fit 64 bits.
  private static func double(_ value: Int128) -> Double {
    if let small = Int64(exactly: value) { return Double(small) }
    return Double(value)
  }

  /// The largest whole number not above; saturates at the range of `Int`.
  public var floor: Int {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int(clamping: remainder < 0 ? quotient - 1 : quotient)
  }

  /// The smallest whole number not below; saturates at the range of `Int`.
  public var ceiling: Int {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int(clamping: remainder > 0 ? quotient + 1 : quotient)
  }

  /// The exact product, `nil` where it does not fit 127 bits even in lowest terms.
  public func times(_ other: DecimalFraction) -> DecimalFraction? {
    if let product = unreducedProduct(other) { return product }
    // (a/b)(c/d) = (a/d)(c/b), each in lowest terms: the slow division pays only here.
    let left = DecimalFraction(numerator, over: other.denominator).inLowestTerms
    let right = DecimalFraction(other.numerator, over: denominator).inLowestTerms
    return left.unreducedProduct(right)
  }

  private func unreducedProduct(_ other: DecimalFraction) -> DecimalFraction? {
    let (top, topOverflow) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, bottomOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    return topOverflow || bottomOverflow ? nil : DecimalFraction(top, over: bottom)
  }

  private var inLowestTerms: DecimalFraction {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return a > 1 ? DecimalFraction(numerator / Int128(a), over: denominator / Int128(a)) : self
  }

  /// The exact quotient, `nil` beyond 127 bits or for a divisor that is not positive.
  public func over(_ divisor: DecimalFraction) -> DecimalFraction? {
    guard divisor.numerator > 0 else { return nil }
    return times(DecimalFraction(divisor.denominator, over: divisor.numerator))
  }

  /// The exact sum, `nil` beyond 127 bits.
  public func plus(_ other: DecimalFraction) -> DecimalFraction? {
    minus(DecimalFraction(-other.numerator, over: other.denominator))
  }

  /// The exact difference, `nil` beyond 127 bits.
  public func minus(_ other: DecimalFraction) -> DecimalFraction? {
    if denominator == other.denominator {
      let (top, overflow) = numerator.subtractingReportingOverflow(other.numerator)
      return overflow ? nil : DecimalFraction(top, over: denominator)
    }
    return unreducedDifference(other) ?? inLowestTerms.unreducedDifference(other.inLowestTerms)
  }

  private func unreducedDifference(_ other: DecimalFraction) -> DecimalFraction? {
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, bottomOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    let (top, topOverflow) = left.subtractingReportingOverflow(right)
    guard !leftOverflow, !rightOverflow, !bottomOverflow, !topOverflow else { return nil }
    return DecimalFraction(top, over: bottom)
  }

  /// The sum, exact while it fits, else the shortest decimal of the rounded sum.
  static func sum(_ left: DecimalFraction, _ right: DecimalFraction) throws(StaffingError) -> DecimalFraction {
    if let exact = left.plus(right) { return exact }
    return try DecimalFraction(shortest: left.double + right.double)
  }

  /// Whether the value is above 0.
  var isPositive: Bool { numerator > 0 }
  /// Whether the value is below 1.
  var isBelowOne: Bool { numerator < denominator }

  /// 1 - self, exact.
  public var complement: DecimalFraction { DecimalFraction(denominator - numerator, over: denominator) }
}

extension DecimalFraction: Comparable {
  public static func == (left: DecimalFraction, right: DecimalFraction) -> Bool { order(left, right) == 0 }
  public static func < (left: DecimalFraction, right: DecimalFraction) -> Bool { order(left, right) < 0 }

  public func hash(into hasher: inout Hasher) {
    // Equal values of different scale must hash alike: the rounded quotient is the same for them.
    hasher.combine(floor)
  }

  /// -1, 0 or 1, exact: cross products in 256 bits.
  private static func order(_ left: DecimalFraction, _ right: DecimalFraction) -> Int {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    if a.high != b.high { return a.high < b.high ? -1 : 1 }
    return a.low == b.low ? 0 : (a.low < b.low ? -1 : 1)
  }
}
