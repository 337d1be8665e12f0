internal import EventLog
internal import Reporting

/// Which events of a log are asked for.
struct EventFilter {
  var call: UInt32?
  var agent: Int?
  var queue: Queue?
  var kind: EventKind?
  var window: TimeWindow

  struct Queue {
    var index: Int
    /// Those that move its demand: a factor may move several queues, and its event names the first.
    var factors: Set<FactorKey>
  }

  func contains(_ record: EventRecord) -> Bool {
    guard window.contains(microseconds: record.time) else { return false }
    if let call, record.contact != call { return false }
    guard agent != nil || queue != nil || kind != nil else { return true }
    guard let itsKind = EventKind(rawValue: record.kindCode) else { return false }
    if let kind, kind != itsKind { return false }
    if let agent, record.agent != agent || !Self.fields[Int(record.kindCode)].agent { return false }
    guard let queue else { return true }
    if itsKind == .demandFactorDrawn {
      return record.event.flatMap(FactorKey.init).map(queue.factors.contains) ?? false
    }
    return record.queue == queue.index && Self.fields[Int(record.kindCode)].queue
  }

  /// Of every code: whether the kind names an agent, a queue.
  private static let fields: [(agent: Bool, queue: Bool)] = (0...255).map { code in
    guard let kind = EventKind(rawValue: UInt8(code)) else { return (false, false) }
    let entry = EventCatalog.entry(of: kind)
    return (entry.namesAgent, entry.fields.contains { $0.name == "queue" })
  }

  /// The kind that a word means: `contact_answered` or `contactAnswered`.
  static func kind(named word: String) throws -> EventKind {
    let plain = word.filter { $0 != "_" }.lowercased()
    if let kind = EventKind.allCases.first(where: { "\($0)".lowercased() == plain }) { return kind }
    throw CommandError.unknownName(word, what: "type of event", known: EventKind.allCases.map { "\($0)" })
  }

  static func index(of word: String, in names: [String], what: String) throws -> Int {
    if let index = names.firstIndex(of: word) { return index }
    throw CommandError.unknownName(word, what: what, known: names)
  }
}
