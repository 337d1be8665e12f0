internal import KPIs

extension ComparisonReport {
  public var json: [JSONValue.Member] {
    guard pairs.count > 1 else { return pairs.flatMap(members) }
    return [
      .init("adjusted_by", .string("holm")),
      .init("comparisons", .array(pairs.map { .object(members($0)) })),
    ]
  }

  private func members(_ pair: Pair) -> [JSONValue.Member] {
    [
      .init("inputs", .object(["first": first.facts.inputs, "second": pair.second.facts.inputs])),
      .init("provenance", .object(["first": first.facts.provenance, "second": pair.second.facts.provenance])),
      .init("paired", .bool(pair.comparison.isPaired)), .init("reason_unpaired", .string(pair.reasonUnpaired)),
      .init("repeated_looks", .bool(pair.isSequential)),
      .init("inputs_that_differ", .array(pair.differences.map { .string($0) })),
      .init("remarks", .array(remarks(pair).map { .string($0) })),
      .init("metrics", .object(pair.comparison.rows.map { JSONValue.Member($0.name, Self.object($0)) })),
    ]
  }

  private static func object(_ row: Comparison.Row) -> JSONValue {
    .object([
      "first": row.first.json(), "second": row.second.json(), "difference": .number(row.difference),
      "ci95": .interval(row.interval), "ci95_unpaired": .interval(row.unpairedInterval),
      "variance_reduction": .number(row.varianceReduction), "p_value": .number(row.pValue),
      "p_adjusted": .number(row.adjustedPValue), "word": .string(row.word.rawValue), "unit": .string(row.unit.rawValue),
    ])
  }

  public var records: Records {
    Records(
      header: [
        "name", "unit", "first", "second", "difference", "ci95_low", "ci95_high", "word", "paired", "first_run",
        "second_run", "p_value", "p_adjusted", "variance_reduction",
      ],
      rows: pairs.flatMap { pair in
        pair.comparison.rows.map { row in
          [
            .text(row.name), .text(row.unit.rawValue), .number(row.first.mean), .number(row.second.mean),
            .number(row.difference), .number(row.interval?.lowerBound), .number(row.interval?.upperBound),
            .text(row.word.rawValue), .text(pair.comparison.isPaired ? "yes" : "no"), .text(first.facts.label),
            .text(pair.second.facts.label), .number(row.pValue), .number(row.adjustedPValue),
            .number(row.varianceReduction),
          ]
        }
      })
  }
}
