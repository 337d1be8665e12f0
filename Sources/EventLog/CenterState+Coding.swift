extension CenterState {
  /// Of the coding, and of what ``apply(_:)`` makes of events: states that another version left are not read.
  static let codingVersion: UInt64 = 1

  /// The whole state in few bytes, see ``init(coded:)``.
  public var coded: [UInt8] {
    var sink = NumberSink()
    for number in [Self.codingVersion, UInt64(bitPattern: time), UInt64(eventCount), UInt64(agents.count)] {
      sink.put(number)
    }
    for agent in agents { put(agent, to: &sink) }
    sink.put(UInt64(waiting.count))
    for entry in waiting {
      sink.put(UInt64(entry.contact))
      sink.put(UInt64(entry.queue))
      sink.put(before(entry.since))
    }
    return sink.bytes
  }

  /// - Returns: nil where the bytes are no state, or one of another version.
  public init?(coded bytes: [UInt8]) {
    var source = NumberSource(bytes)
    self.init()
    guard source.next() == Self.codingVersion, let time = source.next(), let events = source.next(),
      let agentCount = source.count()
    else { return nil }
    (self.time, eventCount) = (Int64(bitPattern: time), Int(truncatingIfNeeded: events))
    for _ in 0..<agentCount {
      guard let agent = agent(from: &source) else { return nil }
      agents.append(agent)
    }
    guard let lineCount = source.count() else { return nil }
    for _ in 0..<lineCount {
      guard let contact = source.next(), let queue = source.next(), let since = source.next() else { return nil }
      waiting.append(
        Waiting(
          contact: UInt32(truncatingIfNeeded: contact), queue: Int(truncatingIfNeeded: queue), since: instant(since)))
    }
    guard source.isAtEnd else { return nil }
  }

  private func put(_ agent: Agent, to sink: inout NumberSink) {
    let marks: UInt64 = (agent.isSignedIn ? 1 : 0) | (agent.activity == nil ? 0 : 2)
    sink.put(marks | UInt64(agent.work.count) << 2)
    if let activity = agent.activity { sink.put(UInt64(activity)) }
    sink.put(before(agent.since))
    sink.put(before(agent.freeSince))
    for work in agent.work {
      sink.put(UInt64(work.contact))
      sink.put(UInt64(work.queue) << 1 | (work.isAfterTalk ? 1 : 0))
      sink.put(before(work.since))
    }
  }

  private func agent(from source: inout NumberSource) -> Agent? {
    guard let marks = source.next() else { return nil }
    var agent = Agent()
    agent.isSignedIn = marks & 1 != 0
    if marks & 2 != 0 {
      guard let activity = source.next() else { return nil }
      agent.activity = Int(truncatingIfNeeded: activity)
    }
    guard let since = source.next(), let freeSince = source.next(), source.mayHold(marks >> 2) else { return nil }
    (agent.since, agent.freeSince) = (instant(since), instant(freeSince))
    for _ in 0..<(marks >> 2) {
      guard let contact = source.next(), let queue = source.next(), let since = source.next() else { return nil }
      agent.work.append(
        Agent.Work(
          contact: UInt32(truncatingIfNeeded: contact), queue: Int(queue >> 1), since: instant(since),
          isAfterTalk: queue & 1 != 0))
    }
    return agent
  }

  /// Instants as distances from the last event, which are short.
  private func before(_ instant: Int64) -> UInt64 { UInt64(bitPattern: time &- instant) }
  private func instant(_ distance: UInt64) -> Int64 { time &- Int64(bitPattern: distance) }
}
