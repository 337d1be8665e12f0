internal import ContactCenter
internal import EventLog
internal import Randomness

// Who is inside when a run starts in the middle of a day. Before that instant nobody is on duty but those whose talks go
// on, and nothing else happens.

extension Simulator {
  /// Draws of these contacts, apart from those of all arrivals.
  private static var presentStream: Int { 1 << 29 }

  var start: Int64 { plan.dayStarts[0].microseconds }

  mutating func setTimersOfPresent() {
    for (index, contact) in plan.present.enumerated() {
      setTimer(.isPresent, Int32(truncatingIfNeeded: index), at: contact.since.microseconds)
    }
    // Whom people have a hand free for does not wait on.
    for queue in plan.queues.indices where plan.present.contains(where: { $0.queue == queue && $0.agent == nil }) {
      setTimer(.wakeQueue, Int32(truncatingIfNeeded: queue), at: start)
    }
  }

  /// The contact begins to talk, or to wait, and does so at the start of the run, too.
  mutating func isPresent(_ index: Int, into buffer: inout EventBuffer) {
    let contact = plan.present[index]
    let customer = customers.insert(
      Customer(
        number: UInt64(index), stream: Self.presentStream, queue: contact.queue, handleTime: 0, wrapUp: 0,
        patience: ContactBlock.endless))
    lastContact &+= 1
    customers[customer].contact = lastContact
    isFirst(customer)
    (customers[customer].queuedAt, customers[customer].turn) = (clock, clock)
    append(.contactArrived, customer, into: &buffer)
    _ = takesTrunk(customer)
    startLimits(customer, into: &buffer)
    let wrapUp = rules[contact.queue].wrapUp.map { laterDraws.duration($0, .laterWrapUp, customers[customer].key) }
    customers[customer].wrapUp = wrapUp ?? 0
    if let agent = contact.agent, hasRoom(agent, contact.queue) {
      customers[customer].handleTime = talkInProgress(customer, by: agent, hasAge: contact.hasAge)
      take(customer, by: agent, into: &buffer)
    } else {
      drawWaiting(customer)
      waits(customer, into: &buffer)
    }
  }

  /// Whether a talk of the agent goes on when the run starts.
  mutating func isExpected(_ agent: Int) -> Bool { plan.present.contains { $0.agent == agent } }

  private mutating func hasRoom(_ agent: Int, _ queue: Int) -> Bool {
    agents[agent].activity == .idle || (agents[agent].activity != .off && canJoin(agent, queue))
  }

  /// Patience longer than the wait so far, and any handle time.
  private mutating func drawWaiting(_ customer: Int32) {
    let (state, time) = (customers[customer], clock)
    let queue = Int(state.queue)
    let handleTime = laterDraws.duration(rules[queue].handleTime, .laterHandleTime, state.key)
    customers[customer].handleTime = rules[queue].handleFactors.scaled(handleTime, at: time)
    guard let law = rules[queue].patience else { return }
    let factors = rules[queue].patienceFactors
    customers[customer].patience = laterDraws.firstDuration(law, .laterPatience, state.key, beyond: start &- time) {
      factors.scaled($0, at: time)
    }
  }

  /// The whole handle time of a talk that is not over at the start: given its age, the first draw that is longer; without
  /// one, what is left of a talk that somebody looks into at any time.
  private mutating func talkInProgress(_ customer: Int32, by agent: Int, hasAge: Bool) -> Int64 {
    let (state, time) = (customers[customer], clock)
    let (law, factors) = (rules[Int(state.queue)].handleTime, rules[Int(state.queue)].handleFactors)
    let pace = factor(of: agent, in: Int(state.queue))
    guard hasAge else {
      let rest = laterDraws.rest(of: law, .laterHandleTime, state.key)
      return max(2, factors.scaled(rest, at: time))
    }
    // Whoever takes longer has been at it for less of the work.
    let age = Int64((Double(start &- time) / pace).rounded(.up))
    return laterDraws.firstDuration(law, .laterHandleTime, state.key, beyond: age) { factors.scaled($0, at: time) }
  }
}
