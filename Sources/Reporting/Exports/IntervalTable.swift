public import ContactCenter
public import KPIs

/// The KPIs of every interval as rows: one for the center and, where there are several, one for each queue.
///
/// Contacts are booked in the interval of their arrival, agent-time where it was spent. What is known by the day alone
/// (people, money) is left out. A KPI that an interval knows nothing of is an empty field.
public struct IntervalTable: Sendable {
  private let subject: ExportSubject
  private let scenario: Scenario
  private let kpis: [KPI]

  public init(_ subject: ExportSubject, scenario: Scenario) {
    self.subject = subject
    self.scenario = scenario
    kpis = KPICatalog.all.filter { $0.unit != .people && $0.unit != .money }
  }

  public var head: String {
    let columns =
      ["replication", "start", "minutes", "queue"] + kpis.map { $0.unit == .ratio ? $0.name + "_pct" : $0.name }
    return CSVFormat.line(columns.map { .text($0) })
  }

  /// The rows of one interval; empty where nothing was.
  public func rows(replication: Int, interval: Int, _ sums: DaySums) -> String {
    guard !sums.isEmpty else { return "" }
    var sums = sums
    sums.isOfOpenDay = true
    let queues: [Int?] = [nil] + (scenario.queues.count > 1 ? scenario.queues.indices.map { $0 } : [])
    return queues.map { queue in
      var context = ScoringContext(scenario: scenario)
      context.queue = queue
      let lead: [Records.Field] = [
        .integer(replication), .text(subject.clock.local(.zero + Int64(interval) * scenario.interval)),
        .number(Double(scenario.interval.microseconds) / 6e7), .text(queue.map { scenario.queues[$0].name }),
      ]
      return CSVFormat.line(lead + kpis.map { field($0, sums, context) })
    }.joined()
  }

  private func field(_ kpi: KPI, _ sums: DaySums, _ context: ScoringContext) -> Records.Field {
    guard context.queue == nil || kpi.isByQueue else { return .missing }
    let fraction = kpi.fraction(sums, context)
    guard fraction.denominator > 0 else { return .missing }
    let value = fraction.numerator / fraction.denominator
    return kpi.unit == .ratio ? .percent(value) : .number(value)
  }
}
