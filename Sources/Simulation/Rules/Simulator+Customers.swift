internal import ContactCenter
internal import EventLog
internal import Randomness

// The ways of customers under rules: arrival, busy signal, self-service, waiting, giving up, coming back.

extension Simulator {
  mutating func startRules(seed: UInt64, replication: UInt64) {
    customers.removeAll()
    timers.removeAll()
    open.removeAll(in: agents)
    laterDraws.start(seed: seed, replication: replication)
    lines.start(plan)
    setPlannedTimers()
  }

  /// A contact from outside: its draws come from the stream's block.
  mutating func customerArrives(into buffer: inout EventBuffer) {
    let slot = insertArriving()
    arrivals[nextStream].advance()
    chooseNextStream()
    reaches(slot, into: &buffer)
  }

  /// The customer whose contact arrives now.
  mutating func insertArriving() -> Int32 {
    let stream = arrivals + nextStream
    let index = stream.pointee.index
    let customer = Customer(
      number: stream.pointee.nextNumber, stream: Customer.shortened(stream.pointee.substream),
      queue: Int(stream.pointee.block.queues[index]),
      handleTime: stream.pointee.block.handleTimes[index], wrapUp: stream.pointee.block.wrapUps[index],
      patience: stream.pointee.block.patience[index])
    return customers.insert(customer)
  }

  /// The customer's next contact begins: it meets a busy signal, self-service, or its queue.
  /// - Parameter isInside: whether it is sent on from within the center: it needs no other line, and no self-service.
  mutating func reaches(_ customer: Int32, isInside: Bool = false, into buffer: inout EventBuffer) {
    let previous = customers[customer].contact
    lastContact &+= 1
    customers[customer].contact = lastContact
    if customers[customer].cause == 0 { isFirst(customer) }
    if customers[customer].isUnscaled { scaleByClock(customer) }
    let queue = Int(customers[customer].queue)
    append(.contactArrived, customer, into: &buffer)
    if let cause = ContactLink.Cause(rawValue: customers[customer].cause) {
      let rank = min(Int(customers[customer].rank), 0xFFFF)
      let link = ContactLink(cause: cause, previous: previous, rank: rank)
      buffer.append(
        EventRecord(
          kind: .contactLinked, time: clock, reference: Int64(previous), queue: UInt64(queue),
          contact: UInt64(lastContact), detail: link.detail))
    }
    let comesIn = !isInside && isFromOutside(customer)
    if cannotReach(customer) { return meetsOutage(customer, isInside: !comesIn, into: &buffer) }
    if comesIn {
      guard takesTrunk(customer) else { return block(customer, .trunksBusy, into: &buffer) }
      if let time = rules[queue].selfServiceTime {
        append(.selfServiceStarted, customer, into: &buffer)
        lines.inSelfService[queue] += 1
        customers[customer].queuedAt = clock
        let length = laterDraws.duration(time, .selfServiceTime, customers[customer].key)
        return setTimer(.selfServiceEnds, customer, at: clock &+ length)
      }
    }
    joins(customer, keepingTurn: customers[customer].cause == ContactLink.Cause.callback.rawValue, into: &buffer)
  }

  /// The present contact is the customer's first.
  mutating func isFirst(_ customer: Int32) {
    customers[customer].firstContact = customers[customer].contact
    customers[customer].firstQueue = customers[customer].queue
    customers[customer].cameAt = clock
  }

  /// Whether the present contact comes in on a line: work that the center makes for itself does not.
  private mutating func isFromOutside(_ customer: Int32) -> Bool {
    switch ContactLink.Cause(rawValue: customers[customer].cause) {
    case nil, .redial, .repeatContact, .complaint, .diversion: true
    case .callback, .message, .transfer, .escalation, .retry, .review: false
    }
  }

  mutating func takesTrunk(_ customer: Int32) -> Bool {
    let group = rules[Int(customers[customer].queue)].trunkGroup
    guard group >= 0 else { return true }
    guard lines.trunksTaken[group] < plan.trunkGroups[group].lines else { return false }
    lines.trunksTaken[group] += 1
    customers[customer].trunk = Int32(truncatingIfNeeded: group)
    return true
  }

  mutating func freeTrunk(of customer: Int32) {
    let group = Int(customers[customer].trunk)
    guard group >= 0 else { return }
    lines.trunksTaken[group] -= 1
    customers[customer].trunk = -1
  }

  /// The contact reaches its queue: it is answered, turned away, leaves at once, or waits.
  mutating func joins(_ customer: Int32, keepingTurn: Bool = false, into buffer: inout EventBuffer) {
    customers[customer].queuedAt = clock
    if !keepingTurn { customers[customer].turn = clock }
    let queue = Int(customers[customer].queue)
    if rules[queue].callsPerAgent != nil { return isDialled(customer, into: &buffer) }
    let agent = agentFor(customer, hasWaited: clock &- customers[customer].turn)
    if agent >= 0 {
      startLimits(customer, into: &buffer)
      return take(customer, by: Int(agent), into: &buffer)
    }
    if meetsClosedLine(customer) { return isCutOff(customer, into: &buffer) }
    guard waiting.length(of: queue) < rules[queue].waitingPlaces else {
      return block(customer, .queueFull, into: &buffer)
    }
    if balks(customer, into: &buffer) {
      append(.contactBalked, customer, into: &buffer)
      return givesUp(customer, redial: rules[queue].contact.redial?.afterAbandonment ?? .zero, into: &buffer)
    }
    startLimits(customer, into: &buffer)
    waits(customer, into: &buffer)
  }

  mutating func waits(_ customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    let queue = Int(state.queue)
    let slot = waiting.append(
      .init(
        contact: state.contact, queue: queue, queuedAt: clock, handleTime: state.handleTime, wrapUp: state.wrapUp,
        customer: customer), until: state.patience == ContactBlock.endless ? state.patience : clock &+ state.patience)
    customers[customer].slot = slot
    let passed = state.turn < clock ? passOthers(from: slot, turn: state.turn) : 0
    let position = UInt64(min(waiting.length(of: queue) - passed, EventRecord.largestDetail))
    append(.contactQueued, customer, detail: position, into: &buffer)
    if let offer = rules[queue].contact.waitOffer, isOnTheLine(customer) {
      setTimer(.offer, customer, at: clock &+ offer.after.microseconds)
    }
    for wait in rules[queue].overflowWaits { setTimer(.overflow, customer, at: max(clock, state.turn &+ wait)) }
    if rules[queue].hasLengthOverflow { wake(queue, into: &buffer) }
  }

  /// Puts the last of a line before those whose turn is later: a kept place counts from before its contact came.
  /// - Returns: how many it passes. O(that many).
  private mutating func passOthers(from slot: Int32, turn: Int64) -> Int {
    var (passed, ahead) = (0, waiting.slot(before: slot))
    while ahead >= 0, customers[waiting[ahead].customer].turn > turn {
      (passed, ahead) = (passed + 1, waiting.slot(before: ahead))
    }
    waiting.moveLast(of: Int(waiting[slot].queue), behind: ahead)
    return passed
  }

  /// Whether a person waits: who has hung up on a promise, or left a message, does not.
  mutating func isOnTheLine(_ customer: Int32) -> Bool {
    switch ContactLink.Cause(rawValue: customers[customer].cause) {
    case .callback, .message, .retry, .review: false
    case .escalation, .diversion: !rules.isDeferred(Int(customers[customer].queue))
    case nil, .redial, .repeatContact, .transfer, .complaint: true
    }
  }

  /// Whether the center owes the contact, or makes it for itself: it waits in its line until it can be served.
  mutating func isOwed(_ customer: Int32) -> Bool {
    switch ContactLink.Cause(rawValue: customers[customer].cause) {
    case .callback, .message, .retry, .review: true
    case nil, .redial, .repeatContact, .transfer, .escalation, .complaint, .diversion: false
    }
  }

  mutating func block(_ customer: Int32, _ reason: BlockReason, into buffer: inout EventBuffer) {
    append(.contactBlocked, customer, detail: UInt64(reason.rawValue), into: &buffer)
    let redial = rules[Int(customers[customer].queue)].contact.redial?.afterBusySignal ?? .zero
    givesUp(customer, redial: redial, into: &buffer)
  }

  /// A waiting contact has left its line for good; its event is written.
  mutating func customerLeaves(_ customer: Int32, as kind: EventKind, into buffer: inout EventBuffer) {
    customers[customer].slot = -1
    mayLetGo()
    let redial = rules[Int(customers[customer].queue)].contact.redial
    let isCutOff = lines.outages[Int(customers[customer].queue)] > 0
    let share =
      kind == .contactAbandoned
      ? redial?.afterAbandonment : isCutOff ? redial?.afterBusySignal : redial?.afterClosing
    givesUp(customer, redial: share ?? .zero, into: &buffer)
  }

  /// The contact has ended without an answer: the caller tries again, or is gone.
  mutating func givesUp(_ customer: Int32, redial share: Share, into buffer: inout EventBuffer) {
    freeTrunk(of: customer)
    releaseCompanion(of: customer, after: 0)
    lapseLimits(of: customer)
    let state = customers[customer]
    guard let redial = rules[Int(state.queue)].contact.redial, let delay = rules[Int(state.queue)].redialDelay,
      state.attempts < redial.attempts, laterDraws.happens(share, .redial, state.key)
    else {
      isLost(state, into: &buffer)
      return customers.remove(customer)
    }
    let wait = laterDraws.duration(delay, .redialDelay, state.key)
    customers[customer].attempts += 1
    prepareNext(customer, .redial, in: redial.queue, drawingAnew: redial.drawsAnew)
    if !comesBack(customer, at: clock &+ wait) { isLost(state, into: &buffer) }
  }

  /// The customer has given up for good. Told of the first contact: customers are counted where they came.
  func isLost(_ customer: Customer, into buffer: inout EventBuffer) {
    guard rules.tellsLostCustomers, customer.firstContact > 0 else { return }
    buffer.append(
      EventRecord(
        kind: .customerLost, time: clock, reference: customer.cameAt, queue: UInt64(customer.firstQueue),
        contact: UInt64(customer.firstContact)))
  }

  // MARK: The next contact

  /// Makes the customer ready for another contact; another queue means other work and other patience.
  mutating func prepareNext(_ customer: Int32, _ cause: ContactLink.Cause, in queue: Int?, drawingAnew: Bool) {
    let isElsewhere = queue != nil && queue != Int(customers[customer].queue)
    customers[customer].rank += 1
    customers[customer].cause = cause.rawValue
    customers[customer].handingTo = -1
    if cause == .transfer || cause == .escalation {
      customers[customer].transfers += 1
      if cause == .escalation { customers[customer].escalations += 1 }
    } else if cause != .diversion {
      (customers[customer].waited, customers[customer].transfers, customers[customer].escalations) = (0, 0, 0)
    }
    customers[customer].party = .right
    if let queue { customers[customer].queue = Int32(truncatingIfNeeded: queue) }
    if drawingAnew || isElsewhere { drawAnew(customer) }
  }

  private mutating func drawAnew(_ customer: Int32) {
    let (state, queue) = (customers[customer], Int(customers[customer].queue))
    customers[customer].handleTime = laterDraws.duration(rules[queue].handleTime, .laterHandleTime, state.key)
    customers[customer].wrapUp = rules[queue].wrapUp.map { laterDraws.duration($0, .laterWrapUp, state.key) } ?? 0
    customers[customer].patience =
      rules[queue].patience.map { laterDraws.duration($0, .laterPatience, state.key) } ?? ContactBlock.endless
    customers[customer].isUnscaled = true
  }

  /// The time at which a contact comes says how long its talk and its patience are.
  private mutating func scaleByClock(_ customer: Int32) {
    let (state, queue) = (customers[customer], Int(customers[customer].queue))
    customers[customer].handleTime = rules[queue].handleFactors.scaled(state.handleTime, at: clock)
    customers[customer].patience = rules[queue].patienceFactors.scaled(state.patience, at: clock)
    customers[customer].isUnscaled = false
  }

  /// The customer contacts the center again at this instant, or in the next open time of the queue.
  /// - Returns: whether that is before the horizon.
  @discardableResult mutating func comesBack(_ customer: Int32, at time: Int64) -> Bool {
    let wanted = SimulationTime(microseconds: time)
    let arrival = rules[Int(customers[customer].queue)].openClock?.arrival(wantedAt: wanted)
    guard let arrival, arrival < plan.horizon else {
      // The limits of a matter pass all the same.
      if customers[customer].matter < 0 { customers.remove(customer) }
      return false
    }
    setTimer(.comesBack, customer, at: arrival.microseconds)
    return true
  }

  mutating func append(_ kind: EventKind, _ customer: Int32, detail: UInt64 = 0, into buffer: inout EventBuffer) {
    buffer.append(
      EventRecord(
        kind: kind, time: clock, queue: UInt64(customers[customer].queue), contact: UInt64(customers[customer].contact),
        detail: detail))
  }

  /// An event that closes on the instant at which the contact joined its line, began self-service or was dialled.
  mutating func appendClosing(_ kind: EventKind, _ customer: Int32, into buffer: inout EventBuffer) {
    buffer.append(
      EventRecord(
        kind: kind, time: clock, reference: customers[customer].queuedAt, queue: UInt64(customers[customer].queue),
        contact: UInt64(customers[customer].contact)))
  }
}
