extension ScenarioKeyCatalogue {
  static let criteriaLimit = 100
  static let satisfactionScores = 1...5
  static let recommendationScores = 0...10

  /// What customers and checkers say of talks, and when they say something else.
  static func ratingKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)surveyed", shapes: [.scalar(.share)],
        summary: "Customers who answer a survey after the talk; 100% where it is not given.", example: "30%"),
      ScenarioKey(
        path: "\(prefix)satisfaction", shapes: [.nameMap(.share)],
        summary: "How satisfied those who answer are, 1 to 5: the share of each score; sums to 100%.",
        example: "{5: 62%, 4: 30%, 3: 5%, 2: 2%, 1: 1%}"),
      ScenarioKey(
        path: "\(prefix)recommendation", shapes: [.nameMap(.share)],
        summary: "How likely they are to recommend the center, 0 to 10: the share of each score; sums to 100%.",
        example: "{10: 35%, 9: 25%, 8: 20%, 7: 10%, 5: 7%, 2: 3%}"),
      ScenarioKey(
        path: "\(prefix)accurate", shapes: [.scalar(.share)],
        summary: "Appointments that are right; every talk of the queue makes one. None is made where it is not given.",
        example: "98%"),
      ScenarioKey(
        path: "\(prefix)quality", bareField: "passed", shapes: [.scalar(.share), .section],
        summary: "Talks that are checked, and how they do.", example: "{passed: 92%, checked: 15%, criteria: 20}"),
      ScenarioKey(
        path: "\(prefix)quality.passed", shapes: [.scalar(.share)],
        summary: "Criteria that a checked talk passes, each by itself.", example: "92%", isRequired: true),
      ScenarioKey(
        path: "\(prefix)quality.checked", shapes: [.scalar(.share)], summary: "Part of the talks that is checked.",
        example: "15%", standard: .init(text: "100%", reason: "every talk is checked")),
      ScenarioKey(
        path: "\(prefix)quality.criteria", shapes: [.scalar(.integer(1...criteriaLimit))],
        summary: "Yes-or-no criteria of one check.", example: "10",
        standard: .init(text: "20", reason: "an assumption: the length of usual check lists")),
    ] + caseKeys(prefix)
  }

  static let higherTiers = 2...9

  private static func caseKeys(_ prefix: String) -> [ScenarioKey] {
    func field(_ name: String, _ shape: ScenarioKey.Shape, _ summary: String, _ example: String) -> ScenarioKey {
      ScenarioKey(path: "\(prefix)outcomes_when.*.\(name)", shapes: [shape], summary: summary, example: example)
    }
    return [
      ScenarioKey(
        path: "\(prefix)outcomes_when", shapes: [.sections, .entry, .section],
        summary:
          "Other outcomes under conditions: one case or a list. Of each outcome, the first case counts whose conditions all hold and that states it.",
        example: "[{waited: 5m, satisfaction: {4: 60%, 2: 40%}}, {transfers: 1, resolved: 70%}]"),
      ScenarioKey(
        path: "\(prefix)outcomes_when.*", shapes: [.section], summary: "One case, by its place in the list.",
        example: "{waited: 5m, resolved: 70%}"),
      field("waited", .scalar(.span), "Condition: the customer waited so long or longer, transfers included.", "5m"),
      field(
        "transfers", .scalar(.integer(1...attemptLimit)), "Condition: the customer was handed on so often or more.",
        "1"),
      field(
        "tier", .scalar(.integer(higherTiers)),
        "Condition: the talk is on this tier or a higher one; each escalation since the customer came leads one up, from tier 1.",
        "2"),
      field("team", .scalar(.name), "Condition: the talk was with somebody of this team.", "trainees"),
      field(
        "hired_within_weeks", .scalar(.integer(1...weekLimit)),
        "Condition: the talk was with somebody who was hired fewer than so many weeks ago; see `teams.*.newcomers`.",
        "13"),
      field(
        "settled", .scalar(.choice(["yes", "no"])), "Condition: the matter was settled, or was not; see `resolved`.",
        "no"),
      field("resolved", .scalar(.share), "Talks that settle the matter then.", "70%"),
      field("satisfaction", .nameMap(.share), "Scores of satisfaction then.", "{4: 60%, 2: 40%}"),
      field("recommendation", .nameMap(.share), "Scores of recommendation then.", "{9: 40%, 7: 30%, 3: 30%}"),
      field("accurate", .scalar(.share), "Appointments that are right then.", "95%"),
      field("passed", .scalar(.share), "Criteria of a check that are passed then.", "85%"),
    ]
  }
}
