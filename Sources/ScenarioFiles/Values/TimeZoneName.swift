internal import ContactCenter
internal import Foundation

/// Names of time zones: IANA names, and the American abbreviations that people write instead.
enum TimeZoneName {
  static var pattern: String {
    "(\(abbreviations.map(\.0).joined(separator: "|"))|UTC|[A-Za-z_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){1,2})"
  }
  /// The zone that people mean: with daylight saving time, unlike the abbreviation.
  static let abbreviations = [
    ("PST", "America/Los_Angeles"), ("PDT", "America/Los_Angeles"), ("PT", "America/Los_Angeles"),
    ("MST", "America/Denver"), ("MDT", "America/Denver"), ("MT", "America/Denver"),
    ("CST", "America/Chicago"), ("CDT", "America/Chicago"), ("CT", "America/Chicago"),
    ("EST", "America/New_York"), ("EDT", "America/New_York"), ("ET", "America/New_York"),
    ("CET", "Europe/Berlin"), ("CEST", "Europe/Berlin"), ("BST", "Europe/London"),
  ]

  /// - Returns: the IANA name, and the abbreviation when one was given.
  static func parse(_ text: String) throws(ValueProblem) -> (name: String, abbreviation: String?) {
    if let known = abbreviations.first(where: { $0.0 == text }) { return (known.1, text) }
    if text == "UTC" { return (text, nil) }
    guard isWellFormed(text), zone(text) != nil else {
      let candidates = abbreviations.map(\.1) + ["UTC"]
      throw ValueProblem(
        "unknown time zone '\(text)'",
        help: SpellingHelp.nearest(to: text, among: candidates).map { "did you mean '\($0)'?" }
          ?? "write an IANA name such as America/New_York or Europe/Berlin")
    }
    return (text, nil)
  }

  private static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isSound = parts.allSatisfy { part in
      (1...32).contains(part.utf8.count) && part.utf8.allSatisfy { "_+-".utf8.contains($0) || isLetterOrDigit($0) }
    }
    return isSound && (2...3).contains(parts.count)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func zone(_ name: String) -> TimeZone? { TimeZone(identifier: name) }

  /// The changes of the clocks inside a period: the day, the clock time as the clocks ran before, and the jump.
  static func clockChanges(
    in name: String, from first: Int, through last: Int
  ) -> [(dayNumber: Int, change: OperatingDay.ClockChange)] {
    guard let zone = zone(name) else { return [] }
    var changes: [(Int, OperatingDay.ClockChange)] = []
    var instant = midnight(first, zone).addingTimeInterval(-1)
    while let next = zone.nextDaylightSavingTimeTransition(after: instant), next < midnight(last + 1, zone) {
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let shift = zone.secondsFromGMT(for: next) - before
      let local = Int(next.timeIntervalSince1970.rounded()) + before
      let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
      if shift != 0 {
        let at = TimeSpan.seconds(Int64(local - day * 86_400))
        changes.append((day, OperatingDay.ClockChange(at: at, shift: .seconds(Int64(shift)))))
      }
      instant = next
    }
    return changes
  }

  private static func midnight(_ dayNumber: Int, _ zone: TimeZone) -> Date {
    let midnight = Date(timeIntervalSince1970: Double(dayNumber) * 86_400)
    return midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: midnight)))
  }
}
