internal import EventLog

/// The quick way for one queue that one team serves, first come, first served.
///
/// There a contact's whole life follows from the instants at which agents become free (Kiefer & Wolfowitz, "On the theory
/// of queues with many servers", 1955): the agent is the one who is free first, the talk begins when both are there, and
/// whoever would wait beyond their patience leaves before. So contacts are *served* in order of arrival, one update of a
/// tree each, ahead of the clock. The instants that the tree gives never decrease, which makes them the ends of talk in
/// order of time: the log is *written* by merging them with the arrivals, and with the few who leave. Neither loop has a
/// branch on what happens next; that branch, mispredicted once a contact, is what an event loop cannot avoid.
///
/// It is bound to the other way bit for bit, ties included: an idle agent stands in the tree with the instant since when,
/// and the order of ends of talk at one instant is that of agents there and here.
struct SingleLine: ~Copyable {
  /// What an agent's end of talk will state; zeros for an agent without a talk.
  struct Talk {
    var start: UInt64
    var contact: UInt64
  }

  /// A contact that waits still when the stretch ends.
  struct Remaining {
    var contact: UInt32
    var queuedAt: Int64
    var patience: Int64
    var handleTime: Int64
    /// When patience ends.
    var deadline: Int64 { patience == ContactBlock.endless ? patience : queuedAt &+ patience }
  }

  var arrivals = EventGroups()
  var ends = EventGroups()
  /// When each agent on duty is free: the end of the talk, or the instant since when.
  private var freeTimes: CompletionTree
  private let talks: UnsafeMutablePointer<Talk>
  private let agentCount: Int
  /// Those who will leave the line.
  var departing = WaitingLines(queueCount: 1)

  /// The stretch ends here: nothing at or beyond this instant is decided.
  private var end: Int64 = 0
  /// What lies before this instant can be written.
  private(set) var known: Int64 = 0
  private var isServed = false
  /// Whether all is served, and ``known`` is the end.
  private(set) var isComplete = false
  /// Contacts in line at the instant up to which the log is written.
  var waiting = 0
  /// Time of the last event written.
  var clock: Int64 = 0

  /// The agents free at the end, in the order in which they became so: instant x 2^16 + agent.
  private(set) var idle: [UInt64] = []
  private(set) var remaining: [Remaining] = []

  /// - Parameter agentCount: 0 where the plan has no use for this way.
  init(agentCount: Int) {
    self.agentCount = agentCount
    freeTimes = CompletionTree(agentCount: agentCount)
    talks = .allocate(capacity: max(1, agentCount))
  }

  deinit { talks.deallocate() }
}

// MARK: - Beginning and end

extension SingleLine {
  /// Begins a stretch with nobody on duty and nobody in line.
  mutating func begin(at clock: Int64, until end: Int64) {
    (self.clock, self.end, known, waiting) = (clock, end, clock, 0)
    (isServed, isComplete) = (false, false)
    arrivals.removeAll()
    ends.removeAll()
    freeTimes.removeAll()
    departing.removeAll()
    idle.removeAll(keepingCapacity: true)
    remaining.removeAll(keepingCapacity: true)
  }

  mutating func addIdle(_ agent: Int, since: Int64) {
    talks[agent] = Talk(start: 0, contact: 0)
    freeTimes.set(agent, endsAt: since)
  }

  mutating func addTalking(_ agent: Int, since: Int64, contact: UInt32, until end: Int64) {
    talks[agent] = Self.talk(with: UInt64(contact) &<< 32, since: UInt64(bitPattern: since) &<< 16)
    freeTimes.set(agent, endsAt: end)
  }

  @inline(__always) private static func talk(with contact: UInt64, since start: UInt64) -> Talk {
    Talk(start: start, contact: contact | UInt64(EventKind.contactCompleted.rawValue))
  }

  /// The talk that an agent is in at the end of the stretch; nil for one who is free or away.
  func talk(of agent: Int) -> (contact: UInt32, start: Int64, end: Int64)? {
    let end = freeTimes.end(of: agent)
    guard end < Simulator.endOfTime else { return nil }
    return (UInt32(talks[agent].contact &>> 32), Int64(bitPattern: talks[agent].start &>> 16), end)
  }
}

// MARK: - Serving

extension SingleLine {
  private static var arrivedCode: UInt64 { UInt64(EventKind.contactArrived.rawValue) }
  private static var queuedCode: UInt64 { UInt64(EventKind.contactQueued.rawValue) }
  private static var answeredCode: UInt64 { UInt64(EventKind.contactAnswered.rawValue) }
  private static var recordSize: UInt64 { UInt64(MemoryLayout<EventRecord>.size) }

  /// Serves the rest of a block of contacts. All that is known must be written.
  mutating func serve(_ process: UnsafeMutablePointer<ArrivalProcess>, lastContact: inout UInt32) {
    if isServed { return releaseIdle() }
    let rest = process.pointee.rest
    arrivals.makeRoom(for: rest.count)
    ends.makeRoom(for: rest.count)
    let (talks, path, end) = (talks, freeTimes.path, end)
    var (lastArrival, lastEnd) = (arrivals.last, ends.last)
    var (contact, first, taken) = (UInt64(lastContact) &<< 32, freeTimes.first, 0)
    while taken < rest.count {
      let (arrival, handleTime, patience) = (rest.times[taken], rest.handleTimes[taken], rest.patience[taken])
      guard arrival < end else {
        isServed = true
        break
      }
      if arrival >= 0 {  // Otherwise a thinning keeps the contact away.
        let free = Int64(bitPattern: first &>> 16)
        if handleTime == 0, free <= arrival {
          // Such a talk ends at the instant of its arrival, which no order of instants and agents can tell.
          (self.end, isServed) = (arrival &+ 1, true)
          break
        }
        contact &+= 1 &<< 32
        let waits: UInt64 = free > arrival ? 1 : 0
        let at = UInt64(bitPattern: arrival) &<< 16
        let agent = first & 0xFFFF
        // All ones where nobody waits: agent and reference of an answer, which a queueing lacks.
        let answered = waits &- 1
        lastArrival.initialize(
          to: EventGroup(
            first: EventRecord(word0: at, word1: 0, word2: contact | Self.arrivedCode),
            second: EventRecord(
              word0: at | agent & answered, word1: at & answered,
              word2: (contact | Self.queuedCode) &+ (answered & (Self.answeredCode &- Self.queuedCode))),
            facts: 2 &* Self.recordSize &+ waits &* (1 &<< 32 | 1 &<< 8)))
        lastArrival += 1
        if waits != 0 && (free >= end || free &- arrival > patience) {
          isNotAnswered(
            .init(contact: UInt32(contact &>> 32), queuedAt: arrival, patience: patience, handleTime: handleTime))
        } else {
          let talk = talks + Int(agent)
          lastEnd.initialize(
            to: EventGroup(
              first: EventRecord(word0: first, word1: talk.pointee.start, word2: talk.pointee.contact),
              second: EventRecord(word0: first, word1: at, word2: contact | Self.answeredCode),
              // A talk's code has the bit 8, which zeros lack.
              facts: (talk.pointee.contact & 8) &* (Self.recordSize / 8) &- waits &* (1 &<< 32 &- Self.recordSize)))
          lastEnd += 1
          let start = max(free, arrival)
          talk.initialize(to: Self.talk(with: contact, since: UInt64(bitPattern: start) &<< 16))
          first = path.place(Int(agent), UInt64(bitPattern: start &+ handleTime) &<< 16 | agent)
        }
      }
      taken &+= 1
    }
    process.pointee.skip(taken)
    (arrivals.last, ends.last, lastContact) = (lastArrival, lastEnd, UInt32(contact &>> 32))
    arrivals.close()
    ends.close()
    // Later contacts find nobody free before the first who is, and do not come before the next.
    known = min(Int64(bitPattern: first &>> 16), process.pointee.next, self.end)
  }

  /// Leaves the line, or stands in it still when the stretch ends.
  @inline(never) private mutating func isNotAnswered(_ contact: Remaining) {
    guard contact.patience < end &- contact.queuedAt else { return remaining.append(contact) }
    _ = departing.append(
      .init(contact: contact.contact, queue: 0, queuedAt: contact.queuedAt, handleTime: 0, wrapUp: 0),
      until: contact.deadline)
  }

  /// After the last contact: whoever is free before the end idles on.
  private mutating func releaseIdle() {
    ends.makeRoom(for: agentCount)
    while Int64(bitPattern: freeTimes.first &>> 16) < end {
      let first = freeTimes.first
      let agent = Int(first & 0xFFFF)
      let record = EventRecord(word0: first, word1: talks[agent].start, word2: talks[agent].contact)
      let size = talks[agent].contact == 0 ? 0 : Self.recordSize
      ends.last.initialize(to: EventGroup(first: record, second: record, facts: size))
      ends.last += 1
      idle.append(first)
      freeTimes.clear(agent)
    }
    ends.close()
    (known, isComplete) = (end, true)
  }
}
