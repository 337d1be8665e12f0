/// One day of the horizon: its weekday, its opening hours on the local clock, its date where the scenario has dates.
public struct OperatingDay: Hashable, Sendable {
  public var date: CalendarDate?
  public var weekday: Weekday
  /// Opening hours in order, not overlapping; empty on a closed day. A range may run past midnight into the next day.
  public var open: [ClockRange]

  public init(date: CalendarDate?, weekday: Weekday, open: [ClockRange]) {
    self.date = date
    self.weekday = weekday
    self.open = open
  }
}
