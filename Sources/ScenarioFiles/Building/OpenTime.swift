internal import ContactCenter

/// When the center is open, by weekday and over the days of a replication.
struct OpenTime {
  /// Opening hours of each weekday, Monday first, in order.
  var hours: [[ClockRange]]
  var days: [OperatingDay]
  var isDated: Bool

  var weekdays: [Weekday] { Weekday.allCases.filter { !hours[$0.rawValue - 1].isEmpty } }
  func hours(of day: Weekday) -> [ClockRange] { hours[day.rawValue - 1] }

  /// Average length of an open day; of the typical day where there is no period.
  var averageDay: TimeSpan {
    let open = isDated ? weekdays.map(hours(of:)) : days.map(\.open)
    let total = open.reduce(Int64(0)) { $0 + Self.length($1).microseconds }
    return TimeSpan(microseconds: total / Int64(max(1, open.count)))
  }

  static func length(_ ranges: [ClockRange]) -> TimeSpan { ranges.reduce(.zero) { $0 + $1.length } }

  /// Clock times at which the center is open on some day, merged and in order.
  var union: [ClockRange] {
    let ranges = (isDated ? hours : days.map(\.open)).flatMap { $0 }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var merged: [ClockRange] = []
    for range in ranges {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1].end = max(last.end, range.end)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Whether every open day has these hours.
  var isUniform: Bool { Set(isDated ? weekdays.map(hours(of:)) : days.map(\.open)).count == 1 }

  /// The part of `range` that lies in the open time of some day, a day later included.
  func overlap(of range: ClockRange) -> TimeSpan {
    var total = TimeSpan.zero
    for open in union {
      for shift in [TimeSpan.zero, .days(1), TimeSpan.zero - .days(1)] {
        let start = max(range.start + shift, open.start)
        let end = min(range.end + shift, open.end)
        if start < end { total = total + (end - start) }
      }
    }
    return min(total, range.length)
  }

  /// The same on these weekdays, closed on the others.
  func restricted(to weekdays: [Weekday]) -> OpenTime {
    var time = self
    for day in Weekday.allCases where !weekdays.contains(day) { time.hours[day.rawValue - 1] = [] }
    time.days = days.filter { weekdays.contains($0.weekday) }
    return time
  }
}
