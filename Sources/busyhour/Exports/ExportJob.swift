internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore

/// A run of the store -> a file of another tool, in one pass over its logs; in two where cases have to be known.
struct ExportJob: Sendable {
  /// What was written, for people.
  struct Tally: CustomStringConvertible {
    var events = 0
    var replications = 0
    var description: String {
      "\(NumberText.whole(events)) events of \(NumberText.whole(replications)) "
        + (replications == 1 ? "replication" : "replications")
    }
  }

  var reference: String
  var database: String
  var format: String
  /// nil: the first kept, for KPIs all.
  var replications: ReplicationChoice?
  var caseKind: CaseCensus.Kind
  /// nil: standard output.
  var output: String?

  /// - Throws: `StoreError`; ``CommandError``; `CancellationError`, and then there is no file.
  func run() throws -> Tally {
    let store = try ResultsStore.open(database, readOnly: true)
    let first: Int? = if case .one(let number)? = replications { number } else { nil }
    let log = try StoredLog(store, run: reference, replication: first)
    let numbers = try log.replications(replications ?? (format == "kpis" ? .all : .one(log.replication)))
    let subject = ExportSubject(run: log.id, runName: log.name, scenario: log.scenario, names: log.names)
    switch format {
    case "ocel": return try ObjectExport(log: log, numbers: numbers, path: output ?? "").write(subject)
    case "kpis": return try writeIntervals(log, numbers, subject)
    default: return try writeEvents(log, numbers, subject)
    }
  }

  private func writeEvents(_ log: StoredLog, _ numbers: [Int], _ subject: ExportSubject) throws -> Tally {
    guard var export = ExportCatalog.export(named: format, of: subject, caseKind: caseKind) else {
      throw CommandError.unknownFormat(format, allowed: ExportCatalog.names)
    }
    let writer = try LineWriter(path: output)
    var tally = Tally(replications: numbers.count)
    try writer.write(export.head)
    for number in numbers {
      let log = try log.at(number)
      var census = CaseCensus(caseKind)
      if export.needsCensus {
        try log.forEachPiece { _, records in
          try Task.checkCancellation()
          for record in records { census.add(record) }
        }
      }
      export.begin(number, census)
      try log.forEachEvent { event in
        try writer.write(export.text(of: event))
        tally.events += 1
      }
    }
    try writer.write(export.foot)
    try writer.close()
    return tally
  }

  private func writeIntervals(_ log: StoredLog, _ numbers: [Int], _ subject: ExportSubject) throws -> Tally {
    let table = IntervalTable(subject, scenario: log.scenario)
    let writer = try LineWriter(path: output)
    var fold = IntervalFold(log.foldParameters, byInterval: true)
    let claims = PlanClaims(log.plan, queues: log.scenario.queues.count)
    var tally = Tally(replications: numbers.count)
    try writer.write(table.head)
    for number in numbers {
      fold.reset()
      try log.at(number).forEachPiece { position, records in
        try Task.checkCancellation()
        try claims.check(records, from: position)
        fold.apply(records)
        tally.events += records.count
      }
      for interval in fold.parameters.firstCountedInterval..<fold.parameters.intervalCount {
        try writer.write(table.rows(replication: number, interval: interval, fold.intervalSums(interval)))
      }
    }
    try writer.close()
    return tally
  }
}

extension StoredLog {
  /// Lends the events in order.
  /// - Throws: also `CancellationError`.
  func forEachEvent(_ body: (RecordedEvent) throws -> Void) throws {
    try forEachPiece { position, records in
      try Task.checkCancellation()
      for (offset, record) in records.enumerated() {
        if let event = RecordedEvent(position + offset, record) { try body(event) }
      }
    }
  }
}
