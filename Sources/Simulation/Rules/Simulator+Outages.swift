internal import ContactCenter
internal import EventLog
internal import Randomness

// Outages by plan and by chance, and what becomes of the contacts.

extension Simulator {
  mutating func setTimers(of outage: Outage) {
    for queue in outage.queues {
      // The subject holds the queue and how it is handled.
      let subject = Int32(truncatingIfNeeded: queue | outage.handling.code << 8)
      setTimer(.outageStarts, subject, at: outage.time.start.microseconds)
      setTimer(.outageEnds, Int32(truncatingIfNeeded: queue), at: outage.time.end.microseconds)
    }
  }

  mutating func outageStarts(_ subject: Int32, into buffer: inout EventBuffer) {
    let queue = Int(subject) & 0xFF
    lines.handling[queue] = OutageHandling(code: Int(subject) >> 8)
    changeOutage(of: queue, by: 1, into: &buffer)
    if lines.handling[queue].cutsOff { setTimer(.cutsOff, Int32(truncatingIfNeeded: queue), at: clock) }
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

  /// Deferred work waits for the end of an outage: nobody takes it, and nothing of it is lost.
  mutating func isHeldUp(_ queue: Int) -> Bool { lines.outages[queue] > 0 && rules.isDeferred(queue) }

  /// Whether a contact that comes in an outage joins its line all the same: nobody holds a line for it, and no other
  /// queue stands in.
  mutating func waitsOutOutage(_ customer: Int32) -> Bool {
    let queue = Int(customers[customer].queue)
    return rules.isDeferred(queue) && !isDiverted(customer)
  }

  private mutating func isDiverted(_ customer: Int32) -> Bool {
    lines.handling[Int(customers[customer].queue)].divertTo != nil
      && customers[customer].cause != ContactLink.Cause.diversion.rawValue
  }

  /// The queue cannot be reached: the contact meets a busy signal, or goes to the queue that stands in for it. Nothing is
  /// sent on twice.
  mutating func meetsOutage(_ customer: Int32, into buffer: inout EventBuffer) {
    let queue = Int(customers[customer].queue)
    guard let other = lines.handling[queue].divertTo, isDiverted(customer) else {
      return block(customer, .outage, into: &buffer)
    }
    append(.contactDiverted, customer, detail: UInt64(other), into: &buffer)
    prepareNext(customer, .diversion, in: other, drawingAnew: false)
    reaches(customer, into: &buffer)
  }

  /// Cuts off a few who wait or talk: a step's events must fit the buffer. Who waits for a call of the center, or for an
  /// answer to a letter, holds no line that could be cut.
  mutating func cutOff(_ queue: Int, into buffer: inout EventBuffer) {
    var left = 4
    while left > 0, let slot = firstOnTheLine(queue) {
      leave(slot, as: .contactDisconnected, into: &buffer)
      left -= 1
    }
    for hand in 0..<rules.handCount where left > 0 && isCut(hand, queue) {
      cutTalk(hand, into: &buffer)
      left -= 1
    }
    if left == 0 { setTimer(.cutsOff, Int32(truncatingIfNeeded: queue), at: clock) }
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
    customers[customer].isMissed = false
    if rules[Int(customers[customer].queue)].contact.dialing != nil { return tryAgain(customer, into: &buffer) }
    givesUp(
      customer, redial: rules[Int(customers[customer].queue)].contact.redial?.afterBusySignal ?? .zero, into: &buffer)
  }
}

extension OutageHandling {
  /// 0 for nothing, bit 0 for cutting off, then the queue and one.
  var code: Int { (cutsOff ? 1 : 0) | (divertTo.map { $0 + 1 } ?? 0) << 1 }
  init(code: Int) {
    self.init(divertTo: code >> 1 == 0 ? nil : code >> 1 - 1, cutsOff: code & 1 == 1)
  }
}
