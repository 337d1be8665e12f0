internal import ContactCenter
internal import EventLog
internal import Randomness

// What agents have in hand, under rules. An agent may hold several contacts, one in each hand; the hands in use are
// always the first ones, so that hand 0, the agent's own state, tells whether the agent is busy.

extension Simulator {
  /// An agent, free or holding contacts that allow another, takes a contact.
  mutating func take(_ customer: Int32, by agent: Int, into buffer: inout EventBuffer) {
    leaveLines(agent)
    if customers[customer].slot >= 0 { leavesLine(customer) }
    let (held, state) = (Int(agents[agent].held), customers[customer])
    let queue = Int(state.queue)
    buffer.append(
      EventRecord(
        kind: .contactAnswered, time: clock, agent: UInt64(agent), reference: state.queuedAt, queue: UInt64(queue),
        contact: UInt64(state.contact)))
    keepLimit(.answered, of: customer, into: &buffer)
    let hand = rules.hand(held, of: agent)
    agents[hand].activity = .talking
    agents[hand].contact = state.contact
    agents[hand].queue = UInt8(truncatingIfNeeded: queue)
    agents[hand].since = clock
    agents[hand].wrapUp = state.wrapUp
    agents[hand].customer = customer
    customers[customer].hand = Int32(truncatingIfNeeded: hand)
    customers[customer].waited &+= clock &- state.queuedAt
    let work = rules[queue].isDialled ? attempt(customer, hand) : state.handleTime
    completions.set(hand, endsAt: clock &+ scaled(work, by: factor(of: agent, in: queue)))
    if held == 0 { lines.busy[Int(agents[agent].team)] += 1 }
    if rules.hasFeeders { lines.talking[queue] += 1 }
    agents[agent].held = UInt8(truncatingIfNeeded: held + 1)
    // The new contact is paced like the others: as if alone so far.
    pace(agent, from: held, to: held + 1, newest: hand)
    releaseCompanion(of: customer, after: nil)
    settleOpenness(of: agent)
  }

  mutating func factor(of agent: Int, in queue: Int) -> Double {
    rules.handleTimeFactor(of: Int(agents[agent].team), in: queue) * tenureFactor(of: agent)
  }

  private mutating func scaled(_ duration: Int64, by factor: Double) -> Int64 {
    factor == 1 ? duration : Int64(min(Double(duration) * factor, ContactBlock.longest).rounded())
  }

  private mutating func leavesLine(_ customer: Int32) {
    let slot = customers[customer].slot
    // Whom the dialer holds waits since the answer, and not since it began to dial.
    if waiting[slot].queue >= rules.queueCount { customers[customer].queuedAt = waiting[slot].queuedAt }
    waiting.remove(slot)
    customers[customer].slot = -1
  }

  /// Takes the agent out of the line of idle people, or of those who may take another contact.
  private mutating func leaveLines(_ agent: Int) {
    let team = Int(agents[agent].team)
    if agents[agent].isOpen {
      open.remove(agent, from: team, in: agents)
      agents[agent].isOpen = false
    } else if agents[agent].activity == .idle {
      leaveIdle(agent)
    }
  }

  // MARK: Pace

  /// Work in hand goes on slower or faster: what is left of it is stretched.
  private mutating func pace(_ agent: Int, from before: Int, to after: Int, newest: Int = -1) {
    guard before + after > 1 else { return }
    for number in 0..<after {
      let hand = rules.hand(number, of: agent)
      let end = completions.end(of: hand)
      guard end < Self.endOfTime else { continue }  // Waits for a colleague.
      let slowdown = rules[Int(agents[hand].queue)].slowdown
      let old = hand == newest ? 1 : 1 + slowdown * Double(max(0, before - 1))
      let new = 1 + slowdown * Double(after - 1)
      guard old != new else { continue }
      completions.set(hand, endsAt: clock &+ Int64((Double(end &- clock) * new / old).rounded()))
    }
  }

  // MARK: The end of a talk

  mutating func talkEnds(_ hand: Int, into buffer: inout EventBuffer) {
    let customer = agents[hand].customer
    let isHandedOn = customers[customer].handingTo >= 0
    let refund = rules.hasEscalations && !isHandedOn ? refundCents(of: customer) : 0
    if customers[customer].party != .right { return attemptFails(hand, into: &buffer) }
    if isHandedOn {
      closeTalk(hand, as: .contactTransferred, detail: UInt64(customers[customer].handingTo), into: &buffer)
      customers.remove(customer)
    } else if rules.hasEscalations, let escalation = escalation(of: customer, refundCents: refund) {
      closeTalk(hand, as: .contactTransferred, detail: UInt64(escalation.queue), into: &buffer)
      decideRefund(refund, of: customer, hand, isGranted: escalation.leavesRefunds, into: &buffer)
      return escalate(customer, escalation, hand, refundCents: refund, into: &buffer)
    } else if let transfer = transfer(of: customer) {
      if transfer.briefing != nil, canCome(to: transfer.queue, besides: Int(agents[hand].owner)) {
        return handOverWarm(customer, transfer, into: &buffer)
      }
      closeTalk(hand, as: .contactTransferred, detail: UInt64(transfer.queue), into: &buffer)
      handOnLimits(of: customer, into: &buffer)
      prepareNext(customer, .transfer, in: transfer.queue, drawingAnew: true)
      startWrapUp(hand, into: &buffer)
      return reaches(customer, into: &buffer)
    } else {
      closeTalk(hand, as: .contactCompleted, into: &buffer)
      decideRefund(refund, of: customer, hand, isGranted: true, into: &buffer)
      keepLimit(.done, of: customer, into: &buffer)
      freeTrunk(of: customer)
      if isReviewed(customer, by: Int(agents[hand].owner)) { return settleAndReview(customer, hand, into: &buffer) }
      settleOutcome(of: customer, hand, into: &buffer)
    }
    startWrapUp(hand, into: &buffer)
  }

  private mutating func settleAndReview(_ customer: Int32, _ hand: Int, into buffer: inout EventBuffer) {
    let completed = customers[customer]
    settleOutcome(of: customer, hand, into: &buffer)
    startWrapUp(hand, into: &buffer)
    review(completed, into: &buffer)
  }

  mutating func startWrapUp(_ hand: Int, into buffer: inout EventBuffer) {
    agents[hand].customer = -1
    guard agents[hand].wrapUp > 0 else { return handIsFree(hand, into: &buffer) }
    let slowdown = rules[Int(agents[hand].queue)].slowdown
    let held = Int(agents[Int(agents[hand].owner)].held)
    agents[hand].activity = .wrappingUp
    agents[hand].since = clock
    if rules.hasSeveralHands(Int(agents[hand].owner)) { sayWrapUpStarts(hand, into: &buffer) }
    completions.set(hand, endsAt: clock &+ scaled(agents[hand].wrapUp, by: 1 + slowdown * Double(held - 1)))
  }

  private mutating func sayWrapUpStarts(_ hand: Int, into buffer: inout EventBuffer) {
    let state = agents[hand]
    buffer.append(
      EventRecord(
        kind: .wrapUpStarted, time: clock, agent: UInt64(state.owner), queue: UInt64(state.queue),
        contact: UInt64(state.contact)))
  }

  mutating func wrapUpEnds(_ hand: Int, into buffer: inout EventBuffer) {
    closeTalk(hand, as: .wrapUpEnded, into: &buffer)
    handIsFree(hand, into: &buffer)
  }

  mutating func closeTalk(_ hand: Int, as kind: EventKind, detail: UInt64 = 0, into buffer: inout EventBuffer) {
    let state = agents[hand]
    if rules.hasFeeders, kind != .wrapUpEnded { lines.talking[Int(state.queue)] -= 1 }
    mayLetGo()
    buffer.append(
      EventRecord(
        kind: kind, time: clock, agent: UInt64(state.owner), reference: state.since, queue: UInt64(state.queue),
        contact: UInt64(state.contact), detail: detail))
  }

  private mutating func transfer(of customer: Int32) -> Transfer? {
    let transfers = rules[Int(customers[customer].queue)].contact.transfers
    guard !transfers.isEmpty else { return nil }
    var left = laterDraws.uniform(.transfer, customers[customer].key)
    for index in transfers.indices {
      left -= transfers[index].share.fraction
      if left < 0 { return transfers[index] }
    }
    return nil
  }

  // MARK: Free hands

  /// An agent with nothing in hand, who has neither to leave nor a break to take, takes the next contacts or idles.
  mutating func idlesOrTakesNext(_ agent: Int, into buffer: inout EventBuffer) {
    if !lines.leavers.isEmpty, goesFirst(agent, into: &buffer) { return }
    if takesNext(agent, into: &buffer) { return }
    if agents[agent].leaving == .afterQueue { return staysOrGoes(agent, into: &buffer) }
    becomesIdle(agent)
    for queue in rules.dialledAhead { paceDialer(queue, into: &buffer) }
  }

  mutating func becomesIdle(_ agent: Int) {
    idles(agent)
    lines.idle[Int(agents[agent].team)] += 1
  }

  /// Nothing is left of this contact: the last hand in use takes the place of this one.
  private mutating func handIsFree(_ hand: Int, into buffer: inout EventBuffer) {
    let agent = Int(agents[hand].owner)
    let held = Int(agents[agent].held) - 1
    agents[agent].held = UInt8(truncatingIfNeeded: held)
    let last = rules.hand(held, of: agent)
    if last != hand { move(last, to: hand) }
    agents[last].customer = -1
    guard held > 0 else {
      // Whatever the agent does next says when it ends.
      lines.busy[Int(agents[agent].team)] -= 1
      prepareMoment(agent)
      settleOpenness(of: agent)
      becomeFree(agent, into: &buffer)
      return startBatches(into: &buffer)
    }
    completions.clear(last)
    agents[last].activity = .off
    pace(agent, from: held + 1, to: held)
    _ = takesNext(agent, into: &buffer)
    settleOpenness(of: agent)
    startBatches(into: &buffer)
  }

  private mutating func move(_ source: Int, to target: Int) {
    agents[target].activity = agents[source].activity
    agents[target].contact = agents[source].contact
    agents[target].queue = agents[source].queue
    agents[target].since = agents[source].since
    agents[target].wrapUp = agents[source].wrapUp
    agents[target].customer = agents[source].customer
    if agents[target].customer >= 0 { customers[agents[target].customer].hand = Int32(truncatingIfNeeded: target) }
    let end = completions.end(of: source)
    if end < Self.endOfTime { completions.set(target, endsAt: end) } else { completions.clear(target) }
  }

  /// Takes contacts that wait, as many as the agent's hands hold.
  /// - Returns: whether there was any.
  mutating func takesNext(_ agent: Int, into buffer: inout EventBuffer) -> Bool {
    var hasTaken = false
    while waiting.count > 0, !hasTaken || agents[agent].isOpen {
      guard agents[agent].held == 0 || (mayTakeMore(agent) && !isAboveNumber(Int(agents[agent].team))) else { break }
      let customer = contactFor(agent)
      guard customer >= 0 else { break }
      take(customer, by: agent, into: &buffer)
      hasTaken = true
    }
    return hasTaken
  }

  private mutating func mayTakeMore(_ agent: Int) -> Bool {
    agents[agent].leaving != .afterContact && !agents[agent].hasPendingBreak
  }

  /// Puts the agent in the line of those who may take another contact, or takes them out of it.
  mutating func settleOpenness(of agent: Int) {
    let held = agents[agent].held
    let isOpen =
      held > 0 && mayTakeMore(agent) && canJoin(agent, Int(agents[agent].queue))
    guard isOpen != agents[agent].isOpen else { return }
    agents[agent].isOpen = isOpen
    let team = Int(agents[agent].team)
    if isOpen { open.append(agent, to: team, in: agents) } else { open.remove(agent, from: team, in: agents) }
  }

  mutating func changeOnDuty(_ agent: Int, by change: Int) {
    guard !isPlain else { return }
    lines.onDuty[Int(agents[agent].team)] += change
  }
}
