public import ContactCenter

/// A scenario in one line: `Front desk · Mon-Fri 08:00-18:00 · 1,000 contacts/day · 19 people · shrinkage 30%`.
public enum ScenarioHeadline {
  public static func of(_ scenario: Scenario) -> String {
    let parts = [scenario.name, openTime(scenario), volume(scenario), people(scenario), shrinkage(scenario)]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func openTime(_ scenario: Scenario) -> String {
    let days = scenario.days.filter { !$0.open.isEmpty }
    guard let hours = days.first?.open else { return "closed" }
    guard days.allSatisfy({ $0.open == hours }) else { return "\(days.count) open days" }
    let clock = hours == [.allDay] ? "24 h" : hours.map(range).joined(separator: ", ")
    if scenario.openDaysPerWeek == 7 { return clock == "24 h" ? "24/7" : "daily \(clock)" }
    let words = weekdays(Weekday.allCases.filter { day in days.contains { $0.weekday == day } })
    return scenario.days.count == 1 && scenario.openDaysPerWeek > 1
      ? "\(scenario.openDaysPerWeek) days a week \(clock)" : "\(words) \(clock)"
  }

  /// Hours past midnight are those of the next day.
  private static func range(_ range: ClockRange) -> String {
    let end = range.end > .days(1) ? range.end - .days(1) : range.end
    return "\(ClockText.minutes(range.start))-\(ClockText.minutes(end))"
  }

  /// `Mon-Fri` for a run of neighbours, else a list.
  private static func weekdays(_ days: [Weekday]) -> String {
    guard let first = days.first, let last = days.last, days.count > 2,
      last.rawValue - first.rawValue + 1 == days.count
    else { return days.map(\.abbreviation).joined(separator: ",") }
    return "\(first.abbreviation)-\(last.abbreviation)"
  }

  private static func volume(_ scenario: Scenario) -> String {
    let contacts = scenario.demand.contactsPerDay
    let places = contacts < 100 && contacts != contacts.rounded() ? 1 : 0
    return "\(NumberText.fixed(contacts, places: places)) contacts/day"
  }

  private static func people(_ scenario: Scenario) -> String {
    let counts = scenario.teams.map { count($0.schedule) }
    if counts.contains(nil) { return "staffing solved" }
    let total = counts.reduce(0) { $0 + ($1 ?? 0) }
    return "\(NumberText.whole(total)) \(total == 1 ? "person" : "people")"
  }

  /// The greatest head count of a schedule; nil where the solver decides.
  private static func count(_ schedule: Team.Schedule) -> Int? {
    switch schedule {
    case .throughout(let count): count
    case .byClock(let levels): levels.map(\.count).max() ?? 0
    case .shifts(let shifts): shifts.reduce(0) { $0 + $1.count }
    case .solved: nil
    }
  }

  private static func shrinkage(_ scenario: Scenario) -> String {
    let share = scenario.averageShrinkage
    return share > .zero ? "shrinkage \(ShareText.of(share))" : ""
  }
}
