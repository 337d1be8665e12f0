/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// `Mon`, `Tue`, ... as scenario files write it.
  public var abbreviation: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1]
  }

  /// The day `count` days later (or earlier, when negative).
  public func advanced(by count: Int) -> Weekday {
    Weekday(rawValue: ((rawValue - 1 + count) % 7 + 7) % 7 + 1)!
  }
}
