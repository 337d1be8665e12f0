internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore
internal import ScenarioFiles
internal import Workforce

/// The log of one replication of a stored run: read where it is kept, else made again from the seed and held against its
/// digest. The run's results are not read.
struct StoredLog {
  private let store: ResultsStore
  private let record: RunRecord
  private let plan: SimulationPlan
  private let stored: StoredReplication
  let scenario: Scenario
  let replication: Int
  let names: EventNames

  /// - Parameter replication: nil: the first whose log is kept, else the first.
  /// - Throws: `StoreError` for an unknown run or replication; ``CommandError/otherEngine(run:version:current:)`` for one
  ///   that would have to be made again by another version.
  init(_ store: ResultsStore, run reference: String, replication: Int?) throws {
    record = try store.run(matching: reference)
    let document = try RunReader(store: store).document(of: record)
    scenario = document.scenario
    plan = try PlanBuilder.build(document.scenario).plan
    let number = try replication ?? store.firstKeptReplication(of: record.id) ?? 0
    guard let stored = try store.replication(number, of: record.id) else {
      throw CommandError.noReplication(number, count: record.replications)
    }
    guard stored.isLogKept || record.engineVersion == EngineVersion.current else {
      throw CommandError.otherEngine(run: record.title, version: record.engineVersion, current: EngineVersion.current)
    }
    (self.store, self.replication, self.stored) = (store, number, stored)
    names = EventNames(scenario: scenario, plan: plan)
  }

  var digest: StreamDigest.Value { stored.digest }
  var title: String { record.title }

  func story(ofCall number: Int) throws -> ContactStory {
    guard let call = UInt32(exactly: number) else { throw CommandError.noContact(number, last: 0) }
    var events: [RecordedEvent] = []
    try forEach(EventFilter(call: call, window: .whole)) { position, record in
      if let event = RecordedEvent(position, record) { events.append(event) }
    }
    guard !events.isEmpty else { throw CommandError.noContact(number, last: try lastContact()) }
    var story = ContactStory(replication: replication, contact: call, events: events, names: names)
    let queued = events.first { $0.event.kind == .contactQueued }
    if let queued { story.reasons = try WaitReason(scenario: scenario, plan: plan).sentences(for: queued, in: self) }
    return story
  }

  private func lastContact() throws -> Int {
    var last: UInt32 = 0
    try forEach(EventFilter(window: .whole)) { _, record in last = max(last, record.contact) }
    return Int(last)
  }

  func write(as format: any EventFormat, _ filter: EventFilter, to writer: LineWriter) throws {
    if let header = format.header { try writer.write(header) }
    try forEach(filter) { position, record in
      if let event = RecordedEvent(position, record) { try writer.write(format.line(event, names)) }
    }
  }

  /// The center after all events up to an instant, or up to and without a position.
  func state(until end: Int64, before position: Int = .max) throws -> CenterState {
    var state = CenterState()
    try forEach(EventFilter(window: TimeWindow(until: end))) { place, record in
      if place < position { state.apply(record) }
    }
    state.settle { plan.queues.indices.contains($0) && plan.queues[$0].wrapUp != nil }
    return state
  }

  /// Lends the records that pass, in order, with their positions; of a kept log only the segments that may hold any.
  func forEach(_ filter: EventFilter, _ body: (Int, EventRecord) throws -> Void) throws {
    var position = 0
    func lend(_ records: UnsafeBufferPointer<EventRecord>) throws {
      for record in records {
        if filter.contains(record) { try body(position, record) }
        position += 1
      }
    }
    guard !stored.isLogKept else {
      var reader = SegmentReader()
      return try store.forEachSegment(
        of: record.id, replication: replication, contact: filter.call, times: filter.window.range
      ) { segment in
        position = segment.firstPosition
        try reader.read(segment, lend)
      }
    }
    let experiment = Experiment(
      plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: record.seed,
      replications: replication..<replication + 1)
    var worker = try ReplicationWorker(experiment)
    var digest = StreamDigest()
    try worker.replay(replication) { records in
      digest.absorb(records)
      try lend(records)
    }
    guard digest.value == stored.digest else {
      throw CommandError.notReproducible(
        run: record.title, reason: "replication \(replication) has another digest than the stored one")
    }
  }
}

extension RecordedEvent {
  init?(_ position: Int, _ record: EventRecord) {
    guard let event = record.event else { return nil }
    self.init(position: position, time: SimulationTime(microseconds: record.time), event: event)
  }
}
