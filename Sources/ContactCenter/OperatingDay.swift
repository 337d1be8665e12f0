/// One day of the horizon: its weekday, its opening hours on the local clock, its date where the scenario has dates.
public struct OperatingDay: Hashable, Sendable {
  public var date: CalendarDate?
  public var weekday: Weekday
  /// Opening hours in order, not overlapping; empty on a closed day. A range may run past midnight into the next day.
  public var open: [ClockRange]
  /// The change of the clocks on this day, where there is one.
  public var clockChange: ClockChange?

  /// The clocks jump at a clock time: forward where `shift` is above zero, as in spring.
  public struct ClockChange: Hashable, Sendable {
    /// The clock time at which they jump, as the clocks ran before: 02:00.
    public var at: TimeSpan
    public var shift: TimeSpan
    public init(at: TimeSpan, shift: TimeSpan) {
      self.at = at
      self.shift = shift
    }
  }

  /// Time from midnight to midnight: 24 hours, less a jump forward.
  public var length: TimeSpan { .days(1) - (clockChange?.shift ?? .zero) }

  public init(date: CalendarDate?, weekday: Weekday, open: [ClockRange]) {
    self.date = date
    self.weekday = weekday
    self.open = open
  }
}
