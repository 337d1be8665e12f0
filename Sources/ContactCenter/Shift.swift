/// When people of a team work: days, hours, breaks, and how many of them.
public struct Shift: Hashable, Sendable {
  /// A pause inside a shift.
  public struct Break: Hashable, Sendable {
    /// What it is: `lunch`, `break`.
    public var activity: String
    public var length: TimeSpan
    /// The window in which people of the shift take it, one after another; nil spreads the breaks evenly over the shift.
    public var window: ClockRange?
    public init(activity: String, length: TimeSpan, window: ClockRange?) {
      self.activity = activity
      self.length = length
      self.window = window
    }
  }

  public var name: String
  public var days: Set<Weekday>
  public var hours: ClockRange
  public var breaks: [Break]
  /// People scheduled, shrinkage included.
  public var count: Int

  public init(name: String, days: Set<Weekday>, hours: ClockRange, breaks: [Break], count: Int) {
    self.name = name
    self.days = days
    self.hours = hours
    self.breaks = breaks
    self.count = count
  }
}
