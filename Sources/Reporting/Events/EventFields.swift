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
  /// The instant that the event closes on.
  var since: SimulationTime?

  init(_ event: Event, _ names: EventNames) {
    type = Self.name(of: event.kind)
    switch event {
    case .replicationStarted(let horizon): since = horizon
    case .replicationFinished: break
    case .contactArrived(let contact, let queue): set(contact, queue, names)
    case .contactQueued(let contact, let queue, let position):
      set(contact, queue, names)
      self.position = position
    case .contactAbandoned(let contact, let queue, let start), .contactDisconnected(let contact, let queue, let start):
      set(contact, queue, names, since: start)
    case .contactAnswered(let contact, let queue, let agent, let start),
      .contactCompleted(let contact, let queue, let agent, let start),
      .wrapUpEnded(let contact, let queue, let agent, let start):
      set(contact, queue, names, since: start)
      self.agent = names.agent(agent)
    case .agentSignedIn(let agent, let team): (self.agent, self.team) = (names.agent(agent), names.team(team))
    case .agentSignedOut(let agent, let team, let end):
      (self.agent, self.team, since) = (names.agent(agent), names.team(team), end)
    case .breakStarted(let agent, let activity):
      (self.agent, self.activity) = (names.agent(agent), names.activity(activity))
    case .breakEnded(let agent, let activity, let start):
      (self.agent, self.activity, since) = (names.agent(agent), names.activity(activity), start)
    }
  }

  private mutating func set(_ contact: UInt32, _ queue: Int, _ names: EventNames, since: SimulationTime? = nil) {
    self.contact = contact
    self.queue = names.queue(queue)
    self.since = since
  }

  /// `contactArrived` -> `contact_arrived`.
  static func name(of kind: EventKind) -> String {
    "\(kind)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}
