/// Rows of the table of keys for how people keep to their schedule, who is new, reviews and scheduled activities.
enum ConductKeyCases {
  static let all = conduct("conduct", "conduct") + conduct("teams.*.conduct", "teams.front.conduct") + others

  private static func conduct(_ path: String, _ key: String) -> [KeyCase] {
    func row(_ field: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      KeyCase(
        "\(path).\(field)", "people", "\(key).\(field)=\(first)", "\(key).\(field)=\(second)",
        bad: "\(key).\(field)=\(bad)")
    }
    return ["late.chance", "overrun.chance", "after_contact.chance"].map { row($0, "11%", "12%", bad: "11") }
      + ["late.by", "overrun.by", "after_contact.for", "strays.every", "strays.for"].map {
        row($0, "5m", "6m", bad: "0")
      }
  }

  private static let others: [KeyCase] = {
    func row(_ path: String, _ key: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      KeyCase(path, "people", "\(key)=\(first)", "\(key)=\(second)", bad: "\(key)=\(bad)")
    }
    return [
      row("onboarding", "onboarding", "[{weeks: 2}]", "[{weeks: 2, handle: x2}]", bad: "[{handle: x2}]"),
      row("onboarding.*.weeks", "onboarding.1.weeks", "3", "4", bad: "0"),
      row("onboarding.*.training", "onboarding.1.training", "30%", "40%", bad: "30"),
      row("onboarding.*.handle", "onboarding.2.handle", "x1.3", "x1.4", bad: "x0"),
      row("onboarding.*.resolved", "onboarding.2.resolved", "x0.7", "x0.6", bad: "x101"),
      row("onboarding.*.reviewed", "onboarding.2.reviewed", "30%", "40%", bad: "all"),
      row("teams.*.newcomers", "teams.front.newcomers", "1", "2", bad: "99"),
      row("teams.*.newcomers.count", "teams.front.newcomers.count", "1", "2", bad: "99"),
      row("teams.*.newcomers.weeks", "teams.front.newcomers.weeks", "1", "2", bad: "105"),
      row("teams.*.attrition", "teams.front.attrition", "1%", "2%", bad: "2"),
      row("teams.*.attrition.weekly", "teams.front.attrition.weekly", "1%", "2%", bad: "2"),
      row("teams.*.attrition.replaced_after", "teams.front.attrition.replaced_after", "1", "2", bad: "soon"),
      row("queues.*.review.share", "queues.calls.review.share", "20%", "30%", bad: "20"),
      row("queues.*.review.to", "queues.calls.review.to", "reviews", "mail", bad: "calls"),
      row(
        "activities", "activities", "[{name: meeting, days: Tue}]", "[{name: meeting, days: Wed}]", bad: "[{days: Tue}]"
      ),
      row("activities.*.name", "activities.1.name", "huddle", "meeting", bad: "[]"),
      row("activities.*.days", "activities.1.days", "Mon", "Tue", bad: "someday"),
      row("activities.*.on", "activities.3.on", "2026-11-24", "2026-11-25..2026-11-26", bad: "tomorrow"),
      row("activities.*.from", "activities.1.from", "10:00", "11:00", bad: "1000"),
      row("activities.*.for", "activities.1.for", "20m", "40m", bad: "2d"),
      row("activities.*.people", "activities.2.people", "1", "3", bad: "0"),
      row("activities.*.teams", "activities.2.teams", "[front]", "[back]", bad: "[nobody]"),
      row("activities.*.with", "activities.2.with", "supervisors", "back", bad: "front"),
    ]
  }()
}
