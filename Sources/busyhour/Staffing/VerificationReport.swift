internal import ContactCenter
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension FigureReport {
  /// The terms between formula and simulation; they add up.
  init(_ terms: [Verification.Term], _ document: ScenarioDocument, method: DayMethod, replications: Int) {
    self.init(
      facts: [
        .init("scenario", .string(document.scenario.name)),
        .init("provenance", .object(["scenario_sha256": .string(document.fingerprint)])),
        .init("method", .string(method.rawValue)), .init("replications", .integer(replications)),
        .init("definition", .string(document.scenario.serviceLevelDefinition.rawValue)),
      ],
      sections: [
        Section(
          name: "terms", lead: [],
          table: Table(
            columns: [
              Column("From the formula to the simulated plan"), Column("points", .decimal),
              Column("95%", .decimal), Column("in time", .decimal),
            ], rows: terms.map(Self.cells)),
          header: ["term", "difference", "half_width", "service_level"],
          rows: terms.map { term in
            [
              .text(term.name), FigureText.field(term.difference), FigureText.field(term.halfWidth),
              .number(term.level),
            ]
          })
      ],
      notes: [
        "Each line counts one fact more; service level by the definition "
          + "\(document.scenario.serviceLevelDefinition.rawValue), \(NumberText.whole(replications)) replications. "
          + "Lines without an interval are mathematics, lines with one are differences of simulations on the same draws."
      ])
  }

  private static func cells(_ term: Verification.Term) -> [Cell] {
    let isEnd = term.difference == nil
    let ink: Ink = isEnd ? .strong : .plain
    return [
      Cell(name(term), ink), Cell(term.difference.map(FigureText.points) ?? "", ink),
      Cell(term.halfWidth.map { "±" + NumberText.fixed($0 * 100, places: 2) } ?? "", ink),
      Cell(NumberText.fixed(term.level * 100, places: 2) + "%", ink),
    ]
  }

  private static func name(_ term: Verification.Term) -> String {
    switch term.name {
    case "formula_at_peak": "Erlang C at the peak"
    case "whole_day": "every interval, not only the peak (whole heads)"
    case "abandonment": "callers hang up (Erlang A)"
    case "non_stationarity": "load changes through the day (exact transient law)"
    case "shift_granularity": "people of the plan: shifts, breaks, shrinkage in whole heads"
    case "empty_start": "the day begins empty"
    case "late_leaving": "people finish their call before they leave"
    case "laws_and_skills": "laws of handle time and patience, kinds, skills, priorities"
    case "absences": "absences by chance"
    case "rest":
      "rest (sampling ±\(NumberText.fixed((term.halfWidth ?? .nan) * 100, places: 2)))"
    default: "simulated"
    }
  }
}
