/// How many contacts come, when, and of which type. Expected rates are constant on each piece; ``process`` says how
/// contacts scatter around them, ``variation`` how the rates themselves do.
public struct Demand: Hashable, Sendable {
  /// A stretch of the local day and its share of the day's volume. Rates are constant inside a piece.
  public struct Piece: Hashable, Sendable {
    public var clock: ClockRange
    /// Relative weight; the forecast scales the weights of a day's open time to sum 1.
    public var weight: Double
    public init(clock: ClockRange, weight: Double) {
      self.clock = clock
      self.weight = weight
    }
  }

  /// Expected contacts on an open day of factor 1.
  public var contactsPerDay: Double
  /// Factor by weekday, Monday first, normalised to mean 1 over the open weekdays; 0 on closed ones.
  public var weekdayFactors: [Double]
  /// The shape of the day. Pieces do not overlap and are in order; time outside them has no arrivals.
  public var profile: [Piece]
  /// Share of each contact type, by its index; sums to 1.
  public var mix: [Double]

  public var process = ArrivalSpecification.poisson
  public var variation = DemandVariation.none
  /// Shapes of weekdays that have one of their own, Monday first; empty where none has.
  public var weekdayProfiles: [[Piece]?] = []
  /// Shapes of queues that have one of their own, by queue; empty where none has. They come before those of weekdays.
  public var queueProfiles: [[Piece]?] = []
  /// Weekdays on which contacts of a queue come, by queue, nil for all; empty where all come on all. What comes on a day
  /// is shared by the queues of the day, in the proportions of ``mix``.
  public var queueDays: [Set<Weekday>?] = []
  /// Dates with a volume of their own, each once, in order.
  public var dates: [DateVolume] = []
  /// Dates whose counts are known, in order; they give volume and shape of those days.
  public var counts: [DateCounts] = []
  public var events: [SpecialEvent] = []
  public var earlyCallers: ClosedTimeCallers?
  public var lateCallers: ClosedTimeCallers?

  public init(contactsPerDay: Double, weekdayFactors: [Double], profile: [Piece], mix: [Double]) {
    self.contactsPerDay = contactsPerDay
    self.weekdayFactors = weekdayFactors
    self.profile = profile
    self.mix = mix
  }

  /// Whether contacts of a queue come on a weekday.
  public func comes(_ queue: Int, on day: Weekday) -> Bool {
    queueDays.indices.contains(queue) ? queueDays[queue]?.contains(day) ?? true : true
  }

  /// The part of a weekday's contacts that are of these queues.
  public func share(of queues: [Int], on day: Weekday) -> Double {
    let all = mix.indices.filter { comes($0, on: day) }.reduce(0) { $0 + mix[$1] }
    let own = queues.filter { comes($0, on: day) }.reduce(0) { $0 + mix[$1] }
    return all > 0 ? own / all : 0
  }
}
