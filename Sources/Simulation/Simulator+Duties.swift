internal import ContactCenter
internal import EventLog
internal import Randomness

// What happens by plan: sign-ins, breaks, absences, sign-outs, disconnections.

extension Simulator {
  /// Time of the next duty, disconnection, factor of the demand or timer.
  mutating func dutyTime() -> Int64 {
    let duty = nextDuty < dutyCount ? duties[nextDuty].time.microseconds : .max
    let disconnect = nextDisconnect < plan.disconnects.count ? plan.disconnects[nextDisconnect].microseconds : .max
    let factor = nextFactor < drawnFactors.count ? drawnFactors[nextFactor].time : .max
    return min(duty, disconnect, factor, timers.nextTime)
  }

  mutating func takeDuty(into buffer: inout EventBuffer) {
    clock = nextDutyTime
    if nextFactor < drawnFactors.count, drawnFactors[nextFactor].time == clock {
      buffer.append(drawnFactors[nextFactor])
      nextFactor += 1
    } else if nextDisconnect < plan.disconnects.count, plan.disconnects[nextDisconnect].microseconds == clock {
      disconnectOne(into: &buffer)
    } else if nextDuty < dutyCount, duties[nextDuty].time.microseconds == clock {
      let duty = duties[nextDuty]
      nextDuty += 1
      perform(isPlain ? duty : standIn(for: duty), into: &buffer)
    } else {
      takeTimer(into: &buffer)
    }
    nextDutyTime = dutyTime()
    if hasSingleLine { phase = .considering }
  }

  /// One contact a step, so that a step's events always fit the buffer.
  mutating func disconnectOne(into buffer: inout EventBuffer) {
    for queue in plan.queues.indices where waiting.head(of: queue) >= 0 && !rules.isDeferred(queue) {
      return leave(waiting.head(of: queue), as: .contactDisconnected, into: &buffer)
    }
    nextDisconnect += 1
  }

  mutating func perform(_ duty: SimulationPlan.Duty, into buffer: inout EventBuffer) {
    if conduct.isActive, conduct.skips(duty) {
      if case .signIn = duty.kind { agents[duty.agent].tours += 1 }
      return
    }
    switch duty.kind {
    case .mayResign(let week): mayResign(duty.agent, week: week, into: &buffer)
    case .signIn: signIn(duty.agent, into: &buffer)
    case .pause, .away, .chance: if let request = breakRequest(duty) { requestBreak(request, into: &buffer) }
    case .signOut(let serveQueue): endOfShift(duty.agent, serveQueue: serveQueue, into: &buffer)
    }
  }

  mutating func signIn(_ agent: Int, into buffer: inout EventBuffer) {
    // Still busy from the tour before: that tour ends now and the contact goes on in this one.
    let isStillHere = agents[agent].activity != .off
    if isStillHere {
      appendSignOut(agent, into: &buffer)
      if !lines.leavers.isEmpty { needsNotGo(agent) }
    }
    // Who stayed after closing and idles has nothing in hand.
    let isBusy = isStillHere && !agents[agent].isStaying
    if agents[agent].isStaying { staysNoLonger(agent) }
    agents[agent].leaving = .no
    agents[agent].tours += 1
    if isBusy, !isPlain { settleOpenness(of: agent) }
    if !isStillHere { changeOnDuty(agent, by: 1) }
    buffer.append(
      EventRecord(kind: .agentSignedIn, time: clock, agent: UInt64(agent), detail: UInt64(agents[agent].team)))
    if conduct.isActive { waitToStray(agent) }
    // Whose talk goes on when the run starts: it follows at this instant.
    if clock < start, isExpected(agent) { return becomesIdle(agent) }
    if let request = absence(of: agent) ?? plannedAbsence(of: agent) ?? (isBusy ? nil : firstDelay(of: agent)) {
      isBusy ? requestBreak(request, into: &buffer) : startBreak(request, into: &buffer)
    } else if !isBusy {
      becomeFree(agent, into: &buffer)
    }
  }

  /// The break that begins with the tour, taken out of the plan's duties: who is away from the start serves nobody.
  mutating func plannedAbsence(of agent: Int) -> PendingBreak? {
    guard nextDuty < dutyCount, duties[nextDuty].time.microseconds == clock else { return nil }
    let duty = isPlain ? duties[nextDuty] : standIn(for: duties[nextDuty])
    guard duty.agent == agent, let request = breakRequest(duty) else { return nil }
    nextDuty += 1
    return request
  }

  mutating func breakRequest(_ duty: SimulationPlan.Duty) -> PendingBreak? {
    switch duty.kind {
    case .pause(let activity, let length):
      PendingBreak(agent: duty.agent, activity: activity, length: length.microseconds, due: clock)
    case .away(let activity): PendingBreak(agent: duty.agent, activity: activity, length: nil)
    case .chance(let activity, let length, let probability, let number):
      absences.happens(
        probability, number: number, agent: duty.agent, team: Int(agents[duty.agent].team),
        tour: agents[duty.agent].tours)
        ? PendingBreak(agent: duty.agent, activity: activity, length: length.microseconds) : nil
    case .signIn, .signOut, .mayResign: nil
    }
  }

  /// What keeps the agent away for the whole tour, if anything.
  mutating func absence(of agent: Int) -> PendingBreak? {
    absences.activity(
      ofAgent: agent, team: Int(agents[agent].team), tour: agents[agent].tours, at: clock
    ).map { PendingBreak(agent: agent, activity: $0, length: nil) }
  }

  mutating func requestBreak(_ request: PendingBreak, into buffer: inout EventBuffer) {
    let agent = request.agent
    switch agents[agent].activity {
    case .idle:
      // Nor does who stays after closing in case somebody comes.
      guard !agents[agent].isStaying else { break }
      leaveIdle(agent)
      startBreak(request, into: &buffer)
    case .off, .away: break
    case .talking, .wrappingUp, .onBreak:
      // Whoever only finishes the last contacts of a tour that has ended takes no more breaks in it.
      guard agents[agent].leaving == .no, !isInTraining(agent) else { break }
      agents[agent].hasPendingBreak = true
      pendingBreaks.append(request)
      if !isPlain { settleOpenness(of: agent) }
    }
  }

  mutating func startBreak(_ request: PendingBreak, into buffer: inout EventBuffer) {
    let agent = request.agent
    buffer.append(
      EventRecord(kind: .breakStarted, time: clock, agent: UInt64(agent), detail: UInt64(request.activity)))
    agents[agent].breakActivity = Int32(truncatingIfNeeded: request.activity)
    agents[agent].since = clock
    if let length = request.length {
      agents[agent].activity = .onBreak
      completions.set(agent, endsAt: clock &+ length)
    } else {
      agents[agent].activity = .away
      completions.clear(agent)
    }
  }

  mutating func startPendingBreak(_ agent: Int, into buffer: inout EventBuffer) {
    let index = pendingBreaks.firstIndex { $0.agent == agent }!
    let request = pendingBreaks.remove(at: index)
    sayDelay(of: request, into: &buffer)
    agents[agent].hasPendingBreak = pendingBreaks.contains { $0.agent == agent }
    startBreak(request, into: &buffer)
  }

  mutating func endOfShift(_ agent: Int, serveQueue: Bool, into buffer: inout EventBuffer) {
    if !isPlain, !serveQueue, colleagueGoes(for: agent, into: &buffer) { return }
    agents[agent].scheduledEnd = clock
    if agents[agent].hasPendingBreak {
      pendingBreaks.removeAll { $0.agent == agent }
      agents[agent].hasPendingBreak = false
    }
    switch agents[agent].activity {
    case .off: break
    case .idle:
      leaveIdle(agent)
      guard serveQueue, !isPlain else { return signOut(agent, into: &buffer) }
      agents[agent].leaving = .afterQueue
      staysOrGoes(agent, into: &buffer)
    case .onBreak where serveQueue:
      endBreak(agent, into: &buffer)
      agents[agent].leaving = .afterQueue
      becomeFree(agent, into: &buffer)
    case .onBreak, .away:
      endBreak(agent, into: &buffer)
      signOut(agent, into: &buffer)
    case .talking, .wrappingUp:
      agents[agent].leaving = serveQueue ? .afterQueue : .afterContact
      if !isPlain {
        leaveCallers(agent)
        settleOpenness(of: agent)
      }
    }
  }

  mutating func endBreak(_ agent: Int, into buffer: inout EventBuffer) {
    let state = agents[agent]
    buffer.append(
      EventRecord(
        kind: .breakEnded, time: clock, agent: UInt64(agent), reference: state.since,
        detail: UInt64(state.breakActivity)))
  }

  mutating func signOut(_ agent: Int, into buffer: inout EventBuffer) {
    appendSignOut(agent, into: &buffer)
    changeOnDuty(agent, by: -1)
    if !lines.leavers.isEmpty { needsNotGo(agent) }
    agents[agent].activity = .off
    agents[agent].leaving = .no
    completions.clear(agent)
  }

  mutating func appendSignOut(_ agent: Int, into buffer: inout EventBuffer) {
    buffer.append(
      EventRecord(
        kind: .agentSignedOut, time: clock, agent: UInt64(agent), reference: agents[agent].scheduledEnd,
        detail: UInt64(agents[agent].team)))
  }
}
