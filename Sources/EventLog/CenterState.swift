/// Who talks, who waits and who is away at an instant: a fold of a log up to there.
public struct CenterState: Hashable, Sendable {
  public struct Waiting: Hashable, Sendable {
    public var contact: UInt32
    public var queue: Int
    /// Microseconds since the start of the replication, as all times here.
    public var since: Int64
  }

  public struct Agent: Hashable, Sendable {
    public struct Work: Hashable, Sendable {
      public var contact: UInt32
      public var queue: Int
      public var since: Int64
      /// Talk is over: the agent wraps up, or is free where the queue has no wrap-up, see ``settle(hasWrapUp:)``.
      public var isAfterTalk = false
    }

    public var isSignedIn = false
    public var activity: Int?
    /// Since when on the break, or signed in.
    public var since: Int64 = 0
    /// Contacts in hand, in the order in which they were taken.
    public var work: [Work] = []
    /// Since when without work.
    public var freeSince: Int64 = 0

    /// Somebody who is not signed in.
    public init() {}

    init(isSignedIn: Bool = false, since: Int64) {
      self.isSignedIn = isSignedIn
      (self.since, freeSince) = (since, since)
    }
  }

  public internal(set) var agents: [Agent] = []
  /// In the order of arrival.
  public internal(set) var waiting: [Waiting] = []
  /// Time of the last event.
  public internal(set) var time: Int64 = 0
  public internal(set) var eventCount = 0

  public init() {}

  /// - Complexity: O(1); O(waiting) where a contact leaves its line.
  public mutating func apply(_ record: EventRecord) {
    time = record.time
    eventCount += 1
    switch EventKind(rawValue: record.kindCode) {
    case .contactQueued:
      waiting.append(Waiting(contact: record.contact, queue: record.queue, since: record.time))
    case .contactAnswered:
      leaveLine(record)
      let work = Agent.Work(contact: record.contact, queue: record.queue, since: record.time)
      change(record.agent) { agent in
        // Who takes a contact with one hand has ended what was after the last talk.
        if agent.work.count == 1, agent.work[0].isAfterTalk {
          agent.work[0] = work
        } else {
          agent.work.removeAll { $0.isAfterTalk }
          agent.work.append(work)
        }
      }
    case .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised, .dialStarted:
      leaveLine(record)
    case .contactCompleted, .contactTransferred, .wrapUpStarted: endTalk(record)
    case .wrapUpEnded, .attemptFailed, .wrongPartyReached, .talkDropped:
      change(record.agent) { agent in
        agent.work.removeAll { $0.contact == record.contact }
        agent.freeSince = record.time
      }
    case .agentSignedIn:
      change(record.agent) { $0 = Agent(isSignedIn: true, since: record.time) }
    case .agentSignedOut: change(record.agent) { $0 = Agent(since: record.time) }
    case .breakStarted:
      change(record.agent) { agent in
        (agent.activity, agent.since) = (record.detail, record.time)
        agent.work = []
      }
    case .breakEnded:
      change(record.agent) { agent in
        (agent.activity, agent.since, agent.freeSince) = (nil, record.time, record.time)
      }
    default: break
    }
  }

  /// Ends what the log leaves open: an agent whose queue has no after-contact work is free when talk ends.
  public mutating func settle(hasWrapUp: (_ queue: Int) -> Bool) {
    for index in agents.indices {
      for work in agents[index].work where work.isAfterTalk && !hasWrapUp(work.queue) {
        agents[index].freeSince = max(agents[index].freeSince, work.since)
      }
      agents[index].work.removeAll { $0.isAfterTalk && !hasWrapUp($0.queue) }
    }
  }

  private mutating func endTalk(_ record: EventRecord) {
    change(record.agent) { agent in
      for index in agent.work.indices where agent.work[index].contact == record.contact {
        agent.work[index].since = record.time
        agent.work[index].isAfterTalk = true
        return
      }
    }
  }

  /// Whoever leaves a line says since when they stood there; who is served at once never did.
  private mutating func leaveLine(_ record: EventRecord) {
    guard let last = waiting.last, last.since >= record.reference else { return }
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if waiting[middle].since < record.reference { low = middle + 1 } else { high = middle }
    }
    while low < waiting.count, waiting[low].since == record.reference {
      if waiting[low].contact == record.contact {
        waiting.remove(at: low)
        return
      }
      low += 1
    }
  }

  private mutating func change(_ index: Int, _ body: (inout Agent) -> Void) {
    if index >= agents.count { agents.append(contentsOf: repeatElement(Agent(), count: index + 1 - agents.count)) }
    body(&agents[index])
  }
}
