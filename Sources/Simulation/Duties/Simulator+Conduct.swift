internal import ContactCenter
internal import EventLog
internal import Randomness

// How agents keep to the plan. Nothing of it is asked in a plan where everybody does.

extension Simulator {
  /// What keeps an agent who comes from taking contacts at once: training, or being late.
  mutating func firstDelay(of agent: Int) -> PendingBreak? {
    // Who is at work when a run starts is neither late nor in the training of the morning.
    guard conduct.isActive, clock > start || start == 0 else { return nil }
    let (team, tour) = (Int(agents[agent].team), agents[agent].tours)
    return conduct.training(of: agent, team: team, tour: tour, at: clock)
      ?? conduct.lateness(of: agent, team: team, tour: tour)
  }

  /// Breaks that come due in a training are part of it.
  mutating func isInTraining(_ agent: Int) -> Bool {
    conduct.isActive && agents[agent].activity == .onBreak
      && conduct.isTraining(agents[agent].breakActivity, team: Int(agents[agent].team))
  }

  mutating func waitToStray(_ agent: Int, after delay: Int64 = 0) {
    let (team, tour) = (Int(agents[agent].team), agents[agent].tours)
    guard let time = conduct.timeToStray(of: agent, team: team, tour: tour) else { return }
    setTimer(.strays, agent: agent, tour: tour, at: clock &+ delay &+ time)
  }

  /// The agent leaves the phones, or, with a contact in hand, does so afterwards; then stays for another while.
  mutating func strays(_ agent: Int, tour: UInt32, into buffer: inout EventBuffer) {
    let state = agents[agent]
    guard state.activity != .off, state.leaving == .no, UInt32(bitPattern: state.tours) == tour,
      let request = conduct.strays(of: agent, team: Int(state.team), tour: state.tours)
    else { return }
    switch state.activity {
    case .idle, .talking, .wrappingUp: requestBreak(request, into: &buffer)
    case .off, .onBreak, .away: break
    }
    waitToStray(agent, after: request.length ?? 0)
  }

  /// A scheduled break that lasts longer goes on under another name.
  /// - Returns: whether it does.
  mutating func overruns(_ agent: Int, into buffer: inout EventBuffer) -> Bool {
    guard conduct.isActive else { return false }
    let state = agents[agent]
    guard
      let more = conduct.overrun(
        of: agent, team: Int(state.team), tour: state.tours, activity: state.breakActivity)
    else { return false }
    startBreak(more, into: &buffer)
    return true
  }

  /// Whoever has ended a contact may need a moment.
  mutating func prepareMoment(_ agent: Int) {
    guard conduct.hasMoments, agents[agent].leaving == .no, !agents[agent].hasPendingBreak,
      let moment = conduct.afterContact(agents[agent].contact, of: agent, team: Int(agents[agent].team))
    else { return }
    agents[agent].hasPendingBreak = true
    pendingBreaks.append(moment)
  }

  mutating func sayDelay(of request: PendingBreak, into buffer: inout EventBuffer) {
    guard conduct.delayActivity != nil, request.due >= 0, request.due < clock else { return }
    buffer.append(
      EventRecord(
        .breakDelayed(
          agent: request.agent, activity: request.activity, dueAt: SimulationTime(microseconds: request.due)),
        at: SimulationTime(microseconds: clock)))
  }

  // MARK: Coming and going for good

  mutating func mayResign(_ agent: Int, week: Int, into buffer: inout EventBuffer) {
    let team = Int(agents[agent].team)
    guard conduct.isActive, conduct.resigns(agent, team: team, week: week) else { return }
    buffer.append(
      EventRecord(.agentResigned(agent: agent, team: team), at: SimulationTime(microseconds: clock)))
    if let delay = conduct.replacement(inTeam: team) { setTimer(.hires, agent: agent, tour: 0, at: clock &+ delay) }
  }

  mutating func hires(_ agent: Int, into buffer: inout EventBuffer) {
    guard clock < plan.horizon.microseconds else { return }
    conduct.hires(agent, at: clock)
    buffer.append(
      EventRecord(
        .agentHired(agent: agent, team: Int(agents[agent].team)), at: SimulationTime(microseconds: clock)))
  }

  private mutating func setTimer(_ purpose: TimerHeap.Purpose, agent: Int, tour: Int32, at time: Int64) {
    set(
      .init(
        time: time, purpose: purpose, subject: Int32(truncatingIfNeeded: agent), contact: UInt32(bitPattern: tour)))
  }

  // MARK: Tenure

  /// Handle times of the agent in units of an experienced colleague's.
  mutating func tenureFactor(of agent: Int) -> Double {
    guard conduct.isActive else { return 1 }
    return conduct.stage(of: agent, team: Int(agents[agent].team), at: clock)?.handleTimeFactor ?? 1
  }

  /// The chance that this agent resolves a matter.
  mutating func resolved(_ share: Share, by agent: Int) -> Share {
    guard conduct.isActive,
      let stage = conduct.stage(of: agent, team: Int(agents[agent].team), at: clock), stage.resolvedFactor != 1
    else { return share }
    let parts = Double(share.partsPerBillion) * stage.resolvedFactor
    return Share(partsPerBillion: min(1_000_000_000, Int64(parts.rounded())))
  }

  // MARK: Reviews

  /// The part of an agent's contacts that is checked: more of them in supervised weeks. Checks of quality and reviews take
  /// the same draw, so that with equal shares the contact that is scored is the one that is reviewed.
  mutating func checked(_ share: Share, by agent: Int) -> Share {
    guard conduct.isActive, let stage = conduct.stage(of: agent, team: Int(agents[agent].team), at: clock) else {
      return share
    }
    return max(share, stage.reviewed)
  }

  /// Whether the present contact, which is completed, will be reviewed.
  mutating func isReviewed(_ customer: Int32, by agent: Int) -> Bool {
    guard let rule = rules[Int(customers[customer].queue)].contact.review else { return false }
    return laterDraws.happens(checked(rule.share, by: agent), .qualityCheck, customers[customer].key)
  }

  /// A completed contact makes work for a supervisor: a contact of its own, in the queue of reviews.
  mutating func review(_ reviewed: Customer, into buffer: inout EventBuffer) {
    guard let rule = rules[Int(reviewed.queue)].contact.review else { return }
    var next = reviewed
    // Draws of its own, apart from those of the customer's later contacts.
    next.stream |= 1 << 30
    next.firstContact = 0
    (next.slot, next.hand, next.trunk, next.companion, next.handingTo, next.matter) = (-1, -1, -1, -1, -1, -1)
    let customer = customers.insert(next)
    prepareNext(customer, .review, in: rule.queue, drawingAnew: true)
    reaches(customer, into: &buffer)
  }
}
