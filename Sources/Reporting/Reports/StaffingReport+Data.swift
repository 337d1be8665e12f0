extension StaffingReport {
  public var json: [JSONValue.Member] {
    [
      .init("inputs", .object(inputs)), .init("target", .string(target)),
      .init("required", neighbours.first(where: \.isRequired)?.json ?? .null),
      .init("neighbours", .array(neighbours.map(\.json))), .init("intervals", .array(intervals.map(\.json))),
      .init("warnings", .array(warnings.map { .string($0) })),
    ]
  }

  /// The intervals where there are several, else the neighbourhood of the one.
  public var records: Records {
    guard intervals.isEmpty else {
      return Records(
        header: ["start", "contacts", "load_erlangs", "on_phones", "scheduled"],
        rows: intervals.map {
          [
            .text($0.start), .number($0.contacts), .number($0.loadErlangs), .integer($0.onPhones),
            .integer($0.scheduled),
          ]
        })
    }
    return Records(
      header: [
        "on_phones", "service_level_pct", "asa_s", "occupancy_pct", "must_wait_pct", "abandonment_pct", "scheduled",
        "required",
      ], rows: neighbours.map(\.fields))
  }
}

extension StaffingReport.Neighbour {
  fileprivate var json: JSONValue {
    .object([
      "on_phones": .integer(onPhones), "scheduled": .integer(scheduled), "required": .bool(isRequired),
      "service_level": .number(figures?.serviceLevel), "asa_s": .number(figures?.averageSpeedOfAnswerSeconds),
      "occupancy": .number(figures?.occupancy), "wait_probability": .number(figures?.waitProbability),
      "abandonment": .number(figures?.abandonment),
    ])
  }

  fileprivate var fields: [Records.Field] {
    [
      .integer(onPhones), .percent(figures?.serviceLevel), .number(figures?.averageSpeedOfAnswerSeconds),
      .percent(figures?.occupancy), .percent(figures?.waitProbability), .percent(figures?.abandonment),
      .integer(scheduled), .text(isRequired ? "yes" : "no"),
    ]
  }
}

extension StaffingReport.Interval {
  fileprivate var json: JSONValue {
    .object([
      "start": .string(start), "contacts": .number(contacts), "load_erlangs": .number(loadErlangs),
      "on_phones": .integer(onPhones), "scheduled": .integer(scheduled),
    ])
  }
}
