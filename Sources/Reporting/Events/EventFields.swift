internal import ContactCenter
internal import EventLog

/// What an event says, in words and values: the one place where events are taken apart for output.
struct EventFields {
  /// `contact_arrived`, as in the event catalogue.
  var type: String
  var contact: UInt32?
  var queue: String?
  var agent: String?
  var team: String?
  var activity: String?
  var position: Int?
  /// `queue full`, `redial of contact 12`, `to billing`, `resolved`.
  var remark: String?
  /// The instant that the event closes on.
  var since: SimulationTime?

  init(_ event: Event, _ names: EventNames) {
    type = Self.names[Int(event.kind.rawValue)]
    switch event {
    case .replicationStarted(let horizon): since = horizon
    case .replicationFinished: break
    case .demandFactorDrawn(let queue, let scope, group: _, let millionths):
      if scope == .day, names.isBusynessByQueue { self.queue = names.queue(queue) }
      remark = Self.words(scope, millionths)
    case .contactArrived(let contact, let queue): set(contact, queue, names)
    case .contactQueued(let contact, let queue, let position):
      set(contact, queue, names)
      self.position = position
    case .contactAbandoned(let contact, let queue, let start), .contactDisconnected(let contact, let queue, let start):
      set(contact, queue, names, since: start)
    case .contactAnswered(let contact, let queue, let agent, let start),
      .contactCompleted(let contact, let queue, let agent, let start),
      .wrapUpEnded(let contact, let queue, let agent, let start),
      .attemptFailed(let contact, let queue, let agent, let start),
      .wrongPartyReached(let contact, let queue, let agent, let start),
      .talkDropped(let contact, let queue, let agent, let start):
      set(contact, queue, names, since: start)
      self.agent = names.agent(agent)
    case .contactBlocked(let contact, let queue, let reason):
      set(contact, queue, names)
      remark = Self.words(reason)
    case .contactLinked(let contact, let queue, let link):
      set(contact, queue, names)
      remark = "\(Self.words(link.cause)) contact \(link.previous)"
    case .waitAnnounced(let contact, let queue, let wait):
      set(contact, queue, names)
      remark = DurationText.of(seconds: wait.inSeconds)
    case .contactBalked(let contact, let queue), .selfServiceStarted(let contact, let queue):
      set(contact, queue, names)
    case .contactLeftMessage(let contact, let queue, let start), .callbackPromised(let contact, let queue, let start),
      .contactSelfServed(let contact, let queue, let start), .selfServiceLeft(let contact, let queue, let start),
      .customerLost(let contact, let queue, let start), .dialStarted(let contact, let queue, let start),
      .dialFailed(let contact, let queue, let start), .dialDropped(let contact, let queue, let start):
      set(contact, queue, names, since: start)
    case .contactTransferred(let contact, let queue, let agent, let start, let target):
      set(contact, queue, names, since: start)
      self.agent = names.agent(agent)
      remark = "to \(names.queue(target))"
    case .outcomeRecorded(let contact, let queue, let agent, let isResolved):
      set(contact, queue, names)
      self.agent = names.agent(agent)
      remark = isResolved ? "resolved" : "not resolved"
    case .satisfactionRated(let contact, let queue, let agent, let score):
      set(contact, queue, names)
      (self.agent, remark) = (names.agent(agent), "satisfaction \(score) of 5")
    case .recommendationRated(let contact, let queue, let agent, let score):
      set(contact, queue, names)
      (self.agent, remark) = (names.agent(agent), "recommendation \(score) of 10")
    case .appointmentMade(let contact, let queue, let agent, let isAccurate):
      set(contact, queue, names)
      (self.agent, remark) = (names.agent(agent), isAccurate ? "right" : "wrong")
    case .qualityChecked(let contact, let queue, let agent, let passed, let criteria):
      set(contact, queue, names)
      (self.agent, remark) = (names.agent(agent), "\(passed) of \(criteria) criteria passed")
    case .wrapUpStarted(let contact, let queue, let agent):
      set(contact, queue, names)
      self.agent = names.agent(agent)
    case .outageStarted(let queue): self.queue = names.queue(queue)
    case .outageEnded(let queue, let start): (self.queue, since) = (names.queue(queue), start)
    case .contactDiverted(let contact, let queue, let target):
      set(contact, queue, names)
      remark = "to \(names.queue(target))"
    case .limitStarted(let contact, let queue, let limit, let due):
      set(contact, queue, names)
      remark = "\(Self.words(limit)) due \(names.instant(due))"
    case .limitKept(let contact, let queue, let limit, isEscalation: _, let start),
      .limitMissed(let contact, let queue, let limit, isEscalation: _, let start):
      set(contact, queue, names, since: start)
      remark = Self.words(limit)
    case .refundDecided(let contact, let queue, let agent, let amount, let isGranted):
      set(contact, queue, names)
      self.agent = names.agent(agent)
      remark = "\(NumberText.fixed(Double(amount) / 100, places: 2)) \(isGranted ? "granted" : "beyond the authority")"
    case .breakDelayed(let agent, let activity, let due):
      (self.agent, self.activity, since) = (names.agent(agent), names.activity(activity), due)
    case .agentSignedIn(let agent, let team), .agentResigned(let agent, let team), .agentHired(let agent, let team):
      (self.agent, self.team) = (names.agent(agent), names.team(team))
    case .agentSignedOut(let agent, let team, let end):
      (self.agent, self.team, since) = (names.agent(agent), names.team(team), end)
    case .breakStarted(let agent, let activity):
      (self.agent, self.activity) = (names.agent(agent), names.activity(activity))
    case .breakEnded(let agent, let activity, let start):
      (self.agent, self.activity, since) = (names.agent(agent), names.activity(activity), start)
    }
  }

  static func words(_ reason: BlockReason) -> String {
    switch reason {
    case .queueFull: "queue full"
    case .trunksBusy: "all trunks busy"
    case .outage: "outage"
    }
  }

  /// `busyness x1.173`: by its key in scenarios.
  static func words(_ scope: FactorScope, _ millionths: Int) -> String {
    let name =
      switch scope {
      case .forecast: "uncertainty"
      case .day: "busyness"
      case .interval: "fluctuation"
      }
    return "\(name) x\(NumberText.fixed(Double(millionths) / 1e6, places: 3))"
  }

  static func words(_ limit: TimeLimit) -> String {
    switch limit {
    case .answered: "answer"
    case .done: "done"
    }
  }

  static func words(_ cause: ContactLink.Cause) -> String {
    switch cause {
    case .redial: "redial after"
    case .repeatContact: "repeats"
    case .callback: "calls back"
    case .message: "message of"
    case .transfer: "transferred from"
    case .escalation: "escalated from"
    case .complaint: "complains about"
    case .retry: "retry after"
    case .diversion: "diverted from"
    case .review: "reviews"
    }
  }

  private mutating func set(_ contact: UInt32, _ queue: Int, _ names: EventNames, since: SimulationTime? = nil) {
    self.contact = contact
    self.queue = names.queue(queue)
    self.since = since
  }

  /// `contactArrived` -> `contact_arrived`.
  static func name(of kind: EventKind) -> String { names[Int(kind.rawValue)] }

  /// By code.
  private static let names = (0...255).map { code in
    guard let kind = EventKind(rawValue: UInt8(code)) else { return "" }
    return "\(kind)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

extension EventFields {
  enum Value {
    case integer(Int)
    case text(String)
    case instant(SimulationTime)
  }

  /// What the event says beside its type, by the names that every export uses.
  var attributes: [(name: String, value: Value)] {
    var attributes: [(String, Value)] = []
    if let contact { attributes.append(("contact", .integer(Int(contact)))) }
    for (name, text) in [("queue", queue), ("agent", agent), ("team", team), ("activity", activity)] {
      if let text { attributes.append((name, .text(text))) }
    }
    if let position { attributes.append(("queue_position", .integer(position))) }
    if let since { attributes.append(("since", .instant(since))) }
    if let remark { attributes.append(("remark", .text(remark))) }
    return attributes
  }

  /// The same for JSON, instants in seconds since midnight of the first day.
  var members: [JSONValue.Member] {
    attributes.map { name, value in
      switch value {
      case .integer(let number): .init(name, .integer(number))
      case .text(let text): .init(name, .string(text))
      case .instant(let time): .init(name + "_s", .seconds(time))
      }
    }
  }

  /// What the event is about: `contact/12`, `agent/front-03`, `queue/main`; nil for the replication itself.
  var subject: String? {
    contact.map { "contact/\($0)" } ?? agent.map { "agent/\($0)" } ?? queue.map { "queue/\($0)" }
  }
}
