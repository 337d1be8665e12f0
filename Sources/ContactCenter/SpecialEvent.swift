/// Something that multiplies the contacts of a stretch of a day: a recall notice, a mailing, a storm.
public struct SpecialEvent: Hashable, Sendable {
  /// nil: every day of the horizon.
  public var date: CalendarDate?
  /// Local clock time.
  public var start: TimeSpan
  public var length: TimeSpan
  /// 3 is three times the contacts, 0 none; at most 1,000.
  public var factor: Double
  /// Index of the queue that it is about; nil for all.
  public var queue: Int?
  /// Whether staffing counts on it. A surprise is met by the people that the ordinary day needs.
  public var isForeseen: Bool

  public init(
    date: CalendarDate?, start: TimeSpan, length: TimeSpan, factor: Double, queue: Int?, isForeseen: Bool
  ) {
    self.date = date
    self.start = start
    self.length = length
    self.factor = factor
    self.queue = queue
    self.isForeseen = isForeseen
  }
}
