extension LogInvariants {
  /// Free, and not possibly wrapping up.
  func isCertainlyIdle(_ agent: Int) -> Bool {
    guard let routing, agents[agent].isSignedIn, agents[agent].freeSince != nil else { return false }
    guard case .talked(_, let queue, _) = agents[agent].work else { return true }
    return !routing.hasWrapUp[queue]
  }

  /// Nobody idles while a contact waits that they could serve. Called when an agent's freedom ends: whoever then turns
  /// out to have wrapped up is not asked.
  mutating func judgeIdleness(of agent: Int, isEnd: Bool = false) {
    guard let routing, routing.isPlain, let since = agents[agent].freeSince else { return }
    for queue in routing.queuesOfTeam[agents[agent].team] where queue < lines.count {
      let line = lines[queue]
      // Instants do not count: at one instant a contact arrives and is answered, an agent becomes free and answers.
      let waited = line.count > 0 ? max(since, line.busySince) < time || isEnd : line.busyUntil > since
      if waited { report(.idleWhileWaiting(agent: agent, queue: queue)) }
    }
  }

  /// The agent's team serves the queue; of those who wait, the best priority goes first, then the first to arrive.
  mutating func checkTurn(of contact: UInt32, _ queue: Int, _ agent: Int, waited: Bool) {
    guard let routing else { return }
    let team = agents[agent].team
    guard routing.queuesOfTeam[team].contains(queue) else { return report(.notServed(byTeam: team)) }
    guard waited, routing.isPlain else { return }
    let heads = routing.queuesOfTeam[team].compactMap { queue in
      head(of: queue).map { (priority: routing.priorities[queue], contact: $0) }
    }
    guard let next = heads.min(by: { ($0.priority, $0.contact) < ($1.priority, $1.contact) }) else { return }
    if next.contact != contact { report(.outOfTurn(expected: next.contact)) }
  }
}
