internal import ContactCenter
internal import EventLog

// Limits of time: they begin when a contact comes to its queue, and are kept, missed, or lapse with the caller.

extension Simulator {
  /// The contact comes to its queue, to be answered or to wait.
  @inline(__always) mutating func startLimits(_ customer: Int32, into buffer: inout EventBuffer) {
    if rules[Int(customers[customer].queue)].hasLimits { setLimits(customer, into: &buffer) }
  }

  private mutating func setLimits(_ customer: Int32, into buffer: inout EventBuffer) {
    guard let limits = rules[Int(customers[customer].queue)].contact.limits else { return }
    if let span = limits.answered { startLimit(\.answered, .answered, span, limits, customer, into: &buffer) }
    if let span = limits.done { startLimit(\.done, .done, span, limits, customer, into: &buffer) }
  }

  private mutating func startLimit(
    _ path: WritableKeyPath<Matter, Matter.RunningLimit>, _ limit: TimeLimit, _ span: TimeSpan, _ limits: TimeLimits,
    _ customer: Int32, into buffer: inout EventBuffer
  ) {
    let state = customers[customer]
    let matter = openMatter(of: customer)
    // One that runs on from an earlier contact keeps running.
    guard customers.matters[matter][keyPath: path].contact == 0 else { return }
    let now = SimulationTime(microseconds: clock)
    // What no open time is left for is due after the horizon, and after it began.
    let business = rules.businessClock.deadline(after: now, of: span) ?? max(now, plan.horizon) + span
    let end = limits.clock == .business ? business : now + span
    let due = min(end, SimulationTime(microseconds: SimulationTime.limit.microseconds - 1))
    let running = Matter.RunningLimit(
      contact: state.contact, queue: state.queue, startedAt: clock, dueAt: due.microseconds,
      isEscalation: state.cause == ContactLink.Cause.escalation.rawValue, isOfMatter: limits.origin == .matter)
    customers.matters[matter][keyPath: path] = running
    buffer.append(
      EventRecord(
        .limitStarted(contact: state.contact, queue: Int(state.queue), limit: limit, dueAt: due), at: now))
    setLimitTimer(limit, running, customer)
  }

  mutating func openMatter(of customer: Int32) -> Int32 {
    if customers[customer].matter < 0 { customers[customer].matter = customers.matters.insert() }
    return customers[customer].matter
  }

  /// What is due after the horizon is judged when it is done.
  mutating func setLimitTimer(_ limit: TimeLimit, _ running: Matter.RunningLimit, _ customer: Int32) {
    guard running.contact != 0, running.dueAt < plan.horizon.microseconds else { return }
    // What is done at the last instant is in time.
    set(
      .init(
        time: running.dueAt &+ 1, purpose: limit == .answered ? .answerIsDue : .workIsDue, subject: customer,
        contact: running.contact))
  }

  mutating func limitPasses(_ limit: TimeLimit, _ timer: TimerHeap.Timer, into buffer: inout EventBuffer) {
    guard running(limit, timer.subject)?.contact == timer.contact else { return }
    endLimit(limit, of: timer.subject, isKept: false, into: &buffer)
  }

  /// The work that a limit asks for is done, in time or late.
  @inline(__always) mutating func keepLimit(
    _ limit: TimeLimit, of customer: Int32, into buffer: inout EventBuffer
  ) {
    if customers[customer].matter >= 0 { keepRunning(limit, customer, into: &buffer) }
  }

  private mutating func keepRunning(_ limit: TimeLimit, _ customer: Int32, into buffer: inout EventBuffer) {
    guard let running = running(limit, customer) else { return }
    endLimit(limit, of: customer, isKept: clock <= running.dueAt, into: &buffer)
  }

  /// The center gives the matter up: what still runs is missed.
  mutating func missLimits(of customer: Int32, into buffer: inout EventBuffer) {
    for limit in TimeLimit.allCases where running(limit, customer) != nil {
      endLimit(limit, of: customer, isKept: false, into: &buffer)
    }
  }

  /// Limits of the present contact alone lapse with it.
  mutating func lapseLimits(of customer: Int32) {
    let matter = customers[customer].matter
    guard matter >= 0 else { return }
    if !customers.matters[matter].answered.isOfMatter { customers.matters[matter].answered = .init() }
    if !customers.matters[matter].done.isOfMatter { customers.matters[matter].done = .init() }
  }

  /// The agent hands the caller on: the work of this queue is done, what runs for the matter runs on.
  mutating func handOnLimits(of customer: Int32, into buffer: inout EventBuffer) {
    guard let done = running(.done, customer), !done.isOfMatter else { return }
    keepLimit(.done, of: customer, into: &buffer)
  }

  /// Those of the matter go on with the next contact in a customer slot of its own.
  mutating func moveMatter(from customer: Int32, to next: Int32) {
    let matter = customers[customer].matter
    customers[customer].matter = -1
    customers[next].matter = matter
    guard matter >= 0 else { return }
    setLimitTimer(.answered, customers.matters[matter].answered, next)
    setLimitTimer(.done, customers.matters[matter].done, next)
  }

  private mutating func running(_ limit: TimeLimit, _ customer: Int32) -> Matter.RunningLimit? {
    let matter = customers[customer].matter
    guard matter >= 0 else { return nil }
    let running = limit == .answered ? customers.matters[matter].answered : customers.matters[matter].done
    return running.contact == 0 ? nil : running
  }

  private mutating func endLimit(
    _ limit: TimeLimit, of customer: Int32, isKept: Bool, into buffer: inout EventBuffer
  ) {
    guard let running = running(limit, customer) else { return }
    let matter = customers[customer].matter
    if limit == .answered {
      customers.matters[matter].answered = .init()
    } else {
      customers.matters[matter].done = .init()
    }
    let (queue, start) = (Int(running.queue), SimulationTime(microseconds: running.startedAt))
    let event: Event =
      isKept
      ? .limitKept(
        contact: running.contact, queue: queue, limit: limit, isEscalation: running.isEscalation, startedAt: start)
      : .limitMissed(
        contact: running.contact, queue: queue, limit: limit, isEscalation: running.isEscalation, startedAt: start)
    buffer.append(EventRecord(event, at: SimulationTime(microseconds: clock)))
  }
}
