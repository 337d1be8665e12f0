internal import ContactCenter
internal import EventLog

// Who comes to a line after closing: it is cut, or people stay for those who came before.

extension Simulator {
  // MARK: Cut lines

  /// Whether the customer would wait on a line that was cut at closing: the center has not opened since.
  mutating func meetsClosedLine(_ customer: Int32) -> Bool {
    guard nextDisconnect > 0, nextDisconnect <= plan.closedUntil.count,
      clock < plan.closedUntil[nextDisconnect - 1].microseconds
    else { return false }
    return !rules.isDeferred(Int(customers[customer].queue)) && isOnTheLine(customer)
  }

  /// The contact joins the line and is cut off at once.
  mutating func isCutOff(_ customer: Int32, into buffer: inout EventBuffer) {
    startLimits(customer, into: &buffer)
    waits(customer, into: &buffer)
    // A line of this length may bring a team that answers.
    guard customers[customer].slot >= 0 else { return }
    leave(customers[customer].slot, as: .contactDisconnected, into: &buffer)
  }

  // MARK: People who stay

  /// Nobody waits whom the agent serves: who is to serve the line after closing stays while somebody may still come.
  mutating func staysOrGoes(_ agent: Int, into buffer: inout EventBuffer) {
    guard mayBeNeeded(agent) else { return signOut(agent, into: &buffer) }
    agents[agent].activity = .idle
    agents[agent].since = clock
    agents[agent].isStaying = true
    completions.clear(agent)
    lines.staying.append(agent)
  }

  mutating func staysNoLonger(_ agent: Int) {
    agents[agent].isStaying = false
    agents[agent].activity = .off
    lines.staying.removeAll { $0 == agent }
  }

  /// Those of the best level, and of them the longest idle. They take no work that can wait. -1 if there is none.
  mutating func stayingAgent(for queue: Int, hasWaited: Int64) -> Int32 {
    guard !rules.isDeferred(queue) else { return -1 }
    for serving in rules[queue].teams where serves(serving.skill, hasWaited: hasWaited, serving.team, .max) {
      let agent = lines.staying.first { Int(agents[$0].team) == serving.team }
      if let agent { return Int32(truncatingIfNeeded: agent) }
    }
    return -1
  }

  /// Somebody has left self-service, a line or a talk, or a colleague has wrapped up.
  mutating func mayLetGo() {
    if !lines.staying.isEmpty { setTimer(.letsGo, 0, at: clock) }
  }

  /// A few at a time: a step's events must fit the buffer.
  mutating func letStayingGo(into buffer: inout EventBuffer) {
    var left = 8
    for agent in lines.staying where left > 0 && !mayBeNeeded(agent) {
      staysNoLonger(agent)
      signOut(agent, into: &buffer)
      left -= 1
    }
    if left == 0 { mayLetGo() }
  }

  /// Whether somebody who is inside may still come to a line that the agent serves.
  private mutating func mayBeNeeded(_ agent: Int) -> Bool {
    rules.teams[Int(agents[agent].team)].queues.contains { !rules.isDeferred($0) && maySomebodyCome(to: $0) }
  }

  /// From self-service, or handed on by somebody who talks, or will when they have wrapped up.
  private mutating func maySomebodyCome(to queue: Int) -> Bool {
    if lines.inSelfService[queue] > 0 { return true }
    return rules.feeders[queue].contains {
      lines.inSelfService[$0] > 0 || lines.talking[$0] > 0 || willBeTaken(from: $0)
    }
  }

  private mutating func willBeTaken(from queue: Int) -> Bool {
    waiting.length(of: queue) > 0
      && rules[queue].teams.contains { lines.busy[$0.team] > 0 && !$0.skill.isConditional }
  }
}
