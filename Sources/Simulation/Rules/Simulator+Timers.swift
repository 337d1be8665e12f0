internal import ContactCenter
internal import EventLog
internal import Randomness

// What rules have put off.

extension Simulator {
  mutating func setTimer(_ purpose: TimerHeap.Purpose, _ subject: Int32, at time: Int64) {
    let isOfCustomer =
      switch purpose {
      case .comesBack, .selfServiceEnds, .offer, .overflow, .dialEnds: true
      case .wakeQueue, .outageStarts, .outageEnds, .answerIsDue, .workIsDue, .cutsOff, .strays, .hires, .isPresent,
        .letsGo:
        false
      }
    set(.init(time: time, purpose: purpose, subject: subject, contact: isOfCustomer ? customers[subject].contact : 0))
  }

  mutating func set(_ timer: TimerHeap.Timer) {
    timers.insert(timer, at: clock)
    nextDutyTime = min(nextDutyTime, timer.time)
  }

  /// Timers that the plan sets: hours in which teams begin to serve a queue, outages.
  mutating func setPlannedTimers() {
    for team in plan.teams {
      for skill in team.skills {
        for stretch in skill.hours ?? [] {
          setTimer(.wakeQueue, Int32(truncatingIfNeeded: skill.queue), at: stretch.start.microseconds)
        }
      }
    }
    for outage in plan.outages { setTimers(of: outage) }
    setFaults()
    if !plan.present.isEmpty { setTimersOfPresent() }
  }

  mutating func takeTimer(into buffer: inout EventBuffer) {
    let timer = timers.removeFirst()
    switch timer.purpose {
    case .comesBack: if isCurrent(timer) { reaches(timer.subject, into: &buffer) }
    case .selfServiceEnds: if isCurrent(timer) { selfServiceEnds(timer.subject, into: &buffer) }
    // Who still waits when the run starts has not taken an offer before.
    case .offer: if isWaiting(timer), clock >= start { offer(to: timer.subject, into: &buffer) }
    case .overflow: if isWaiting(timer) { overflow(timer.subject, into: &buffer) }
    case .isPresent: isPresent(Int(timer.subject), into: &buffer)
    case .wakeQueue: wake(Int(timer.subject), into: &buffer)
    case .outageStarts: outageStarts(timer.contact, Int(timer.subject), into: &buffer)
    case .outageEnds: outageEnds(timer.contact, Int(timer.subject), into: &buffer)
    case .dialEnds: if isCurrent(timer) { dialEnds(timer.subject, into: &buffer) }
    case .cutsOff: cutOff(Int(timer.subject), into: &buffer)
    case .answerIsDue: limitPasses(.answered, timer, into: &buffer)
    case .workIsDue: limitPasses(.done, timer, into: &buffer)
    case .strays: strays(Int(timer.subject), tour: timer.contact, into: &buffer)
    case .hires: hires(Int(timer.subject), into: &buffer)
    case .letsGo: letStayingGo(into: &buffer)
    }
  }

  private mutating func isCurrent(_ timer: TimerHeap.Timer) -> Bool {
    customers[timer.subject].contact == timer.contact
  }

  private mutating func isWaiting(_ timer: TimerHeap.Timer) -> Bool {
    isCurrent(timer) && customers[timer.subject].slot >= 0
  }

  private mutating func selfServiceEnds(_ customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    lines.inSelfService[Int(state.queue)] -= 1
    mayLetGo()
    let contained = rules[Int(state.queue)].contact.selfService?.contained ?? .zero
    guard laterDraws.happens(contained, .selfService, state.key) else {
      appendClosing(.selfServiceLeft, customer, into: &buffer)
      if cannotReach(customer) { return meetsOutage(customer, isInside: true, into: &buffer) }
      return joins(customer, into: &buffer)
    }
    appendClosing(.contactSelfServed, customer, into: &buffer)
    freeTrunk(of: customer)
    customers.remove(customer)
  }

  /// The caller takes the offer, leaves the line, and becomes other work; or waits on.
  private mutating func offer(to customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    guard let offer = rules[Int(state.queue)].contact.waitOffer,
      laterDraws.happens(offer.share, .offer, state.key)
    else { return }
    waiting.remove(state.slot)
    customers[customer].slot = -1
    freeTrunk(of: customer)
    releaseCompanion(of: customer, after: 0)
    lapseLimits(of: customer)
    switch offer.kind {
    case .message(let queue):
      appendClosing(.contactLeftMessage, customer, into: &buffer)
      guard let queue else { return customers.remove(customer) }
      prepareNext(customer, .message, in: queue, drawingAnew: true)
    case .callback(let queue, let keepsPlace):
      appendClosing(.callbackPromised, customer, into: &buffer)
      prepareNext(customer, .callback, in: queue, drawingAnew: true)
      if !keepsPlace { customers[customer].turn = clock }
    }
    reaches(customer, into: &buffer)
  }

  private mutating func overflow(_ customer: Int32, into buffer: inout EventBuffer) {
    let queue = Int(customers[customer].queue)
    if rules[queue].callsPerAgent != nil { return paceDialer(queue, into: &buffer) }
    let agent = agentFor(customer, hasWaited: clock &- customers[customer].turn)
    if agent >= 0 { take(customer, by: Int(agent), into: &buffer) }
  }

  /// Sends people to a line who may serve it now; of a dialer, first to those whom it holds. A few at a time: a step's
  /// events must fit the buffer.
  mutating func wake(_ queue: Int, into buffer: inout EventBuffer) {
    let isDialled = rules[queue].callsPerAgent != nil
    let line = isDialled ? rules[queue].heldLine : queue
    var sent = 0
    while sent < 4, line >= 0, sendsSomebody(to: line, isHeld: isDialled, into: &buffer) { sent += 1 }
    if sent == 4 { return setTimer(.wakeQueue, Int32(truncatingIfNeeded: queue), at: clock) }
    if isDialled { wakeDialer(queue, into: &buffer) }
  }

  /// Whoever the head of the line would choose takes what they would choose themselves: other lines may have been held up
  /// until this instant, too.
  /// - Returns: whether there was anybody.
  private mutating func sendsSomebody(to line: Int, isHeld: Bool, into buffer: inout EventBuffer) -> Bool {
    let head = waiting.head(of: line)
    guard head >= 0 else { return false }
    let customer = waiting[head].customer
    let agent = Int(agentFor(customer, hasWaited: isHeld ? .max : clock &- customers[customer].turn))
    guard agent >= 0 else { return false }
    if agents[agent].held == 0 {
      leaveIdle(agent)
      agents[agent].activity = .off
    }
    let chosen = contactFor(agent)
    take(chosen >= 0 ? chosen : customer, by: agent, into: &buffer)
    return true
  }
}
