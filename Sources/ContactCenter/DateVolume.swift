/// A date whose volume is not that of its weekday.
public struct DateVolume: Hashable, Sendable {
  public enum Volume: Hashable, Sendable {
    /// So many times the ordinary volume.
    case factor(Double)
    /// So many contacts expected, whatever the ordinary volume is.
    case contacts(Double)
  }

  public var date: CalendarDate
  public var volume: Volume

  public init(date: CalendarDate, volume: Volume) {
    self.date = date
    self.volume = volume
  }
}
