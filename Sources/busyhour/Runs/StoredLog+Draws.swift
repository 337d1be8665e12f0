internal import ContactCenter
internal import EventLog
internal import Reporting
internal import ResultsStore
internal import Simulation

extension StoredLog {
  /// What chance gave a contact, derived again from plan, seed and replication.
  ///
  /// - Parameter events: those of the contact.
  /// - Returns: nil where it cannot be derived: the run is of another engine version, or the log holds a contact that the
  ///   plan's arrivals do not give.
  func draws(of events: [RecordedEvent]) throws -> [DrawnValue]? {
    guard isOfThisEngine, let contact = events.first?.contact, let story = try story(of: contact, events) else {
      return nil
    }
    var finder = try DrawFinder(plan: plan, seed: seed, replication: replication)
    let others = try contactsFromOutside(at: story.arrivals[0].time, before: story.first)
    return finder.draws(of: story.arrivals, after: others)?.draws.map(DrawnValue.init)
  }

  /// The factors that chance drew for the demand of the stretches in which a contact came, the widest first; none where
  /// the run is of another engine version.
  func demandFactors(of events: [RecordedEvent]) -> [Event] {
    guard isOfThisEngine, let arrival = Self.arrival(events) else { return [] }
    let factors = plan.factors(ofQueue: arrival.queue)
    var latest: [FactorScope: Event] = [:]
    for record in DemandFactors(plan).events(seed: seed, replication: replication)
    where record.time <= arrival.time.microseconds {
      guard let key = record.event.flatMap(FactorKey.init), factors.contains(key),
        record.time >= stretchStart(key.scope, at: arrival.time).microseconds
      else { continue }
      latest[key.scope] = record.event
    }
    return FactorScope.allCases.compactMap { latest[$0] }
  }

  /// Where the stretch of a factor begins in which an instant lies.
  private func stretchStart(_ scope: FactorScope, at time: SimulationTime) -> SimulationTime {
    switch scope {
    case .forecast: .zero
    case .day: plan.dayStarts.last { $0 <= time } ?? .zero
    case .interval: SimulationTime(microseconds: time.microseconds - time.microseconds % plan.interval.microseconds)
    }
  }

  /// The customer's contacts up to this one, and the number of the first.
  private func story(
    of contact: UInt32, _ events: [RecordedEvent]
  ) throws -> (first: UInt32, arrivals: [DrawFinder.Arrival])? {
    var (first, arrivals) = (contact, [DrawFinder.Arrival]())
    var arrival = Self.arrival(events)
    while let next = arrival {
      arrivals.append(next)
      guard let link = next.link else { return (first, arrivals.reversed()) }
      // Numbers grow along a story: a log that says otherwise is not one of ours, and could lead in a circle.
      guard link.previous < first else { return nil }
      first = link.previous
      arrival = Self.arrival(try self.events(of: first))
    }
    return nil
  }

  /// How many contacts arrived from outside at an instant, before one of them.
  private func contactsFromOutside(at time: SimulationTime, before contact: UInt32) throws -> Int {
    var count = 0
    try forEach(EventFilter(window: TimeWindow(atMicrosecond: time))) { _, record in
      guard record.contact < contact else { return }
      switch EventKind(rawValue: record.kindCode) {
      case .contactArrived: count += 1
      case .contactLinked: count -= 1
      default: break
      }
    }
    return count
  }

  /// How a contact came, from its events.
  private static func arrival(_ events: [RecordedEvent]) -> DrawFinder.Arrival? {
    var arrival: DrawFinder.Arrival?
    for event in events {
      switch event.event {
      case .contactArrived(_, let queue): arrival = .init(time: event.time, queue: queue)
      case .contactLinked(_, _, let link): arrival?.link = link
      default: continue
      }
    }
    return arrival
  }
}

extension RecordedEvent {
  /// The contact that it is about.
  fileprivate var contact: UInt32? {
    let contact = EventRecord(event, at: time).contact
    return contact > 0 ? contact : nil
  }
}

extension DrawnValue {
  fileprivate init(_ draw: ContactDraws.Draw) {
    let value: Value =
      switch draw.value {
      case .span(let span): .span(span)
      case .endless: .endless
      case .uniform(let number, let share): .uniform(number, below: share)
      }
    self.init(name: draw.subject.rawValue, value: value)
  }
}
