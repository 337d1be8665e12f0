internal import ContactCenter

extension LongFormWriter {
  static func lines(of conduct: Conduct, indent: String) -> [String] {
    func slip(_ name: String, _ length: String, _ slip: Conduct.Slip?) -> String? {
      slip.map {
        "\(indent)  \(name): {chance: \(ShareText.text($0.share)), \(length): \(DurationText.text($0.mean))}"
      }
    }
    let straying = conduct.straying.map {
      "\(indent)  strays: {every: \(DurationText.text($0.every)), for: \(DurationText.text($0.mean))}"
    }
    let lines = [
      slip("late", "by", conduct.lateness), slip("overrun", "by", conduct.overrun), straying,
      slip("after_contact", "for", conduct.afterContact),
    ].compactMap { $0 }
    // A team where nobody slips, among others who do, needs a line that says so.
    return ["\(indent)conduct:"] + (lines.isEmpty ? ["\(indent)  late: {chance: 0%, by: 1m}"] : lines)
  }

  mutating func writeConduct() {
    if scenario.conduct != .none { lines += Self.lines(of: scenario.conduct, indent: "") }
    if !scenario.onboarding.stages.isEmpty {
      lines += ["onboarding:"] + scenario.onboarding.stages.map { "  - \(Self.text($0))" }
    }
    if !scenario.activities.isEmpty {
      lines += ["activities:"] + scenario.activities.map { "  - \(text($0))" }
    }
  }

  private static func text(_ stage: Onboarding.Stage) -> String {
    let parts = [
      "weeks: \(stage.weeks)", stage.training > .zero ? "training: \(ShareText.text(stage.training))" : nil,
      stage.handleTimeFactor == 1 ? nil : "handle: x\(DistributionReading.decimal(stage.handleTimeFactor))",
      stage.resolvedFactor == 1 ? nil : "resolved: x\(DistributionReading.decimal(stage.resolvedFactor))",
      stage.reviewed > .zero ? "reviewed: \(ShareText.text(stage.reviewed))" : nil,
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  private func text(_ activity: ScheduledActivity) -> String {
    let day =
      switch activity.day {
      case .weekdays(let days): "days: \(YAMLText.quoted(CalendarText.text(Weekday.allCases.filter(days.contains))))"
      case .dates(let range):
        range.lowerBound == range.upperBound
          ? "on: \(range.lowerBound)" : "on: \(range.lowerBound)..\(range.upperBound)"
      }
    let teams = activity.teams.map { YAMLText.quoted(scenario.teams[$0].name) }
    let parts = [
      "name: \(YAMLText.quoted(activity.name))", day,
      activity.clock.map { "from: '\(ClockText.text($0.start))', for: \(DurationText.text($0.length))" },
      activity.people.map { "people: \($0)" }, "teams: [\(teams.joined(separator: ", "))]",
      activity.with.map { "with: \(YAMLText.quoted(scenario.teams[$0].name))" },
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  static func tenureLines(_ team: Team) -> [String] {
    var lines: [String] = []
    if let newcomers = team.newcomers {
      lines.append("    newcomers: {count: \(newcomers.count), weeks: \(newcomers.weeks)}")
    }
    if let attrition = team.attrition {
      let replaced = attrition.replacedAfterWeeks.map { ", replaced_after: \($0)" } ?? ""
      lines.append("    attrition: {weekly: \(ShareText.text(attrition.weekly))\(replaced)}")
    }
    return lines
  }
}
