/// Something that people do instead of taking contacts: a meeting, a training, a coaching session, a vacation.
public struct ScheduledActivity: Hashable, Sendable {
  /// When it is.
  public enum Day: Hashable, Sendable {
    case weekdays(Set<Weekday>)
    case dates(ClosedRange<CalendarDate>)
  }

  public var name: String
  public var day: Day
  /// Its stretch of the clock; nil: whole tours.
  public var clock: ClockRange?
  /// People of each team, in turn from occurrence to occurrence; nil: everybody.
  public var people: Int?
  /// Teams, by index.
  public var teams: [Int]
  /// The team of which one person is with each of them: the coach.
  public var with: Int?

  public init(name: String, day: Day, clock: ClockRange?, people: Int?, teams: [Int], with: Int? = nil) {
    self.name = name
    self.day = day
    self.clock = clock
    self.people = people
    self.teams = teams
    self.with = with
  }

  public func isOn(_ day: OperatingDay) -> Bool {
    switch self.day {
    case .weekdays(let days): days.contains(day.weekday)
    case .dates(let range): day.date.map(range.contains) ?? false
    }
  }
}
