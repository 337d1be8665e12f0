internal import ContactCenter

extension StaffingReport {
  public var json: [JSONValue.Member] {
    [
      .init(
        "inputs",
        .object(["scenario": .string(scenario), "target": .string(target), "shrinkage": .number(shrinkage.fraction)])),
      .init("provenance", .object(["scenario_sha256": .string(fingerprint)])), .init("model", .string("erlang_c")),
      .init("teams", .array(teams.map(\.json))), .init("notes", .array(notes.map { .string($0) })),
      .init("warnings", .array(warnings.map { .string($0) })),
    ]
  }

  /// The intervals where there are several, else the neighbourhood of the one.
  public var records: Records {
    if teams.contains(where: { $0.intervals.count > 1 }) {
      return Records(
        header: [
          "team", "day", "start", "end", "contacts", "load_erlangs", "on_phones", "scheduled", "one_more_adds",
          "binding",
        ],
        rows: teams.flatMap { team in team.intervals.map { [.text(team.name)] + $0.fields } })
    }
    return Records(
      header: [
        "team", "on_phones", "service_level_pct", "asa_s", "occupancy_pct", "must_wait_pct", "scheduled", "required",
        "adds_pct", "binding",
      ],
      rows: teams.flatMap { team in
        team.neighbours.map { [.text(team.name)] + $0.fields + [$0.isRequired ? .text(team.binding) : .missing] }
      })
  }
}

extension StaffingReport.Team {
  fileprivate var json: JSONValue {
    .object([
      "name": .string(name), "acceptable_wait_s": .number(acceptableWaitSeconds),
      "binding": .string(binding), "required": neighbours.first(where: \.isRequired)?.json ?? .null,
      "neighbours": .array(neighbours.map(\.json)), "intervals": .array(intervals.map(\.json)),
    ])
  }
}

extension StaffingReport.Neighbour {
  fileprivate var json: JSONValue {
    .object([
      "on_phones": .integer(onPhones), "scheduled": .integer(scheduled), "required": .bool(isRequired),
      "service_level": .number(serviceLevel), "asa_s": .number(averageSpeedOfAnswerSeconds),
      "occupancy": .number(occupancy), "wait_probability": .number(waitProbability),
      "adds": adds.map { .number($0) } ?? .null,
    ])
  }

  fileprivate var fields: [Records.Field] {
    [
      .integer(onPhones), .percent(serviceLevel), .number(averageSpeedOfAnswerSeconds), .percent(occupancy),
      .percent(waitProbability), .integer(scheduled), .text(isRequired ? "yes" : "no"),
      adds.map { .percent($0) } ?? .missing,
    ]
  }
}

extension StaffingReport.Interval {
  fileprivate var json: JSONValue {
    .object([
      "day": .string(day), "start": .string(start), "end": .string(end), "contacts": .number(contacts),
      "load_erlangs": .number(loadErlangs), "on_phones": .integer(onPhones), "scheduled": .integer(scheduled),
      "one_more_adds": nextAdds.map { .number($0) } ?? .null, "binding": .string(binding),
    ])
  }

  fileprivate var fields: [Records.Field] {
    [
      .text(day), .text(start), .text(end), .number(contacts), .number(loadErlangs), .integer(onPhones),
      .integer(scheduled), nextAdds.map { .number($0) } ?? .missing, .text(binding),
    ]
  }
}
