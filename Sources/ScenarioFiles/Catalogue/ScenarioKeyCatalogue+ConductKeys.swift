extension ScenarioKeyCatalogue {
  static let weekLimit = 104

  /// How people keep to their schedule: of everybody, or of a team.
  static func conductKeys(of owner: String) -> [ScenarioKey] {
    let path = "\(owner)conduct"
    func slip(_ name: String, _ length: String, _ summary: String, _ example: String, _ lengthSummary: String)
      -> [ScenarioKey]
    {
      [
        ScenarioKey(path: "\(path).\(name)", shapes: [.section], summary: summary, example: example),
        ScenarioKey(
          path: "\(path).\(name).chance", shapes: [.scalar(.share)], summary: "How often, of all times that it could.",
          example: "10%", isRequired: true),
        ScenarioKey(
          path: "\(path).\(name).\(length)", shapes: [.scalar(.duration)], summary: lengthSummary, example: "4m",
          isRequired: true),
      ]
    }
    let summary =
      owner.isEmpty
      ? "How people keep to their schedule; what they do besides absence for whole days."
      : "How the people of this team keep to their schedule, instead of what holds for all."
    return [
      ScenarioKey(path: path, shapes: [.section], summary: summary, example: "{late: {chance: 10%, by: 4m}}")
    ]
      + slip(
        "late", "by", "Tours that begin late.", "{chance: 10%, by: 4m}", "By how much, mean of an exponential law.")
      + slip(
        "overrun", "by", "Scheduled breaks that last too long.", "{chance: 20%, by: 2m}",
        "By how much, mean of an exponential law.")
      + [
        ScenarioKey(
          path: "\(path).strays", shapes: [.section], summary: "People who leave their place at random.",
          example: "{every: 2h, for: 3m}"),
        ScenarioKey(
          path: "\(path).strays.every", shapes: [.scalar(.duration)],
          summary: "Time from coming, or from the last return, until they stray: mean of an exponential law.",
          example: "2h", isRequired: true),
        ScenarioKey(
          path: "\(path).strays.for", shapes: [.scalar(.duration)],
          summary: "How long they are away, mean of an exponential law.", example: "3m", isRequired: true),
      ]
      + slip(
        "after_contact", "for", "Contacts after which people are not available at once.", "{chance: 15%, for: 30s}",
        "For how long, mean of an exponential law.")
  }

  static var onboardingKeys: [ScenarioKey] {
    func field(
      _ name: String, _ kind: ScalarKind, _ summary: String, _ example: String, isRequired: Bool = false
    ) -> ScenarioKey {
      ScenarioKey(
        path: "onboarding.*.\(name)", shapes: [.scalar(kind)], summary: summary, example: example,
        isRequired: isRequired)
    }
    return [
      ScenarioKey(
        path: "onboarding", shapes: [.sections, .entry, .section],
        summary: "What newcomers go through, stage by stage from the day on which they are hired.",
        example: "[{weeks: 2, training: 100%}, {weeks: 3, training: 40%, handle: x1.5}]"),
      ScenarioKey(
        path: "onboarding.*", shapes: [.section], summary: "One stage, by its place in the list, or by a name.",
        example: "{weeks: 3, training: 40%, handle: x1.5}"),
      field("weeks", .integer(1...weekLimit), "How long it lasts.", "3", isRequired: true),
      field("training", .share, "Part of each tour spent in training, from its start.", "40%"),
      field("handle", .factor, "Handle times, as a factor of an experienced colleague's.", "x1.5"),
      field("resolved", .factor, "Chance of resolving a matter, as a factor of an experienced colleague's.", "x0.85"),
      field(
        "reviewed", .share,
        "Part of the contacts that is checked and reviewed, where it is more than the queue's `quality.checked` and `review.share`.",
        "50%"),
    ]
  }

  /// Who is new in a team, and who leaves it.
  static var tenureKeys: [ScenarioKey] {
    let heads = ScalarKind.integer(0...agentLimit)
    return [
      ScenarioKey(
        path: "teams.*.newcomers", bareField: "count", shapes: [.scalar(heads), .section],
        summary: "People of the team who are new when the period begins; they go through `onboarding`.", example: "2"),
      ScenarioKey(
        path: "teams.*.newcomers.count", shapes: [.scalar(heads)], summary: "How many.", example: "2", isRequired: true),
      ScenarioKey(
        path: "teams.*.newcomers.weeks", shapes: [.scalar(.integer(0...weekLimit))],
        summary: "Weeks since they were hired; 0 where it is not given.", example: "3"),
      ScenarioKey(
        path: "teams.*.attrition", bareField: "weekly", shapes: [.scalar(.share), .section],
        summary: "Chance of each person to leave for good at the end of a week.", example: "1%"),
      ScenarioKey(
        path: "teams.*.attrition.weekly", shapes: [.scalar(.share)],
        summary: "Chance of each person to leave at the end of a week.", example: "1%", isRequired: true),
      ScenarioKey(
        path: "teams.*.attrition.replaced_after", shapes: [.scalar(.integer(0...weekLimit))],
        summary: "Weeks until a newcomer takes the place; without it, it stays empty.", example: "4"),
    ]
  }

  static var reviewKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.review", shapes: [.section],
        summary: "Completed contacts that a supervisor reviews, as work in a queue of its own.",
        example: "{share: 15%, to: reviews}"),
      ScenarioKey(
        path: "queues.*.review.share", shapes: [.scalar(.share)], summary: "Which part of them.", example: "15%",
        isRequired: true),
      ScenarioKey(
        path: "queues.*.review.to", shapes: [.scalar(.name)], summary: "The queue of the reviews.", example: "reviews",
        isRequired: true),
    ]
  }

  static var activityKeys: [ScenarioKey] {
    func field(
      _ name: String, _ shapes: [ScenarioKey.Shape], _ summary: String, _ example: String, isRequired: Bool = false
    ) -> ScenarioKey {
      ScenarioKey(
        path: "activities.*.\(name)", shapes: shapes, summary: summary, example: example, isRequired: isRequired)
    }
    return [
      ScenarioKey(
        path: "activities", shapes: [.sections, .entry, .section],
        summary: "What people do instead of taking contacts: meetings, training, coaching, vacation.",
        example: "[{name: meeting, days: Tue, from: 14:00, for: 30m}]"),
      ScenarioKey(
        path: "activities.*", shapes: [.section], summary: "One activity, by its place in the list, or by a key.",
        example: "{name: coaching, days: Mon-Fri, from: 10:00, for: 30m, people: 1, with: supervisors}"),
      field(
        "name", [.scalar(.name)], "What it is; reports show its time under this name.", "coaching", isRequired: true),
      field("days", [.scalar(.days)], "Its weekdays; every open day where neither they nor `on` are given.", "Mon-Fri"),
      field("on", [.scalar(.dates)], "Its date, or dates.", "2026-12-21..2026-12-31"),
      field("from", [.scalar(.clock)], "When it begins; without it people are away for whole tours.", "14:00"),
      field("for", [.scalar(.duration)], "How long it lasts.", "30m"),
      field(
        "people", [.scalar(.integer(1...agentLimit))],
        "People of each team, in turn from day to day; everybody where it is not given.", "2"),
      field("teams", [.list(.name), .scalar(.name)], "Teams; all where not given.", "[front, billing]"),
      field("with", [.scalar(.name)], "The team of which one person is with each of them.", "supervisors"),
    ]
  }
}
