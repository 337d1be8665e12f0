/// People who drop out for a while: a site that is lost, a few who cannot come.
public struct PeopleLoss: Hashable, Sendable {
  public enum Start: Hashable, Sendable {
    /// Local clock time.
    case clock(TimeSpan)
    /// The interval with the greatest expected load.
    case peak
  }

  /// Indices of the teams.
  public var teams: [Int]
  /// Of each team; nil: everybody.
  public var people: Int?
  /// nil: every open day. A peak is that of the day, or of the horizon.
  public var date: CalendarDate?
  public var start: Start
  public var length: TimeSpan

  public init(teams: [Int], people: Int?, date: CalendarDate? = nil, start: Start, length: TimeSpan) {
    self.teams = teams
    self.people = people
    self.date = date
    self.start = start
    self.length = length
  }
}
