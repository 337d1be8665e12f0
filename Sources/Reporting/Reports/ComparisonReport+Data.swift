internal import KPIs

extension ComparisonReport {
  public var json: [JSONValue.Member] {
    [
      .init("inputs", .object(["first": first.facts.inputs, "second": second.facts.inputs])),
      .init("provenance", .object(["first": first.facts.provenance, "second": second.facts.provenance])),
      .init("paired", .bool(comparison.isPaired)), .init("reason_unpaired", .string(reasonUnpaired)),
      .init("inputs_that_differ", .array(differences.map { .string($0) })),
      .init("metrics", .object(comparison.rows.map { JSONValue.Member($0.name, object($0)) })),
    ]
  }

  private func object(_ row: Comparison.Row) -> JSONValue {
    let apart = unpaired?.rows.first { $0.name == row.name }?.interval
    return .object([
      "first": row.first.json, "second": row.second.json, "difference": .number(row.difference),
      "ci95": .interval(row.interval), "ci95_unpaired": .interval(comparison.isPaired ? apart : row.interval),
      "word": .string(row.word.rawValue), "unit": .string(row.unit.rawValue),
    ])
  }

  public var records: Records {
    Records(
      header: ["name", "unit", "first", "second", "difference", "ci95_low", "ci95_high", "word", "paired"],
      rows: comparison.rows.map { row in
        [
          .text(row.name), .text(row.unit.rawValue), .number(row.first.mean), .number(row.second.mean),
          .number(row.difference), .number(row.interval?.lowerBound), .number(row.interval?.upperBound),
          .text(row.word.rawValue), .text(comparison.isPaired ? "yes" : "no"),
        ]
      })
  }
}
