/// Lengths of time as people read them.
public enum DurationText {
  /// `2.0s`, `5m12s`, `1h02m`: tenths below a minute, seconds below an hour, minutes above.
  public static func of(seconds: Double) -> String {
    guard seconds.isFinite else { return NumberText.missing }
    let sign = seconds < 0 ? "-" : ""
    let length = abs(seconds)
    if length < 59.95 { return NumberText.fixed(seconds, places: 1) + "s" }
    if length < 3_599.5 { return sign + parts(Int(length.rounded()), "m", "s") }
    guard length < 1e12 else { return NumberText.fixed(seconds / 3_600) + "h" }
    return sign + parts(Int((length / 60).rounded()), "h", "m")
  }

  /// Without needless zeros, for what a user wrote: `20 s`, `5 min`, `1.5 h`.
  public static func plain(seconds: Double) -> String {
    for (unit, length) in [("h", 3_600.0), ("min", 60.0)] where seconds >= length {
      let value = seconds / length
      if value == value.rounded() { return "\(NumberText.fixed(value)) \(unit)" }
    }
    return seconds == seconds.rounded() ? "\(NumberText.fixed(seconds)) s" : "\(NumberText.fixed(seconds, places: 1)) s"
  }

  private static func parts(_ count: Int, _ large: String, _ small: String) -> String {
    let rest = count % 60
    return "\(NumberText.whole(count / 60))\(large)\(rest < 10 ? "0" : "")\(rest)\(small)"
  }
}
