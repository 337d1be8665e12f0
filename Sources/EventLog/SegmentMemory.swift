/// What the writer and the reader of a segment both remember of its earlier events, so that closing events need not
/// repeat it. It starts empty with each segment.
struct SegmentMemory {
  struct Line {
    var contact: UInt32 = 0
    var queue = 0
    var since: Int64 = 0
  }

  /// An agent's present contact or break.
  struct Activity {
    var isKnown = false
    var contact: UInt32 = 0
    var queue = 0
    var detail = 0
    var since: Int64 = 0
  }

  private(set) var lastContact: UInt32 = 0
  private(set) var lastArrival: Int64 = -1
  private(set) var lastQueue = 0
  private(set) var time: Int64 = 0
  private var lines = [Line](repeating: Line(), count: 4_096)
  private var agents: [Activity] = []

  /// The queue and begin of the wait of a contact, if it is remembered.
  func line(of contact: UInt32) -> Line? {
    let line = lines[Int(contact & 0xFFF)]
    return line.contact == contact && contact != 0 ? line : nil
  }

  func activity(of agent: Int) -> Activity? {
    agent < agents.count && agents[agent].isKnown ? agents[agent] : nil
  }

  mutating func note(_ record: EventRecord) {
    time = record.time
    switch EventKind(rawValue: record.kindCode) {
    case .contactArrived:
      (lastContact, lastArrival, lastQueue) = (record.contact, record.time, record.queue)
    case .contactQueued:
      lines[Int(record.contact & 0xFFF)] = Line(contact: record.contact, queue: record.queue, since: record.time)
    case .contactAnswered, .contactCompleted, .contactTransferred, .breakStarted:
      remember(
        record.agent,
        Activity(
          isKnown: true, contact: record.contact, queue: record.queue, detail: record.detail, since: record.time))
    case .breakEnded, .agentSignedOut, .wrapUpEnded:
      remember(record.agent, Activity())
    default: break
    }
  }

  private mutating func remember(_ agent: Int, _ activity: Activity) {
    if agent >= agents.count {
      agents.append(contentsOf: repeatElement(Activity(), count: agent + 1 - agents.count))
    }
    agents[agent] = activity
  }
}
