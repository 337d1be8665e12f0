internal import ContactCenter
internal import EventLog

// Where the plan and the state allow it, the time between two duties takes the quick way of `SingleLine`.

extension SimulationPlan {
  /// Whether one team serves one queue of one stream in order of arrival, without wrap-up.
  var isSingleLine: Bool {
    isPlain && hasPlainConduct && queues.count == 1 && teams.count == 1 && arrivals.count == 1
      && !arrivals[0].isTurnedAway
      && teams[0].queues == [0] && queues[0].wrapUp == nil
  }
}

extension Simulator {
  /// Takes the quick way up to the next duty or end of a break, if everybody on duty idles or talks, nobody waits, and
  /// enough contacts can be expected to pay for the change.
  mutating func entersSingleLine() -> Bool {
    guard nextArrivalTime < nextDutyTime, waiting.count == 0, Int64(bitPattern: completions.first &>> 16) > clock,
      let end = endOfSingleLine(), nextArrivalTime < end,
      arrivals[0].brings(max(32, plan.agents.count), before: end), idleAgentsAreInOrder
    else { return false }
    singleLine.begin(at: clock, until: end)
    for agent in plan.agents.indices {
      let state = agents[agent]
      switch state.activity {
      case .idle: singleLine.addIdle(agent, since: state.since)
      case .talking:
        singleLine.addTalking(agent, since: state.since, contact: state.contact, until: completions.end(of: agent))
      case .off, .away, .onBreak, .wrappingUp: break
      }
    }
    return true
  }

  /// The next instant that is not a matter of contacts alone; nil while the way is closed.
  private mutating func endOfSingleLine() -> Int64? {
    var end = min(nextDutyTime, Self.endOfTime - 1)
    for agent in plan.agents.indices {
      let state = agents[agent]
      switch state.activity {
      case .off, .away, .idle: break
      case .onBreak: end = min(end, completions.end(of: agent))
      case .talking: if state.leaving != .no || state.hasPendingBreak { return nil }
      case .wrappingUp: return nil
      }
    }
    return end
  }

  /// Agents who became idle at one instant may stand in another order than that of their numbers.
  private var idleAgentsAreInOrder: Bool {
    var agent = idle.first(of: 0, in: agents)
    while agent >= 0 {
      let next = idle.next(after: Int(agent), in: agents)
      if next >= 0, (agents[Int(next)].since, next) < (agents[Int(agent)].since, agent) { return false }
      agent = next
    }
    return true
  }

  mutating func playSingleLine(into buffer: inout EventBuffer) {
    while buffer.hasRoom {
      singleLine.write(into: &buffer)
      guard buffer.hasRoom else { return }
      if singleLine.isComplete { return leaveSingleLine() }
      singleLine.serve(arrivals, lastContact: &lastContact)
    }
  }

  /// Hands everybody back to the other way, as it would have left them.
  private mutating func leaveSingleLine() {
    phase = .running
    clock = singleLine.clock
    waiting.removeAll()
    idle.removeAll(in: agents)
    for agent in plan.agents.indices {
      guard let talk = singleLine.talk(of: agent) else { continue }
      agents[agent].activity = .talking
      agents[agent].contact = talk.contact
      agents[agent].queue = 0
      agents[agent].since = talk.start
      agents[agent].wrapUp = 0
      completions.set(agent, endsAt: talk.end)
    }
    for key in singleLine.idle {
      let agent = Int(key & 0xFFFF)
      agents[agent].activity = .idle
      agents[agent].since = Int64(bitPattern: key &>> 16)
      completions.clear(agent)
      idle.append(agent, to: 0, in: agents)
    }
    for contact in singleLine.remaining {
      _ = waiting.append(
        .init(
          contact: contact.contact, queue: 0, queuedAt: contact.queuedAt, handleTime: contact.handleTime, wrapUp: 0),
        until: contact.deadline)
    }
    chooseNextStream()
  }
}
