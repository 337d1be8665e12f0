public import ContactCenter

/// Shares as the user wrote them: exact, without needless zeros.
public enum ShareText {
  /// `90%`, `90.5%`, `99.9999999%`.
  public static func of(_ share: Share) -> String {
    let onePercent = Share.percent(1).partsPerBillion
    let magnitude = share.partsPerBillion.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: onePercent.magnitude)
    let sign = share.partsPerBillion < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)%" }
    let digits = String(onePercent.magnitude + rest).dropFirst()
    let decimals = digits.prefix(through: digits.lastIndex { $0 != "0" } ?? digits.startIndex)
    return "\(sign)\(whole).\(decimals)%"
  }
}
