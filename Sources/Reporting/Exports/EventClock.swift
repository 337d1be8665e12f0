public import ContactCenter
internal import Foundation

/// Instants of a log on the calendar, as RFC 3339 writes them.
///
/// A log counts from midnight of the first day, and goes on counting where the clocks change. A scenario without dates
/// begins on the first such weekday of 2001, whose 1 January was a Monday, and its clocks never change; one without a time
/// zone is told in UTC.
public struct EventClock: Sendable {
  /// Midnight of the first day, in seconds since 1970.
  private let midnight: Int64
  /// Seconds east of Greenwich in each hour of the horizon; later instants keep the last one.
  private let offsets: [Int32]

  /// - Parameters:
  ///   - timeZone: IANA name.
  ///   - days: of the horizon.
  public init(firstDate: CalendarDate?, firstWeekday: Weekday, timeZone: String?, days: Int) {
    let first = firstDate?.dayNumber ?? 11_323 + firstWeekday.rawValue - 1  // 2001-01-01 is day 11,323.
    let local = Int64(first) * 86_400
    guard let zone = timeZone.flatMap({ TimeZone(identifier: $0) }) else {
      (midnight, offsets) = (local, [0])
      return
    }
    func offset(at seconds: Int64) -> Int64 {
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
    // Local midnight is near where the zone's offset at that number of seconds leads to; the offset there is the right one.
    let start = local - offset(at: local - offset(at: local))
    midnight = start
    let hours = firstDate == nil ? 1 : 24 * (max(0, days) + 1)
    offsets = (0..<hours).map { Int32(offset(at: start + Int64($0) * 3_600)) }
  }

  public init(scenario: Scenario) {
    self.init(
      firstDate: scenario.days.first?.date, firstWeekday: scenario.days.first?.weekday ?? .monday,
      timeZone: scenario.timeZone, days: scenario.days.count)
  }

  /// `2026-11-23T10:31:04.210000-08:00`: the clock of the center.
  public func local(_ time: SimulationTime) -> String {
    let offset = Int(offsets[min(offsets.count - 1, Int(time.microseconds / 3_600_000_000))])
    return Self.text(midnight + Int64(offset), time, zone: Self.zone(offset))
  }

  /// The same instant in UTC.
  public func utc(_ time: SimulationTime) -> String { Self.text(midnight, time, zone: "Z") }

  private static func zone(_ offset: Int) -> String {
    guard offset != 0 else { return "Z" }
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  private static func text(_ start: Int64, _ time: SimulationTime, zone: String) -> String {
    let seconds = start + time.microseconds / 1_000_000
    let day = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let rest = Int(seconds) - day * 86_400
    return CalendarDate(dayNumber: day).description + "T" + padded(rest / 3_600, 2) + ":" + padded(rest / 60 % 60, 2)
      + ":" + padded(rest % 60, 2) + "." + padded(Int(time.microseconds % 1_000_000), 6) + zone
  }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
