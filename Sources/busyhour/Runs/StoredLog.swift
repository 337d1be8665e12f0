internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore
internal import Workforce

/// The log of one replication of a stored run: read where it is kept, else made again from the seed.
struct StoredLog {
  private let store: ResultsStore
  private let run: Run
  private let id: RunID
  private let isKept: Bool
  let replication: Int
  let names: EventNames

  /// - Parameter replication: nil: the first whose log is kept.
  /// - Throws: `StoreError` for an unknown run or replication.
  init(_ store: ResultsStore, run reference: String, replication: Int?) throws {
    let run = try RunReader(store: store).run(matching: reference).expectResults()
    guard let id = RunID(run.id) else { throw CommandError.noResults(run.title) }
    let kept = try store.keptReplications(of: id)
    let number = replication ?? kept.first ?? run.results[0].index
    guard run.results.contains(where: { $0.index == number }) else {
      throw CommandError.noReplication(number, count: run.results.count)
    }
    (self.store, self.run, self.id, self.replication) = (store, run, id, number)
    isKept = kept.contains(number)
    names = EventNames(scenario: run.scenario, plan: run.staffed.plan)
  }

  func story(ofCall number: Int) throws -> ContactStory {
    var events: [RecordedEvent] = []
    var last = 0
    try forEach { event in
      guard let contact = event.event.contact else { return }
      last = max(last, Int(contact))
      if Int(contact) == number { events.append(event) }
    }
    guard !events.isEmpty else { throw CommandError.noContact(number, last: last) }
    return ContactStory(replication: replication, contact: UInt32(number), events: events, names: names)
  }

  func write(as format: any EventFormat, call: Int?, in window: TimeWindow, to writer: LineWriter) throws {
    if let header = format.header { try writer.write(header) }
    try forEach { event in
      guard window.contains(event.time) else { return }
      if let call, event.event.contact.map({ Int($0) }) != call { return }
      try writer.write(format.line(event, names))
    }
  }

  private func forEach(_ body: (RecordedEvent) throws -> Void) throws {
    var position = 0
    func lend(_ records: UnsafeBufferPointer<EventRecord>) throws {
      for record in records {
        if let event = record.event {
          try body(RecordedEvent(position: position, time: SimulationTime(microseconds: record.time), event: event))
        }
        position += 1
      }
    }
    if isKept {
      try store.forEachSegment(of: id, replication: replication) { segment in
        try SegmentReader.records(of: segment).withUnsafeBufferPointer(lend)
      }
    } else {
      var worker = try ReplicationWorker(run.experiment(replication..<replication + 1))
      try worker.replay(replication, lend)
    }
  }
}

extension Event {
  /// The contact that the event is about.
  fileprivate var contact: UInt32? {
    switch self {
    case .contactArrived(let contact, _), .contactQueued(let contact, _, _), .contactAnswered(let contact, _, _, _),
      .contactAbandoned(let contact, _, _), .contactDisconnected(let contact, _, _),
      .contactCompleted(let contact, _, _, _), .wrapUpEnded(let contact, _, _, _):
      contact
    default: nil
    }
  }
}
