internal import ContactCenter

extension Reading {
  /// Shifts and clock ranges may leave hours in which the center is open and nobody works.
  func warnOfOpenHoursWithoutPeople(_ teams: [Team], _ time: OpenTime) {
    var covered: [ClockRange] = []
    for (index, day) in time.days.enumerated() {
      let midnight = TimeSpan.days(Int64(index))
      covered = covered.filter { $0.end > midnight } + teams.flatMap { Self.hours(of: $0, index, time) }
      for open in day.open {
        let range = ClockRange(start: midnight + open.start, end: midnight + open.end)
        guard let gap = Self.firstGap(in: range, covered.sorted { $0.start < $1.start }) else { continue }
        let clock = ClockRange(start: gap.start - midnight, end: gap.end - midnight)
        return warn(
          at: node("teams")?.place ?? node("agents")?.place ?? node("shifts")?.place ?? .wholeFile,
          "nobody works from \(ClockText.text(clock.start)) to \(ClockText.text(clock.end)) on \(day.date.map { "\($0)" } ?? day.weekday.abbreviation), though the center is open",
          help: "whoever calls then waits until somebody comes; shorten 'open', or give people")
      }
    }
  }

  /// When somebody of a team works on the tours that begin on a day of the horizon; on the first day, those of the day before
  /// too, whose nights reach into it.
  private static func hours(of team: Team, _ day: Int, _ time: OpenTime) -> [ClockRange] {
    let midnight = TimeSpan.days(Int64(day))
    func shifted(_ range: ClockRange, by span: TimeSpan) -> ClockRange {
      ClockRange(start: range.start + span, end: range.end + span)
    }
    let weekday = time.days[day].weekday
    switch team.schedule {
    case .solved: return time.days[day].open.map { shifted($0, by: midnight) }
    case .throughout(let count): return count > 0 ? time.days[day].open.map { shifted($0, by: midnight) } : []
    case .byClock(let levels):
      return levels.filter { $0.count > 0 }.flatMap { level in
        [-1, 0, 1].map { shifted(level.clock, by: midnight + .days($0)) }
      }
    case .shifts(let shifts):
      return shifts.filter { $0.count > 0 }.flatMap { shift -> [ClockRange] in
        var ranges: [ClockRange] = []
        if shift.days.contains(weekday), !time.days[day].open.isEmpty {
          ranges.append(shifted(shift.hours, by: midnight))
        }
        if day == 0, shift.days.contains(weekday.advanced(by: -1)) {
          ranges.append(shifted(shift.hours, by: .zero - .days(1)))
        }
        return ranges
      }
    }
  }

  private static func firstGap(in range: ClockRange, _ covered: [ClockRange]) -> ClockRange? {
    var reached = range.start
    for next in covered where next.end > reached {
      if next.start > reached {
        return reached < range.end ? ClockRange(start: reached, end: min(next.start, range.end)) : nil
      }
      reached = next.end
    }
    return reached < range.end ? ClockRange(start: reached, end: range.end) : nil
  }
}
