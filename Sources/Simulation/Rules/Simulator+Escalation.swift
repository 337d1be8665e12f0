internal import ContactCenter
internal import EventLog
internal import Randomness

// Matters that go to a higher tier, refunds, complaints.

extension Simulator {
  /// The refund that the customer asks for in this talk, in hundredths; 0 for none.
  mutating func refundCents(of customer: Int32) -> Int64 {
    let matter = customers[customer].matter
    if matter >= 0, customers.matters[matter].refundCents > 0 { return customers.matters[matter].refundCents }
    let (queue, key) = (Int(customers[customer].queue), customers[customer].key)
    guard let refunds = rules[queue].contact.refunds, laterDraws.happens(refunds.share, .refund, key),
      let amounts = rules[queue].refundAmounts
    else { return 0 }
    return laterDraws.amountInCents(amounts, of: refunds.meanAmount, .refundAmount, key)
  }

  /// The escalation with which the talk ends: of refunds the one with the greatest limit that the amount exceeds, else
  /// by chance.
  mutating func escalation(of customer: Int32, refundCents: Int64) -> Escalation? {
    let queue = Int(customers[customer].queue)
    guard rules[queue].escalatesByChance || refundCents > 0 else { return nil }
    let escalations = rules[queue].contact.escalations
    var best: (escalation: Escalation, limit: Double)?
    for escalation in escalations {
      guard case .refundAbove(let limit) = escalation.reason, Double(refundCents) > limit * 100 else { continue }
      if limit > best?.limit ?? -1 { best = (escalation, limit) }
    }
    if let best { return best.escalation }
    var left = laterDraws.uniform(.escalation, customers[customer].key)
    for escalation in escalations {
      guard case .share(let share) = escalation.reason else { continue }
      left -= share.fraction
      if left < 0 { return escalation }
    }
    return nil
  }

  /// The matter goes to its tier with clocks of its own; the agent is free.
  mutating func escalate(
    _ customer: Int32, _ escalation: Escalation, _ hand: Int, refundCents: Int64, into buffer: inout EventBuffer
  ) {
    keepLimit(.done, of: customer, into: &buffer)
    let matter = openMatter(of: customer)
    customers.matters[matter] = Matter()
    customers.matters[matter].refundCents = escalation.leavesRefunds ? 0 : refundCents
    let rest = rules[Int(customers[customer].queue)].rest(before: escalation)
    let wait = rest.map { laterDraws.duration($0, .escalationRest, customers[customer].key) }
    prepareNext(customer, .escalation, in: escalation.queue, drawingAnew: true)
    customers[customer].attempts = 1
    if wait != nil || rules.isDeferred(escalation.queue) { freeTrunk(of: customer) }
    startWrapUp(hand, into: &buffer)
    if let wait { comesBack(customer, at: clock &+ wait) } else { reaches(customer, into: &buffer) }
  }

  mutating func decideRefund(
    _ cents: Int64, of customer: Int32, _ hand: Int, isGranted: Bool, into buffer: inout EventBuffer
  ) {
    guard cents > 0 else { return }
    let state = customers[customer]
    if isGranted, state.matter >= 0 { customers.matters[state.matter].refundCents = 0 }
    buffer.append(
      EventRecord(
        .refundDecided(
          contact: state.contact, queue: Int(state.queue), agent: Int(agents[hand].owner), amountInCents: Int(cents),
          isGranted: isGranted), at: SimulationTime(microseconds: clock)))
  }

  /// An unresolved matter comes back as a complaint.
  /// - Returns: whether it does.
  mutating func complains(_ customer: Int32) -> Bool {
    let state = customers[customer]
    let queue = Int(state.queue)
    guard let complaints = rules[queue].contact.complaints, let delay = rules[queue].complaintDelay,
      laterDraws.happens(complaints.share, .complaint, state.key)
    else { return false }
    let wait = laterDraws.duration(delay, .complaintDelay, state.key)
    customers[customer].attempts = 1
    prepareNext(customer, .complaint, in: complaints.queue, drawingAnew: true)
    comesBack(customer, at: clock &+ wait)
    return true
  }
}

extension Escalation {
  /// Whether it is about something else than a refund, which the agent then grants.
  var leavesRefunds: Bool {
    if case .refundAbove = reason { false } else { true }
  }
}
