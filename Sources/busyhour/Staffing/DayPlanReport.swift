internal import ContactCenter
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension FigureReport {
  /// Every interval with contacts, by a method for changing days.
  init(_ plan: DayStaffingPlan, _ document: ScenarioDocument) {
    let days = DayNames(document.scenario)
    let sections = zip(document.scenario.teams, plan.teams).compactMap { team, requirements -> Section? in
      let rows = requirements.filter { $0.load.contacts > 0 }
      return rows.isEmpty ? nil : Self.section(team.name, rows, days)
    }
    self.init(
      facts: [
        .init("scenario", .string(document.scenario.name)),
        .init("provenance", .object(["scenario_sha256": .string(document.fingerprint)])),
        .init("method", .string(plan.method.rawValue)),
        .init("model", .string(plan.countsAbandonment ? "erlang_a" : "erlang_c")),
      ], sections: sections,
      notes: [
        "Method \(plan.method.rawValue), \(plan.countsAbandonment ? "Erlang A" : "Erlang C"). Figures are the "
          + "steady state of each interval's own load. Hours on the phones: "
          + "\(NumberText.fixed(Self.hours(plan), places: 1))."
      ])
  }

  private static func hours(_ plan: DayStaffingPlan) -> Double {
    plan.teams.joined().reduce(0) { $0 + Double($1.positions) * $1.load.length.inHours }
  }

  private static func section(_ team: String, _ rows: [DayRequirement], _ days: DayNames) -> Section {
    Section(
      name: "intervals", lead: [],
      table: Table(
        heading: team,
        columns: [
          Column("Time"), Column("contacts", .decimal), Column("erlangs", .decimal), Column("staffed for", .decimal),
          Column("on phones", .trailing), Column("scheduled", .trailing), Column("in time", .decimal),
          Column("one more", .decimal), Column("decided by"),
        ], rows: rows.map { Self.cells($0, days) }),
      header: [
        "team", "day", "start", "contacts", "load_erlangs", "sized_erlangs", "positions", "scheduled", "service_level",
        "p_wait", "asa_s", "occupancy", "p_abandon", "one_more_adds", "binding",
      ], rows: rows.map { Self.fields(team, $0, days) })
  }

  private static func cells(_ row: DayRequirement, _ days: DayNames) -> [Cell] {
    let texts = [
      days.instant(row.load.start), NumberText.fixed(row.load.contacts, places: 1),
      NumberText.fixed(row.load.offeredLoadErlangs, places: 2),
      row.sizedErlangs.map { NumberText.fixed($0, places: 2) } ?? "", "\(row.positions)", "\(row.scheduled)",
      row.serviceLevel.map(FigureText.percent) ?? NumberText.missing,
      row.nextAgentAdds.map { NumberText.signed($0 * 100, places: 1) + " pts" } ?? "",
      row.binding.split(separator: "_").joined(separator: " "),
    ]
    return texts.map { Cell($0) }
  }

  private static func fields(_ team: String, _ row: DayRequirement, _ days: DayNames) -> [Records.Field] {
    [
      .text(team), .text(days.name(of: row.load.start)), .text(days.clock(row.load.start)),
      .number(row.load.contacts), .number(row.load.offeredLoadErlangs), FigureText.field(row.sizedErlangs),
      .integer(row.positions), .integer(row.scheduled), FigureText.field(row.serviceLevel),
      FigureText.field(row.waitProbability), FigureText.field(row.averageSpeedOfAnswerSeconds),
      FigureText.field(row.occupancy), FigureText.field(row.abandonmentProbability),
      FigureText.field(row.nextAgentAdds), .text(row.binding),
    ]
  }
}
