internal import ContactCenter

extension Reading {
  /// The open time; nil after a remark.
  func openTime() -> OpenTime? {
    guard let node = node("open") else { return nil }
    let nodes = node.items ?? [node]
    var hours = [[ClockRange]](repeating: [], count: 7)
    for item in nodes {
      guard let rule = item.scalar.flatMap({ try? OpeningRule.parse($0) }) else { return nil }
      form.opening.append(rule)
      for day in rule.days { add(rule.hours, on: day, to: &hours, at: item.place) }
    }
    for day in Weekday.allCases { refuseOverlapWithNextDay(of: day, in: hours, at: node.place) }
    var time = OpenTime(hours: hours, days: [], isDated: false)
    readPeriod(into: &time)
    return time.days.isEmpty ? nil : time
  }

  private func add(_ range: ClockRange, on day: Weekday, to hours: inout [[ClockRange]], at place: Place) {
    let index = day.rawValue - 1
    if let other = hours[index].first(where: { $0.start < range.end && range.start < $0.end }) {
      error(
        at: place, "open: \(day.abbreviation) \(ClockText.text(range)) overlaps \(ClockText.text(other))",
        help: "give each stretch of a day once")
      return
    }
    hours[index].append(range)
    hours[index].sort { $0.start < $1.start }
  }

  private func refuseOverlapWithNextDay(of day: Weekday, in hours: [[ClockRange]], at place: Place) {
    let next = day.advanced(by: 1)
    guard let late = hours[day.rawValue - 1].last, let early = hours[next.rawValue - 1].first,
      late.end > early.start + .days(1)
    else { return }
    error(
      at: place,
      "open: \(day.abbreviation) \(ClockText.text(late)) runs into \(next.abbreviation) \(ClockText.text(early))",
      help: "end the first where the second begins")
  }

  private func readPeriod(into time: inout OpenTime) {
    let closed = closedDates()
    guard let node = node("period") else {
      readTypicalDay(into: &time)
      if let place = self.node("closed")?.place {
        warn(at: place, "closed: a typical day has no dates, so this changes nothing", help: "give a period")
      }
      return
    }
    guard let period = node.scalar.flatMap({ try? PeriodText.parse($0) }) else { return }
    form.period = period
    form.closed = closed.dropLast(datesClosedByVolume().count).map(\.date)
    for (date, place) in closed where !period.contains(date) {
      warn(at: place, "closed: \(date) is outside the period, so this changes nothing")
    }
    time.isDated = true
    for number in period.lowerBound.dayNumber...period.upperBound.dayNumber {
      let date = CalendarDate(dayNumber: number)
      let isClosed = closed.contains { $0.date == date }
      time.days.append(
        OperatingDay(date: date, weekday: date.weekday, open: isClosed ? [] : time.hours(of: date.weekday)))
    }
    if !time.days.contains(where: { !$0.open.isEmpty }) {
      error(at: node.place, "period: the center is closed on every day of it", help: "see 'open' and 'closed'")
    }
  }

  private func closedDates() -> [(date: CalendarDate, place: Place)] {
    let listed = node("closed").map { node in
      (node.items ?? [node]).compactMap { item in
        item.scalar.flatMap { try? CalendarText.date($0) }.map { ($0, item.place) }
      }
    }
    return (listed ?? []) + datesClosedByVolume()
  }

  /// Without a period a replication is one open day, the first of the week.
  private func readTypicalDay(into time: inout OpenTime) {
    guard let day = time.weekdays.first else { return }
    time.days = [OperatingDay(date: nil, weekday: day, open: time.hours(of: day))]
    fill(
      "period",
      with: "one typical day (\(day.abbreviation) \(time.hours(of: day).map(ClockText.text).joined(separator: ", ")))",
      because: "every replication is one open day")
    if let other = time.weekdays.first(where: { time.hours(of: $0) != time.hours(of: day) }),
      let place = node("open")?.place
    {
      warn(
        at: place,
        "open: the typical day is a \(day.abbreviation); the other hours of \(other.abbreviation) are not simulated",
        help: "give a period, for instance period: 7d from 2026-11-23")
    }
  }

  /// The zone, with a remark on abbreviations.
  func timeZone() -> String? {
    guard let node = node("timezone"), let text = node.scalar, let zone = try? TimeZoneName.parse(text) else {
      return nil
    }
    if let short = zone.abbreviation {
      warn(
        at: node.place, "timezone: \(short) is read as \(zone.name), with its daylight saving time",
        help: "write timezone: \(zone.name)")
    }
    return zone.name
  }

  /// Days of the period on which the clocks change get their 23 or 25 hours, where those are whole intervals.
  func withClockChanges(_ time: OpenTime, _ zone: String?, interval: TimeSpan) -> OpenTime {
    guard let zone, let period = form.period, let node = node("timezone") else { return time }
    var time = time
    let changes = TimeZoneName.clockChanges(
      in: zone, from: period.lowerBound.dayNumber, through: period.upperBound.dayNumber)
    for (number, change) in changes {
      let date = CalendarDate(dayNumber: number)
      guard let day = time.days.firstIndex(where: { $0.date == date }) else { continue }
      guard change.shift < .days(1) else {
        error(
          at: self.node("period")?.place ?? node.place, "period: \(date) does not exist, the clocks of \(zone) skip it",
          help: "end the period before it, or begin it after")
        continue
      }
      guard change.shift.microseconds % interval.microseconds == 0 else {
        warn(
          at: node.place, "the clocks of \(zone) change on \(date); that day is simulated with 24 hours",
          help: "an interval of \(DurationText.text(interval)) does not divide the change; 30m does")
        continue
      }
      time.days[day].clockChange = change
      let hours = ExactDecimal(mantissa: time.days[day].length.microseconds / 36_000_000, places: 2).text
      note(at: node.place, "the clocks of \(zone) change on \(date): that day has \(hours) hours")
    }
    return time
  }
}
