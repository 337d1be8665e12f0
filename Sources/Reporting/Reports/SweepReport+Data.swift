internal import ContactCenter
internal import KPIs

extension SweepReport {
  public var json: [JSONValue.Member] {
    [
      .init("inputs", facts.inputs), .init("keys", .array(keys.map { .string($0) })),
      .init("staffing", .string(staffing.rawValue)), .init("missing_points", .integer(missingPoints)),
      .init("notes", .array(notes.map { .string($0) })),
      .init("points", .array(points.map(json))), .init("break_even", .array(limits.map(json))),
    ]
  }

  private func json(_ point: Point) -> JSONValue {
    .object([
      "values": .object(zip(keys, point.values).map { JSONValue.Member($0, .string($1)) }),
      "is_base": .bool(point.isBase),
      "metrics": .object(point.scorecard.metrics.map { JSONValue.Member($0.name, $0.estimate.json()) }),
      "targets": .array(point.scorecard.targets.map { ScorecardReport.object($0, interval: facts.intervalKey) }),
    ])
  }

  private func json(_ limit: Limit) -> JSONValue {
    .object([
      "target": .string(limit.target.name), "want": .string(limit.target.text), "key": .string(keys.first),
      "at": .string(limit.fixed.isEmpty ? nil : limit.fixed), "sentence": .string(sentence(limit)),
      "on_average": Self.json(limit.pair.onAverage),
      "on_95_pct_of_days": limit.pair.onMostDays.map(Self.json) ?? .null,
    ])
  }

  /// Stretches where the target holds; an open end is null.
  private static func json(_ breakEven: BreakEven) -> JSONValue {
    .array(
      breakEven.stretches.map { stretch in
        .object([
          "from": .number(stretch.from?.value), "from_ci95": .interval(stretch.from?.interval),
          "to": .number(stretch.to?.value), "to_ci95": .interval(stretch.to?.interval),
        ])
      })
  }

  /// One row a point: its values (`vary_shrinkage`: a key may have the name of a KPI), every KPI with its interval and its days, every target with its verdict.
  public var records: Records {
    let kpis = KPICatalog.all.filter { kpi in points.contains { $0.scorecard.metric(kpi.name) != nil } }
    let targets = points.first?.scorecard.targets.map(\.target) ?? []
    return Records(
      header: keys.map { "vary_\($0)" } + ["is_base", "staffing", "replications", "seed"]
        + kpis.flatMap { kpi in ["", "_ci95_low", "_ci95_high", "_p05", "_p95"].map { kpi.name + $0 } }
        + targets.flatMap { target in
          ["verdict", "days_met_pct", "weeks_met_pct"].map { "target_\(target.name)_\($0)" }
        },
      rows: points.map { point in
        point.values.map { .text($0) }
          + [
            .text(point.isBase ? "yes" : "no"), .text(staffing.rawValue), .integer(facts.replications),
            .text(String(facts.seed)),
          ]
          + kpis.flatMap { kpi -> [Records.Field] in
            let estimate = point.scorecard.metric(kpi.name)?.estimate
            return [
              .number(estimate?.mean), .number(estimate?.interval?.lowerBound), .number(estimate?.interval?.upperBound),
              .number(estimate?.percentiles?.p05), .number(estimate?.percentiles?.p95),
            ]
          }
          + targets.indices.flatMap { place -> [Records.Field] in
            let result = point.scorecard.targets[place]
            return [
              .text(result.verdict.rawValue), .percent(result.shareOfDaysMet), .percent(result.shareOfWeeksMet),
            ]
          }
      })
  }
}
