import BusyHourTesting

@testable import ScenarioFiles

/// A valid value of every kind. Numbers are small, so that a scenario is simulated in milliseconds. A kind that is added
/// does not compile until it is said here what it may be.
extension ScenarioGenerator {
  static let factors = ["x0.5", "x1", "x3", "+20%", "-30%"]
  static let texts = ["Front desk", "Überlauf: 24/7 # 'day'", "yes", "0800", "a, {b}"]

  mutating func scalar(_ kind: ScalarKind) -> SourceNode {
    switch kind {
    case .text: .quoted(random.pick(Self.texts))
    case .name: .text(random.pick(frame.queues))
    default: .text(text(kind))
    }
  }

  private mutating func text(_ kind: ScalarKind) -> String {
    switch kind {
    case .formatVersion: "1"
    case .text, .name: ""
    case .timeZone: random.pick(["UTC", "Europe/Berlin", "America/Los_Angeles", "PST", "Asia/Kolkata"])
    case .opening: random.pick(["Mon-Fri 09:00-12:00", "daily 10:00-12:30"])
    case .period: frame.period ?? "2d from 2026-03-28"
    case .date: date()
    case .interval: random.pick(["15m", "30m", "1h", "20m", "2h"])
    case .rate: random.pick(["\(random.whole(3...60))/day", "90.5/week", "4/h", "1/30m"])
    case .share:
      random.pick(["0%", "5%", "12.5%"] + (areSharesSmall ? [] : ["30%", "60%", "90%", "0.25", "100%"]))
    case .integer(let range): "\(min(range.upperBound, range.lowerBound + random.pick([0, 1, 1, 2, 3, 5])))"
    case .number(let limit): random.pick(["0.3", "0.5", "1", "1.5", "\(min(limit, 3))"])
    case .choice(let words): random.pick(words)
    case .profileName: random.pick(NamedProfile.allCases.map(\.rawValue))
    case .weight: random.pick(["0", "1", "2.5", "7"])
    case .weekdayFactor: random.pick(["0.5", "1", "1.3", "0"])
    case .target(let unit): target(unit)
    case .amount(let units): "$2.5" + (units.isEmpty ? "" : "/\(random.pick(units))")
    case .priority: random.pick(["high", "low", "0", "9", "5"])
    case .factor: random.pick(Self.factors)
    case .dateVolume: random.pick(Self.factors + ["20/day", "closed"])
    case .distribution, .duration, .span, .days, .clockRange, .lunch, .breaks, .clock, .clockOrPeak, .dates, .wage,
      .file:
      span(kind)
    }
  }

  /// Times, and what is made of them.
  private mutating func span(_ kind: ScalarKind) -> String {
    switch kind {
    case .distribution(.patience): random.pick(["never", "exp 2m", "fixed 40s", "3m"])
    case .distribution(.wrapUp): random.pick(["0", "20s", "fixed 1m", "exp 2m"])
    case .distribution(.delay): random.pick(["5m", "exp 2h", "fixed 1d"])
    case .distribution(.handle): random.pick(["5m", "exp 8m", "fixed 90s", "20m30s"])
    case .duration: random.pick(["90s", "3m", "10m", "45m", "2h"])
    case .span: random.pick(["0", "30s", "4m", "1h"])
    case .days: random.pick(["Mon-Fri", "daily", "Mon,Wed-Thu", "Fri"])
    case .clockRange: random.pick(["09:00-12:00", "10:00-11:30", "18:00-10:30", "00:00-24:00"])
    case .lunch: random.pick(["30m", "20m between 10:00 and 11:00"])
    case .breaks: random.pick(["15m", "2 x 10m"])
    case .clock: random.pick(["09:30", "11:00", "23:30", "00:00"])
    case .clockOrPeak: random.pick(["peak", "10:30"])
    case .dates: date()
    case .wage: random.pick(["$22/h", "$30.5/h"])
    case .file: "counts.csv"
    default: ""
    }
  }

  /// Inside the period mostly.
  mutating func date() -> String { random.pick(frame.dates + ["2026-12-24"]) }

  private mutating func target(_ unit: TargetExpression.Unit) -> String {
    switch unit {
    case .serviceLevel: random.pick(["90% in 20s", "at least 80% in 2m", "80/30", "70% to 95% in 0"])
    case .share: random.pick(["at most 5%", "75% to 85%", "50%"])
    case .duration: random.pick(["at most 20s", "5m to 7m", "0"])
    case .count: random.pick(["at most 22", "3 to 7.5", "0"])
    case .money: random.pick(["$3 to $10", "at most $0.5"])
    }
  }
}
