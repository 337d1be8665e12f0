internal import ContactCenter
internal import KPIs

extension ScorecardReport {
  public var json: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("inputs", facts.inputs), .init("provenance", facts.provenance),
      .init("metrics", .object(members(scorecard.metrics))),
      .init("targets", .array(scorecard.targets.map { Self.object($0, interval: facts.intervalKey) })),
    ]
    let kinds = Part.Kind.allCases.filter { !parts($0).isEmpty }
    if !kinds.isEmpty {
      let by = kinds.map { kind in
        JSONValue.Member(kind.rawValue, .object(parts(kind).map { JSONValue.Member($0.name, object($0)) }))
      }
      members.append(.init("by", .object(by)))
    }
    return members
  }

  private func object(_ part: Part) -> JSONValue {
    let metrics = members(part.metrics)
    guard part.kind == .activity else { return .object(metrics) }
    return .object(
      metrics + [.init("category", .string(part.category)), .init("assumed_share", .number(part.assumedShare))])
  }

  private func members(_ metrics: [Scorecard.Metric]) -> [JSONValue.Member] {
    metrics.map { JSONValue.Member($0.name, $0.estimate.json(interval: facts.intervalKey)) }
  }

  /// - Parameter interval: what to call the interval: `ci95`.
  static func object(_ result: TargetResult, interval: String) -> JSONValue {
    let range = result.target.range
    return .object([
      "name": .string(result.target.name), "metric": .string(result.target.metric),
      "want": .string(result.target.text), "range": .array([.number(range.lower), .number(range.upper)]),
      "got": .number(result.estimate?.mean), interval: .interval(result.estimate?.interval),
      "verdict": .string(result.verdict.rawValue), "grade": .string(result.grade?.rawValue),
      "share_of_days_met": .number(result.shareOfDaysMet),
      "share_of_days_met_ci95": .interval(result.shareOfDaysInterval),
      "share_of_weeks_met": .number(result.shareOfWeeksMet),
      "replications_to_settle": .integer(result.replicationsToSettle),
    ])
  }

  public var records: Records {
    let header = [
      "kind", "by", "part", "name", "unit", "mean", "\(facts.intervalKey)_low", "\(facts.intervalKey)_high", "p05",
      "p50", "p95", "n", "numerator", "denominator", "estimator", "want", "verdict", "grade", "days_met_pct",
      "weeks_met_pct",
    ]
    let whole = scorecard.metrics.map { Self.row($0, part: nil) }
    let parted = parts.flatMap { part in part.metrics.map { Self.row($0, part: part) } }
    return Records(header: header, rows: scorecard.targets.map(Self.row) + whole + parted)
  }

  private static func row(_ metric: Scorecard.Metric, part: Part?) -> [Records.Field] {
    // What is assumed of an activity stands where targets have what is wanted.
    [.text("metric"), .text(part?.kind.rawValue), .text(part?.name), .text(metric.name)] + metric.estimate.fields
      + [.number(part?.assumedShare)] + Array(repeating: .missing, count: 4)
  }

  private static func row(_ result: TargetResult) -> [Records.Field] {
    let unknown = Array(repeating: Records.Field.missing, count: 11)
    return [.text("target"), .missing, .missing, .text(result.target.name)] + (result.estimate?.fields ?? unknown)
      + [
        .text(result.target.text), .text(result.verdict.rawValue), .text(result.grade?.rawValue),
        .percent(result.shareOfDaysMet), .percent(result.shareOfWeeksMet),
      ]
  }
}

extension Estimate {
  /// - Parameter name: what to call the interval.
  func json(interval name: String = ConfidenceText(confidence: Self.confidence).key) -> JSONValue {
    .object([
      "mean": .number(mean), name: .interval(interval), "p05": .number(percentiles?.p05),
      "p50": .number(percentiles?.p50), "p95": .number(percentiles?.p95), "n": .integer(count),
      "numerator": .number(numerator), "denominator": .number(denominator),
      "estimator": .string(Estimate.estimatorName), "unit": .string(unit.rawValue),
    ])
  }

  /// Unit to estimator, as in the header of a scorecard's records.
  var fields: [Records.Field] {
    [
      .text(unit.rawValue), .number(mean), .number(interval?.lowerBound), .number(interval?.upperBound),
      .number(percentiles?.p05), .number(percentiles?.p50), .number(percentiles?.p95), .integer(count),
      .number(numerator), .number(denominator), .text(Estimate.estimatorName),
    ]
  }
}
