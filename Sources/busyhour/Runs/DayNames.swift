internal import ContactCenter
internal import Reporting

/// The days of a horizon by name: dates where the scenario has them, else weekdays.
struct DayNames {
  private let days: [OperatingDay]
  private let clock: HorizonClock

  init(_ scenario: Scenario) { (days, clock) = (scenario.days, scenario.clock) }

  func day(of time: SimulationTime) -> Int { clock.place(of: time - .zero).day }

  func name(of time: SimulationTime) -> String {
    let index = day(of: time)
    guard let last = days.last else { return "" }
    guard index < days.count else {
      let beyond = index - days.count + 1
      return last.date?.advanced(by: beyond).description ?? last.weekday.advanced(by: beyond).abbreviation
    }
    let day = days[index]
    return day.date.map { "\(day.weekday.abbreviation) \($0)" } ?? day.weekday.abbreviation
  }

  func clock(_ time: SimulationTime, after length: TimeSpan = .zero) -> String {
    ClockText.minutes(clock.place(of: time - .zero).clock + length)
  }

  func instant(_ time: SimulationTime) -> String { "\(name(of: time)) \(clock(time))" }
}
