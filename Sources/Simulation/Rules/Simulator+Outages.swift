internal import ContactCenter
internal import EventLog
internal import Randomness

// Outages by plan and by chance, and what becomes of the contacts.

extension Simulator {
  mutating func setTimers(of outage: Outage) {
    let number = UInt32(truncatingIfNeeded: lines.handlings.count)
    lines.handlings.append(outage.handling)
    for queue in outage.queues {
      let subject = Int32(truncatingIfNeeded: queue)
      let (start, end) = (outage.time.start.microseconds, outage.time.end.microseconds)
      set(.init(time: start, purpose: .outageStarts, subject: subject, contact: number))
      set(.init(time: end, purpose: .outageEnds, subject: subject, contact: number))
    }
  }

  mutating func outageStarts(_ number: UInt32, _ queue: Int, into buffer: inout EventBuffer) {
    lines.outagesOn[queue].append(number)
    settleOutages(of: queue)
    if lines.outages[queue] == 1 {
      lines.outageSince[queue] = clock
      buffer.append(EventRecord(.outageStarted(queue: queue), at: SimulationTime(microseconds: clock)))
      releaseCompanions(ofLine: queue)
    }
    if lines.handling[queue].cutsOff { setTimer(.cutsOff, Int32(truncatingIfNeeded: queue), at: clock) }
  }

  /// The queue can be reached again when the last of its outages has ended.
  mutating func outageEnds(_ number: UInt32, _ queue: Int, into buffer: inout EventBuffer) {
    lines.outagesOn[queue].removeAll { $0 == number }
    settleOutages(of: queue)
    guard lines.outages[queue] == 0 else { return }
    let start = SimulationTime(microseconds: lines.outageSince[queue])
    buffer.append(EventRecord(.outageEnded(queue: queue, startedAt: start), at: SimulationTime(microseconds: clock)))
    setTimer(.wakeQueue, Int32(truncatingIfNeeded: queue), at: clock)
  }

  /// Of several that are on, the latest says what becomes of contacts.
  private mutating func settleOutages(of queue: Int) {
    lines.outages[queue] = lines.outagesOn[queue].count
    lines.handling[queue] = lines.outagesOn[queue].last.map { lines.handlings[Int($0)] } ?? .blocked
  }

  /// The outages of a replication by chance: up and down times of each fault alternate over the horizon.
  ///
  /// Both are exponential, so at any midnight what is left of them is drawn anew: the draws of a day are its own.
  mutating func setFaults() {
    for (index, fault) in plan.faults.enumerated() where fault.availability < .whole {
      for time in stretches(of: fault, index) where time.end > plan.dayStarts[0] {
        let time = TimeStretch(start: max(time.start, plan.dayStarts[0]), end: time.end)
        setTimers(of: Outage(time: time, queues: fault.queues, handling: fault.handling))
      }
    }
  }

  private mutating func stretches(of fault: Fault, _ index: Int) -> [TimeStretch] {
    let draws = laterDraws.stream(.fault, Int32(truncatingIfNeeded: index))
    let (day, horizon) = (TimeSpan.days(1).microseconds, plan.horizon.microseconds)
    let down = fault.repair.inSeconds * 1e6
    let up = down * fault.availability.fraction / fault.availability.complement.fraction
    var stretches: [TimeStretch] = []
    // In equilibrium from the start.
    var isUp = draws.uniform(.max) < fault.availability.fraction
    var since: Int64 = 0
    for midnight in stride(from: 0, to: horizon, by: Int64.Stride(day)) {
      var (time, number) = (midnight, UInt64(midnight / day) << 24)
      let end = min(midnight + day, horizon)
      while true {
        time &+= Int64((-VectorMath.log(draws.uniform(number)) * (isUp ? up : down)).rounded())
        number &+= 1
        guard time < end else { break }
        if isUp { since = time } else { Self.add(since, time, to: &stretches) }
        isUp.toggle()
      }
    }
    if !isUp { Self.add(since, horizon, to: &stretches) }
    return stretches
  }

  private static func add(_ start: Int64, _ end: Int64, to stretches: inout [TimeStretch]) {
    guard end > start else { return }
    stretches.append(
      TimeStretch(start: SimulationTime(microseconds: start), end: SimulationTime(microseconds: end)))
  }

  /// Nobody takes contacts of a queue that is down, whatever its channel: who waits there keeps the place.
  mutating func isDown(_ queue: Int) -> Bool { lines.outages[queue] > 0 }

  /// Whether the contact that comes now cannot reach its queue. What the center owes joins its line all the same, and so
  /// does deferred work for which no other queue stands in.
  mutating func cannotReach(_ customer: Int32) -> Bool {
    let queue = Int(customers[customer].queue)
    return isDown(queue) && !isOwed(customer) && (isDiverted(customer) || !rules.isDeferred(queue))
  }

  private mutating func isDiverted(_ customer: Int32) -> Bool {
    lines.handling[Int(customers[customer].queue)].divertTo != nil
      && customers[customer].cause != ContactLink.Cause.diversion.rawValue
  }

  /// The queue cannot be reached: the contact meets a busy signal, or goes to the queue that stands in for it. Nothing is
  /// sent on twice.
  mutating func meetsOutage(_ customer: Int32, isInside: Bool, into buffer: inout EventBuffer) {
    let queue = Int(customers[customer].queue)
    guard let other = lines.handling[queue].divertTo, isDiverted(customer) else {
      return block(customer, .outage, into: &buffer)
    }
    append(.contactDiverted, customer, detail: UInt64(other), into: &buffer)
    // The colleague for whom an agent would stay does not come.
    releaseCompanion(of: customer, after: 0)
    if rules.isDeferred(other) { freeTrunk(of: customer) }
    prepareNext(customer, .diversion, in: other, drawingAnew: false)
    reaches(customer, isInside: isInside, into: &buffer)
  }

  /// Cuts off a few who wait or talk: a step's events must fit the buffer. Who waits for a call of the center, or for an
  /// answer to a letter, holds no line that could be cut.
  mutating func cutOff(_ queue: Int, into buffer: inout EventBuffer) {
    var left = 4
    while left > 0, cutsSomebody(waitingIn: queue, into: &buffer) { left -= 1 }
    for hand in 0..<rules.handCount where left > 0 && isCut(hand, queue) {
      cutTalk(hand, into: &buffer)
      left -= 1
    }
    if left == 0 { setTimer(.cutsOff, Int32(truncatingIfNeeded: queue), at: clock) }
  }

  /// The first who waits on the line, or whom a dialer holds.
  private mutating func cutsSomebody(waitingIn queue: Int, into buffer: inout EventBuffer) -> Bool {
    if let slot = firstOnTheLine(queue) {
      leave(slot, as: .contactDisconnected, into: &buffer)
      return true
    }
    let held = rules[queue].heldLine
    guard held >= 0, waiting.head(of: held) >= 0 else { return false }
    dropsHeld(waiting[waiting.head(of: held)].customer, into: &buffer)
    return true
  }

  private mutating func firstOnTheLine(_ queue: Int) -> Int32? {
    guard !rules.isDeferred(queue) else { return nil }
    var slot = waiting.head(of: queue)
    while slot >= 0, !isOnTheLine(waiting[slot].customer) { slot = waiting.slot(after: slot) }
    return slot >= 0 ? slot : nil
  }

  /// Who holds a line for a colleague goes when the other contact does. A letter in hand is answered to its end.
  private mutating func isCut(_ hand: Int, _ queue: Int) -> Bool {
    guard agents[hand].activity == .talking, agents[hand].customer >= 0, Int(agents[hand].queue) == queue,
      !rules.isDeferred(queue) || rules[queue].contact.dialing != nil
    else { return false }
    return customers[agents[hand].customer].handingTo < 0
  }

  private mutating func cutTalk(_ hand: Int, into buffer: inout EventBuffer) {
    let customer = agents[hand].customer
    closeTalk(hand, as: .talkDropped, into: &buffer)
    agents[hand].wrapUp = 0
    startWrapUp(hand, into: &buffer)
    customers[customer].party = .right
    if rules[Int(customers[customer].queue)].contact.dialing != nil { return tryAgain(customer, into: &buffer) }
    givesUp(
      customer, redial: rules[Int(customers[customer].queue)].contact.redial?.afterBusySignal ?? .zero, into: &buffer)
  }
}
