public import ContactCenter
public import EventLog
internal import Randomness

/// Derives the draws of contacts again, without simulating: the arrival processes alone tell which number in which stream
/// a contact has, and that number is the key of all its draws.
public struct DrawFinder: ~Copyable {
  /// A contact as its log tells it.
  public struct Arrival: Hashable, Sendable {
    public var time: SimulationTime
    public var queue: Int
    /// How it continues the contact before; nil for one that comes from outside.
    public var link: ContactLink?
    public init(time: SimulationTime, queue: Int, link: ContactLink? = nil) {
      self.time = time
      self.queue = queue
      self.link = link
    }
  }

  private let plan: SimulationPlan
  private let rules: RuleBook
  private let laws: [CompiledLaws]
  private let seed: UInt64
  private let replication: UInt64
  private var later = LaterDraws()

  /// - Throws: ``SimulationPlanError`` where the plan cannot be simulated.
  public init(plan: SimulationPlan, seed: UInt64, replication: Int) throws(SimulationPlanError) {
    try plan.validate()
    var laws: [CompiledLaws] = []
    for stream in plan.arrivals {
      laws.append(try CompiledLaws(queues: plan.queues, mix: stream.mix, process: stream.process))
    }
    rules = try RuleBook(plan)
    (self.plan, self.laws, self.seed, self.replication) = (plan, laws, seed, UInt64(replication))
    later.start(seed: seed, replication: UInt64(replication))
  }

  /// The draws of the last contact of a customer's story.
  ///
  /// - Parameters:
  ///   - story: the customer's contacts, from the one that came from outside to the one asked about.
  ///   - others: contacts from outside that arrived at the same instant as the first one, before it in the log.
  /// - Returns: nil where no such contact comes out of the plan's arrival processes: the log is not one of this plan and
  ///   seed.
  /// - Complexity: O(contacts that arrive before the first one).
  public mutating func draws(of story: [Arrival], after others: Int = 0) -> ContactDraws? {
    guard let first = story.first, first.link == nil, var customer = find(first, after: others) else { return nil }
    for (previous, next) in zip(story, story.dropFirst()) {
      guard let link = next.link, plan.queues.indices.contains(next.queue) else { return nil }
      customer.queue = Int32(truncatingIfNeeded: next.queue)
      customer.rank = Int32(truncatingIfNeeded: link.rank)
      if drawsAnew(link, from: previous.queue, to: next.queue) { drawAnew(&customer, at: next.time.microseconds) }
    }
    return draws(of: customer)
  }

  /// The customer whose first contact this is, with its draws.
  private func find(_ arrival: Arrival, after others: Int) -> Customer? {
    var processes = ArrivalWalk(plan, laws: laws, seed: seed, replication: replication)
    return processes.customer(at: arrival.time.microseconds, after: others, in: arrival.queue)
  }

  /// As `Simulator` does: another queue means other work; a redial, a retry and a diversion may go on with the same.
  private func drawsAnew(_ link: ContactLink, from previous: Int, to queue: Int) -> Bool {
    switch link.cause {
    case .redial: queue != previous || plan.queues[previous].rules.redial?.drawsAnew == true
    case .retry, .diversion: queue != previous
    default: true
    }
  }

  private func drawAnew(_ customer: inout Customer, at time: Int64) {
    let queue = Int(customer.queue)
    customer.handleTime = rules[queue].handleFactors.scaled(
      later.duration(rules[queue].handleTime, .laterHandleTime, customer.key), at: time)
    customer.wrapUp = rules[queue].wrapUp.map { later.duration($0, .laterWrapUp, customer.key) } ?? 0
    customer.patience =
      rules[queue].patience.map {
        rules[queue].patienceFactors.scaled(later.duration($0, .laterPatience, customer.key), at: time)
      } ?? ContactBlock.endless
  }

  private func draws(of customer: Customer) -> ContactDraws {
    let queue = Int(customer.queue)
    var draws = ContactDraws()
    func add(_ subject: ContactDraws.Subject, _ value: ContactDraws.Value) {
      draws.draws.append(.init(subject: subject, value: value))
    }
    func span(_ microseconds: Int64) -> ContactDraws.Value { .span(TimeSpan(microseconds: microseconds)) }
    add(.patience, customer.patience == ContactBlock.endless ? .endless : span(customer.patience))
    add(.handleTime, span(customer.handleTime))
    if plan.queues[queue].wrapUp != nil { add(.wrapUp, span(customer.wrapUp)) }
    addChances(of: customer, rules[queue], add)
    return draws
  }

  private func addChances(
    of customer: Customer, _ rules: QueueRules, _ add: (ContactDraws.Subject, ContactDraws.Value) -> Void
  ) {
    let contact = rules.contact
    func chance(_ subject: ContactDraws.Subject, _ purpose: RandomPurpose, _ share: Share?) {
      add(subject, .uniform(later.uniform(purpose, customer.key), below: share))
    }
    func span(_ subject: ContactDraws.Subject, _ purpose: RandomPurpose, _ law: ScaledLaw?) {
      if let law { add(subject, .span(TimeSpan(microseconds: later.duration(law, purpose, customer.key)))) }
    }
    span(.selfServiceTime, .selfServiceTime, rules.selfServiceTime)
    if let contained = contact.selfService?.contained { chance(.selfService, .selfService, contained) }
    // The share depends on the line that the contact meets; with one rule it is that one's.
    if !contact.balking.isEmpty {
      chance(.balking, .balking, contact.balking.count == 1 ? contact.balking[0].share : nil)
    }
    if let share = contact.waitOffer?.share { chance(.offer, .offer, share) }
    if contact.agentChoice == .uniform { chance(.agentChoice, .agentChoice, nil) }
    if !contact.transfers.isEmpty {
      chance(.transfer, .transfer, contact.transfers.count == 1 ? contact.transfers[0].share : nil)
    }
    if let outcome = contact.outcome {
      // Cases of outcomes depend on what the contact met.
      let hasCases = contact.ratings?.cases.contains { $0.resolved != nil } == true
      chance(.resolution, .resolution, hasCases ? nil : outcome.resolved)
      chance(.repeatContact, .repeatContact, outcome.repeats)
      span(.repeatDelay, .repeatDelay, rules.repeatDelay)
    }
    if let redial = contact.redial {
      let shares = [redial.afterAbandonment, redial.afterBusySignal]
      chance(.redial, .redial, shares[0] == shares[1] ? shares[0] : nil)
      span(.redialDelay, .redialDelay, rules.redialDelay)
    }
    let escalations = contact.escalations.compactMap(\.share)
    if !escalations.isEmpty { chance(.escalation, .escalation, escalations.count == 1 ? escalations[0] : nil) }
    // A customer who has asked for a refund asks every tier for the same one.
    if let refunds = contact.refunds { chance(.refund, .refund, refunds.share) }
    if let complaints = contact.complaints {
      chance(.complaint, .complaint, complaints.share)
      span(.complaintDelay, .complaintDelay, rules.complaintDelay)
    }
  }
}
