/// Paid time in which people cannot take contacts, by named category.
///
/// A planned category keeps a fixed share of the people away: of N scheduled, floor(N x (1 - sum of planned shares)) are
/// present, exact at ties. An unplanned category is chance: each person is absent for a whole tour of duty with that
/// probability, or, where a share is of a stretch of the clock, for that stretch. An undivided `shrinkage: 30%` is one
/// planned category named `shrinkage`.
public struct Shrinkage: Hashable, Sendable {
  public struct Category: Hashable, Sendable {
    public var name: String
    /// The share where no other holds.
    public var share: Share
    /// Shares of weekdays on which it differs.
    public var weekdayShares: [Weekday: Share] = [:]
    /// Shares of stretches of the clock, in order, not overlapping; they go before those of weekdays.
    public var clockShares: [ClockShare] = []
    /// How alike the absences of two people on one day are, 0 ..< 1: their correlation. 0 is independent chance.
    public var correlation: Share = .zero

    public init(name: String, share: Share) {
      self.name = name
      self.share = share
    }
  }

  /// A share that holds for a stretch of the clock.
  public struct ClockShare: Hashable, Sendable {
    public var clock: ClockRange
    public var share: Share
    public init(clock: ClockRange, share: Share) {
      self.clock = clock
      self.share = share
    }
  }

  public var planned: [Category]
  public var unplanned: [Category]

  public init(planned: [Category], unplanned: [Category]) {
    self.planned = planned
    self.unplanned = unplanned
  }

  public static let none = Shrinkage(planned: [], unplanned: [])
  public var plannedShare: Share { planned.reduce(.zero) { $0 + $1.share } }
  public var unplannedShare: Share { unplanned.reduce(.zero) { $0 + $1.share } }
  /// Planned and unplanned added up, the figure that planners quote. Where shares differ by time, see
  /// ``totalShare(on:at:)``.
  public var totalShare: Share { plannedShare + unplannedShare }
}

extension Shrinkage.Category {
  /// The share of people away for the whole day.
  public func share(on weekday: Weekday) -> Share { weekdayShares[weekday] ?? share }

  /// The share at a time of the day: of its stretch of the clock, else of the weekday, else the general one.
  public func share(on weekday: Weekday, at clock: TimeSpan) -> Share {
    clockShares.first { $0.clock.contains(clock) || $0.clock.contains(clock + .days(1)) }?.share ?? share(on: weekday)
  }

  /// Whether one share holds at all times.
  public var isUniform: Bool { weekdayShares.isEmpty && clockShares.isEmpty }
}

extension Shrinkage {
  /// Planned and unplanned at a time of the day.
  public func totalShare(on weekday: Weekday, at clock: TimeSpan) -> Share {
    (planned + unplanned).reduce(.zero) { $0 + $1.share(on: weekday, at: clock) }
  }

  public var isUniform: Bool { (planned + unplanned).allSatisfy(\.isUniform) }

  /// Clock times at which some share changes, in order, midnight included where weekdays differ.
  public var borders: [TimeSpan] {
    var borders: Set<TimeSpan> = []
    for category in planned + unplanned {
      if !category.weekdayShares.isEmpty { borders.insert(.zero) }
      for share in category.clockShares {
        for time in [share.clock.start, share.clock.end] { borders.insert(time >= .days(1) ? time - .days(1) : time) }
      }
    }
    return borders.sorted()
  }
}

extension Scenario {
  /// What holds for a team: its own shrinkage, or that of the center.
  public func shrinkage(ofTeam team: Int) -> Shrinkage { teams[team].shrinkage ?? shrinkage }

  /// Shrinkage as one figure: the share itself where it is the same for all at all times, else its mean over the open
  /// time of the days and over the teams.
  public var averageShrinkage: Share {
    guard teams.contains(where: { $0.shrinkage != nil }) || !shrinkage.isUniform else { return shrinkage.totalShare }
    let shares = teams.indices.map { averageShrinkage(ofTeam: $0).partsPerBillion }
    return Share(partsPerBillion: shares.reduce(0, +) / Int64(max(1, shares.count)))
  }

  public func averageShrinkage(ofTeam team: Int) -> Share {
    let shrinkage = shrinkage(ofTeam: team)
    guard !shrinkage.isUniform else { return shrinkage.totalShare }
    var (sum, length) = (0.0, 0.0)
    for day in days {
      for range in day.open {
        for piece in range.cut(at: shrinkage.borders) {
          let days = piece.start >= .days(1) ? 1 : 0
          let share = shrinkage.totalShare(
            on: day.weekday.advanced(by: days), at: piece.start - .days(Int64(days)))
          sum += share.fraction * piece.length.inSeconds
          length += piece.length.inSeconds
        }
      }
    }
    return length > 0 ? Share(partsPerBillion: Int64((sum / length * 1e9).rounded())) : shrinkage.totalShare
  }
}

extension ClockRange {
  /// The pieces between clock times that lie inside, today or tomorrow.
  public func cut(at times: [TimeSpan]) -> [ClockRange] {
    let inside = (times + times.map { $0 + .days(1) }).filter { start < $0 && $0 < end }.sorted()
    return zip([start] + inside, inside + [end]).map { ClockRange(start: $0, end: $1) }
  }
}
