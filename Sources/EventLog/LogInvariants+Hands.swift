internal import ContactCenter

/// The laws of agents who may hold several contacts at once.
extension LogInvariants {
  struct Hand: Sendable {
    var contact: UInt32
    var queue: Int
    var since: Int64
    var isTalking: Bool
  }

  func hasSeveralHands(_ agent: Int) -> Bool {
    guard let routing, routing.hands.indices.contains(agents[agent].team) else { return false }
    return routing.hands[agents[agent].team] > 1
  }

  /// A contact joins others only where all of their queues allow so many.
  mutating func joinsHands(_ contact: UInt32, _ queue: Int, _ agent: Int) {
    if !agents[agent].isSignedIn { report(.agentAway) }
    if agents[agent].pause != nil { report(.agentOnBreak) }
    agents[agent].hands.append(Hand(contact: contact, queue: queue, since: time, isTalking: true))
    let hands = agents[agent].hands
    if let first = hands.first, hands.contains(where: { hands.count > routing?.concurrency[$0.queue] ?? 1 }) {
      report(.agentHolds(contact: first.contact))
    }
    agents[agent].freeSince = nil
  }

  mutating func handTalkEnds(_ contact: UInt32, _ queue: Int, _ agent: Int, _ start: SimulationTime) -> Bool {
    guard let hand = leavesHand(contact, queue, agent, start), hand.isTalking else { return false }
    talkClosed(contact)
    return true
  }

  mutating func wrapUpStarts(_ contact: UInt32, _ queue: Int, _ agent: Int) {
    admit(agent)
    if !hasSeveralHands(agent) { report(.agentHoldsNot) }
    agents[agent].hands.append(Hand(contact: contact, queue: queue, since: time, isTalking: false))
    agents[agent].freeSince = nil
  }

  mutating func handWrapUpEnds(_ contact: UInt32, _ queue: Int, _ agent: Int, _ start: SimulationTime) {
    guard let hand = leavesHand(contact, queue, agent, start) else { return }
    if hand.isTalking { report(.agentHolds(contact: contact)) }
  }

  private mutating func leavesHand(
    _ contact: UInt32, _ queue: Int, _ agent: Int, _ start: SimulationTime
  ) -> Hand? {
    guard let index = agents[agent].hands.firstIndex(where: { $0.contact == contact }) else {
      report(.agentHoldsNot)
      return nil
    }
    let hand = agents[agent].hands.remove(at: index)
    if hand.queue != queue { report(.wrongQueue(expected: hand.queue)) }
    checkReference(start, hand.since)
    if agents[agent].hands.isEmpty { agents[agent].freeSince = time }
    return hand
  }
}
