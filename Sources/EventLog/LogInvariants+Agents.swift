internal import ContactCenter

extension LogInvariants {
  struct Agent: Sendable {
    enum Work: Sendable {
      case none
      case talking(contact: UInt32, queue: Int, since: Int64)
      /// Talk ended: the agent wraps up or is free, which the next event shows.
      case talked(contact: UInt32, queue: Int, since: Int64)
    }

    var isSignedIn = false
    /// Whether nobody has the place.
    var isEmpty = false
    var team = 0
    var pause: (activity: Int, since: Int64)?
    var work = Work.none
    /// What an agent holds who may hold several contacts; `work` is none then.
    var hands: [Hand] = []
    /// Since when free to take a contact, unless the agent wraps up.
    var freeSince: Int64?
  }

  /// - Returns: whether the agent talked with the contact.
  mutating func talkEnds(_ contact: UInt32, _ queue: Int, _ agent: Int, _ start: SimulationTime) -> Bool {
    admit(agent)
    if hasSeveralHands(agent) { return handTalkEnds(contact, queue, agent, start) }
    guard case .talking(contact, let itsQueue, let since) = agents[agent].work else {
      report(.agentHoldsNot)
      return false
    }
    if !agents[agent].isSignedIn { report(.agentAway) }
    if itsQueue != queue { report(.wrongQueue(expected: itsQueue)) }
    checkReference(start, since)
    agents[agent].work = .talked(contact: contact, queue: queue, since: time)
    agents[agent].freeSince = time
    talkClosed(contact)
    return true
  }

  mutating func wrapUpEnded(_ contact: UInt32, _ queue: Int, _ agent: Int, _ start: SimulationTime) {
    admit(agent)
    if hasSeveralHands(agent) { return handWrapUpEnds(contact, queue, agent, start) }
    guard case .talked(contact, let itsQueue, let since) = agents[agent].work else { return report(.agentHoldsNot) }
    if !agents[agent].isSignedIn { report(.agentAway) }
    if itsQueue != queue { report(.wrongQueue(expected: itsQueue)) }
    checkReference(start, since)
    agents[agent].work = .none
    agents[agent].freeSince = time
  }

  mutating func signedIn(_ agent: Int, _ team: Int) {
    admit(agent)
    if agents[agent].isSignedIn { report(.signedInTwice) }
    if agents[agent].isEmpty { report(.placeIsEmpty) }
    agents[agent].isSignedIn = true
    agents[agent].team = team
    agents[agent].pause = nil
    agents[agent].freeSince = time
  }

  mutating func signedOut(_ agent: Int, _ team: Int, _ scheduledEnd: SimulationTime) {
    admit(agent)
    guard agents[agent].isSignedIn else { return report(.agentAway) }
    if agents[agent].team != team { report(.wrongTeam(expected: agents[agent].team)) }
    if agents[agent].pause != nil { report(.agentOnBreak) }
    if scheduledEnd.microseconds > time { report(.scheduledEndAhead) }
    // After a talk the agent may go on wrapping up in a tour that begins at this instant: not idle until that shows.
    if case .none = agents[agent].work, agents[agent].hands.isEmpty {
      judgeIdleness(of: agent)
    } else {
      leavers.append(agent)
    }
    agents[agent].isSignedIn = false
    agents[agent].freeSince = nil
  }

  mutating func breakStarted(_ agent: Int, _ activity: Int) {
    judgeAvailability(of: agent)
    agents[agent].pause = (activity, time)
    agents[agent].work = .none
    agents[agent].freeSince = nil
  }

  mutating func breakEnded(_ agent: Int, _ activity: Int, _ start: SimulationTime) {
    admit(agent)
    if !agents[agent].isSignedIn { report(.agentAway) }
    guard let pause = agents[agent].pause else { return report(.noBreak) }
    if pause.activity != activity { report(.wrongActivity(expected: pause.activity)) }
    checkReference(start, pause.since)
    agents[agent].pause = nil
    agents[agent].freeSince = time
  }

  /// The break was due in the past, and begins at once.
  mutating func breakDelayed(_ agent: Int, _ due: SimulationTime) {
    admit(agent)
    if !agents[agent].isSignedIn { report(.agentAway) }
    if agents[agent].pause != nil { report(.agentOnBreak) }
    if due.microseconds >= time { report(.notDelayed) }
  }

  mutating func changePlace(of agent: Int, isEmpty: Bool) {
    admit(agent)
    if agents[agent].isEmpty == isEmpty { report(isEmpty ? .placeIsEmpty : .placeIsTaken) }
    agents[agent].isEmpty = isEmpty
  }

  /// Whoever takes a contact or goes on a break is signed in, has no break and nothing in hand.
  mutating func judgeAvailability(of agent: Int) {
    admit(agent)
    if !agents[agent].isSignedIn { report(.agentAway) }
    if agents[agent].pause != nil { report(.agentOnBreak) }
    if case .talking(let contact, _, _) = agents[agent].work { report(.agentHolds(contact: contact)) }
    if let hand = agents[agent].hands.first { report(.agentHolds(contact: hand.contact)) }
    judgeIdleness(of: agent)
  }

  mutating func admit(_ agent: Int) {
    guard agent >= agents.count else { return }
    agents.append(contentsOf: repeatElement(Agent(), count: agent + 1 - agents.count))
  }
}
