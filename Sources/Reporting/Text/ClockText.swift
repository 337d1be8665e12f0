public import ContactCenter

/// Clock times of a replication, whose first day begins at local midnight.
public enum ClockText {
  /// `10:30`; hours go on counting past 24 where a day does.
  public static func minutes(_ span: TimeSpan) -> String {
    let minutes = span.microseconds / 60_000_000
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// `10:31:04.210`, rounded down to milliseconds.
  public static func milliseconds(_ span: TimeSpan) -> String {
    let total = span.microseconds / 1_000
    let thousandths = String(total % 1_000)
    let padded = String(repeating: "0", count: 3 - thousandths.count) + thousandths
    return "\(two(total / 3_600_000)):\(two(total / 60_000 % 60)):\(two(total / 1_000 % 60)).\(padded)"
  }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
