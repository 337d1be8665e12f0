internal import ContactCenter
internal import EventLog
internal import Reporting
internal import ResultsStore
internal import ScenarioFiles

/// Two runs, event by event, up to the first in which they differ.
struct LogDifference {
  var store: ResultsStore
  var first: String
  var second: String

  func report(replication: Int?) throws -> DifferenceReport {
    let (left, right) = (try store.run(matching: first), try store.run(matching: second))
    let inputs = try inputs(left, right)
    guard let number = try replication ?? firstThatDiffers(left, right) else {
      var report = DifferenceReport(first: left.title, second: right.title, replication: nil, inputs: inputs)
      report.compared = try numbersInCommon(left, right).count
      if report.compared == 0 { throw CommandError.nothingInCommon(left.title, right.title) }
      return report
    }
    let logs = (
      try StoredLog(store, run: first, replication: number), try StoredLog(store, run: second, replication: number)
    )
    return try compare(logs.0, logs.1, inputs)
  }

  /// What was asked differently: the reason of every difference that is no fault.
  private func inputs(_ left: RunRecord, _ right: RunRecord) throws -> [String] {
    let reader = RunReader(store: store)
    let texts = InputDifferences.between(
      try reader.document(of: left).expandedText, try reader.document(of: right).expandedText
    ).filter { !$0.hasPrefix("run.") && !$0.hasPrefix("name ") }
    let seeds = left.seed == right.seed ? [] : ["seed \(left.seed) -> \(right.seed)"]
    let engines =
      left.engineVersion == right.engineVersion ? [] : ["engine \(left.engineVersion) -> \(right.engineVersion)"]
    return texts + seeds + engines
  }

  /// By the digests, without reading a log; nil where all that both have are equal.
  private func firstThatDiffers(_ left: RunRecord, _ right: RunRecord) throws -> Int? {
    try numbersInCommon(left, right).first { index in
      try store.replication(index, of: left.id)?.digest != store.replication(index, of: right.id)?.digest
    }
  }

  private func numbersInCommon(_ left: RunRecord, _ right: RunRecord) throws -> [Int] {
    let missing = try store.missingReplications(of: left.id) + store.missingReplications(of: right.id)
    return (0..<min(left.replications, right.replications)).filter { number in
      !missing.contains { $0.contains(number) }
    }
  }

  private func compare(_ left: StoredLog, _ right: StoredLog, _ inputs: [String]) throws -> DifferenceReport {
    var report = DifferenceReport(
      first: left.title, second: right.title, replication: left.replication, inputs: inputs)
    guard left.digest != right.digest else { return report }
    var mine: [EventRecord] = []
    try left.forEach(EventFilter(window: .whole)) { _, record in mine.append(record) }
    var count = 0
    try right.forEach(EventFilter(window: .whole)) { position, record in
      count += 1
      guard report.position == nil, position >= mine.count || mine[position] != record else { return }
      report.position = position
      report.secondEvent = Self.line(position, record, right.names)
    }
    if report.position == nil { report.position = count }
    let position = report.position ?? 0
    if position < mine.count { report.firstEvent = Self.line(position, mine[position], left.names) }
    report.before = mine[max(0, position - 3)..<min(position, mine.count)].enumerated().map { offset, record in
      Self.line(max(0, position - 3) + offset, record, left.names)
    }
    return report
  }

  private static func line(_ position: Int, _ record: EventRecord, _ names: EventNames) -> String {
    guard let event = RecordedEvent(position, record) else { return "" }
    return String(EventText().line(event, names).dropLast())
  }
}
