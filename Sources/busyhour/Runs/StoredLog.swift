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
  private var stored: StoredReplication
  let plan: SimulationPlan
  let scenario: Scenario
  private(set) var replication: Int
  let names: EventNames

  /// - Parameter replication: nil: the first whose log is kept, else the first.
  /// - Throws: `StoreError` for an unknown run or replication; ``CommandError/otherEngine(run:version:current:)`` for one
  ///   that would have to be made again by another version.
  init(_ store: ResultsStore, run reference: String, replication: Int?) throws {
    record = try store.run(matching: reference)
    let document = try RunReader(store: store).document(of: record)
    scenario = document.scenario
    plan = try document.staffed().plan
    let number = try replication ?? store.firstKeptReplication(of: record.id) ?? 0
    if replication == nil, try store.replication(number, of: record.id) == nil {
      throw CommandError.noResults(record.title)
    }
    stored = try Self.stored(number, of: record, in: store)
    (self.store, self.replication) = (store, number)
    names = EventNames(scenario: scenario, plan: plan)
  }

  private static func stored(
    _ number: Int, of record: RunRecord, in store: ResultsStore
  ) throws -> StoredReplication {
    guard let stored = try store.replication(number, of: record.id) else {
      throw CommandError.noReplication(number, count: record.replications)
    }
    guard stored.isLogKept || record.engineVersion == EngineVersion.current else {
      throw CommandError.otherEngine(run: record.title, version: record.engineVersion, current: EngineVersion.current)
    }
    return stored
  }

  /// The log of another replication of the same run.
  func at(_ number: Int) throws -> StoredLog {
    var log = self
    (log.replication, log.stored) = (number, try Self.stored(number, of: record, in: store))
    return log
  }

  /// The numbers of the replications that are meant, in order; one that is not stored is refused when it is read.
  /// - Throws: ``CommandError/noKeptLogs(_:)``.
  func replications(_ choice: ReplicationChoice) throws -> [Int] {
    switch choice {
    case .one(let number): return [number]
    case .kept:
      let kept = try store.keptReplications(of: record.id)
      guard !kept.isEmpty else { throw CommandError.noKeptLogs(record.title) }
      return kept
    case .all:
      let missing = try store.missingReplications(of: record.id)
      return (0..<record.replications).filter { number in !missing.contains { $0.contains(number) } }
    }
  }

  var digest: StreamDigest.Value { stored.digest }
  var title: String { record.title }
  var id: String { record.id.description }
  var name: String? { record.name }
  var seed: UInt64 { record.seed }
  var isOfThisEngine: Bool { record.engineVersion == EngineVersion.current }
  func remarkEngine(_ console: Console) { record.remarkEngine(console) }
  var foldParameters: FoldParameters {
    FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait))
  }

  func story(ofCall number: Int) throws -> ContactStory {
    // Number 0 is what events carry that are about no contact.
    guard let call = UInt32(exactly: number), call > 0 else {
      throw CommandError.noContact(number, last: try lastContact())
    }
    let lives = try chain(of: call).map { (contact: $0, events: try self.events(of: $0)) }
    let events = lives.flatMap(\.events).sorted { $0.position < $1.position }
    guard !events.isEmpty else { throw CommandError.noContact(number, last: try lastContact()) }
    var story = ContactStory(replication: replication, contact: call, events: events, names: names)
    let queued = events.first { event in
      if case .contactQueued(call, queue: _, position: _) = event.event { true } else { false }
    }
    if let queued { story.reasons = try WaitReason(scenario: scenario, plan: plan).sentences(for: queued, in: self) }
    // Those that it continues, or that continue it, came at another time, perhaps to another queue.
    let own = lives.first { $0.contact == call }?.events ?? []
    story.draws = try draws(of: own)
    story.demand = demandFactors(of: own)
    return story
  }

  func events(of contact: UInt32) throws -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try forEach(EventFilter(call: contact, window: .whole)) { position, record in
      if let event = RecordedEvent(position, record) { events.append(event) }
    }
    return events
  }

  /// The contact, those that it continues, and those that continue it, in order of number.
  private func chain(of call: UInt32) throws -> [UInt32] {
    guard !plan.isPlain else { return [call] }
    let links = try links()
    // Links come in order of number and lead to smaller ones: a pass back finds the first, a pass on whatever follows.
    let first = links.reversed().reduce(call) { $1.contact == $0 ? $1.previous : $0 }
    var chain: Set = [first]
    for link in links where chain.contains(link.previous) { chain.insert(link.contact) }
    return chain.sorted()
  }

  /// Every link, from the guides of a kept log where it has them, else from its events.
  private func links() throws -> [SegmentGuide.Link] {
    if stored.isLogKept, let links = try store.links(of: record.id, replication: replication) { return links }
    var links: [SegmentGuide.Link] = []
    try forEach(EventFilter(kind: .contactLinked, window: .whole)) { _, record in
      links.append(.init(contact: record.contact, previous: UInt32(truncatingIfNeeded: record.reference)))
    }
    return links
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
    var (state, start) = (CenterState(), 0)
    if stored.isLogKept,
      let guide = try store.guide(of: record.id, replication: replication, until: end, before: position),
      let known = CenterState(coded: guide.state)
    {
      (state, start) = (known, guide.firstPosition)
    }
    try forEach(EventFilter(window: TimeWindow(until: end)), from: start) { place, record in
      if place < position { state.apply(record) }
    }
    state.settle { plan.queues.indices.contains($0) && plan.queues[$0].wrapUp != nil }
    return state
  }

  /// Lends the records that pass, in order, with their positions; of a kept log only the segments that may hold any.
  /// - Parameter start: of a kept log only the segments that begin there or later.
  func forEach(_ filter: EventFilter, from start: Int = 0, _ body: (Int, EventRecord) throws -> Void) throws {
    try forEachPiece(contact: filter.call, times: filter.window.range, from: start) { position, records in
      for (offset, record) in records.enumerated() where filter.contains(record) { try body(position + offset, record) }
    }
  }

  /// Lends the records piece by piece, in order, each piece with the position of its first record.
  ///
  /// - Parameters:
  ///   - contact: of a kept log only the pieces that may hold events of this contact.
  ///   - times: of a kept log only those that may hold events from here to there, in microseconds.
  ///   - start: of a kept log only those of segments that begin at this position or later.
  func forEachPiece(
    contact: UInt32? = nil, times: ClosedRange<Int64>? = nil, from start: Int = 0,
    _ body: (Int, UnsafeBufferPointer<EventRecord>) throws -> Void
  ) throws {
    guard stored.isLogKept else { return try remake(body) }
    let log = KeptLog(store: store, run: record.id, replication: replication)
    var reader = SegmentReader()
    var digest = StreamDigest()
    try store.forEachSegment(
      of: record.id, replication: replication, contact: contact, times: times, from: start
    ) { segment in
      var position = segment.firstPosition
      try log.reading {
        try reader.read(segment) { written in
          try UpcasterChain.current.lend(written) { try body(position, $0) }
          digest.absorb(written)
          position += written.count
        }
      }
    }
    // A part has no digest: `replay` and `store verify` look at the rest.
    let isWhole = contact == nil && times == nil && start == 0
    if isWhole { try log.check(digest.value, against: stored.digest) }
  }

  private func remake(_ body: (Int, UnsafeBufferPointer<EventRecord>) throws -> Void) throws {
    let experiment = Experiment(
      plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: record.seed,
      replications: replication..<replication + 1)
    var worker = try ReplicationWorker(experiment)
    var (digest, position) = (StreamDigest(), 0)
    try worker.replay(replication) { records in
      digest.absorb(records)
      try body(position, records)
      position += records.count
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
