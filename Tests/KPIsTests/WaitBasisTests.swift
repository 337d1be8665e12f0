import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Testing

/// Which wait a service level counts, and which answered contacts are reviews: small logs, worked out by hand.
@Suite(.labelled)
struct WaitBasisTests {
  /// Two queues, one that reviews; acceptable are 60 s.
  private static func sums(_ basis: WaitBasis, _ log: LogBuilder) -> [ContactSums] {
    var plan = SimulationPlan.line(
      horizon: .seconds(1_200), contacts: 4, handleTime: .deterministic(.seconds(10)), agents: 1,
      interval: .seconds(600))
    plan.queues.append(plan.queues[0])
    plan.arrivals[0].mix = [1, 0]
    plan.queues[0].rules.redial = Redial(
      afterAbandonment: .percent(50), afterBusySignal: .zero, delay: .deterministic(.seconds(100)), attempts: 5)
    plan.queues[0].rules.review = ReviewRule(share: .percent(10), queue: 1)
    plan.waitBasis = basis
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: [.seconds(60), .seconds(60)]))
    // Twice: a fold is used for many replications.
    for _ in 0..<2 {
      fold.reset()
      log.records.withUnsafeBufferPointer { fold.apply($0) }
    }
    return fold.daySums()[0].queues
  }

  private static func linked(_ contact: UInt32, _ cause: ContactLink.Cause, _ previous: UInt32, _ rank: Int) -> Event {
    .contactLinked(contact: contact, queue: 0, link: ContactLink(cause: cause, previous: previous, rank: rank))
  }

  /// A caller hangs up after 30 s, meets a busy signal, waits 20 s and hangs up, waits 25 s and is answered: 75 s in all.
  private static var fourAttempts: LogBuilder {
    var log = LogBuilder(horizon: 1_200)
    log.at(0, .contactArrived(contact: 1, queue: 0), .contactQueued(contact: 1, queue: 0, position: 1))
    log.at(30, .contactAbandoned(contact: 1, queue: 0, queuedAt: .second(0)))
    log.at(130, .contactArrived(contact: 2, queue: 0), linked(2, .redial, 1, 1))
    log.at(130, .contactBlocked(contact: 2, queue: 0, reason: .queueFull))
    log.at(230, .contactArrived(contact: 3, queue: 0), linked(3, .redial, 2, 2))
    log.at(230, .contactQueued(contact: 3, queue: 0, position: 1))
    log.at(250, .contactAbandoned(contact: 3, queue: 0, queuedAt: .second(230)))
    log.at(590, .contactArrived(contact: 4, queue: 0), linked(4, .redial, 3, 3))
    log.at(590, .contactQueued(contact: 4, queue: 0, position: 1))
    log.at(615, .contactAnswered(contact: 4, queue: 0, agent: 0, queuedAt: .second(590)))
    return log
  }

  @Test func `the waits of a caller's attempts add up where the scenario says so`() {
    let (attempt, customer) = (Self.sums(.attempt, Self.fourAttempts)[0], Self.sums(.customer, Self.fourAttempts)[0])
    // 30 s and 20 s are short, as 50 s together are; 25 s are in time, 75 s are not.
    #expect([attempt.answered, attempt.answeredInTime, attempt.abandoned, attempt.abandonedInTime] == [1, 1, 2, 2])
    #expect(
      [customer.answered, customer.answeredInTime, customer.abandoned, customer.abandonedInTime] == [1, 0, 2, 2])
    var same = customer
    same.answeredInTime = 1
    #expect(same == attempt, "waits themselves, and all else, are those of the contacts")
  }

  @Test func `who has waited too long before is no short abandon, neither in line nor at the door`() {
    var log = LogBuilder(horizon: 1_200)
    log.at(0, .contactArrived(contact: 1, queue: 0), .contactQueued(contact: 1, queue: 0, position: 1))
    log.at(50, .contactAbandoned(contact: 1, queue: 0, queuedAt: .second(0)))
    log.at(150, .contactArrived(contact: 2, queue: 0), Self.linked(2, .redial, 1, 1))
    log.at(150, .contactQueued(contact: 2, queue: 0, position: 1))
    log.at(161, .contactAbandoned(contact: 2, queue: 0, queuedAt: .second(150)))
    log.at(261, .contactArrived(contact: 3, queue: 0), Self.linked(3, .redial, 2, 2))
    log.at(261, .contactBalked(contact: 3, queue: 0))
    let (attempt, customer) = (Self.sums(.attempt, log)[0], Self.sums(.customer, log)[0])
    #expect([attempt.abandoned, attempt.abandonedInTime] == [3, 3])
    #expect([customer.abandoned, customer.abandonedInTime] == [3, 1])
  }

  @Test func `a wait before an answer, or before another matter, does not count`() {
    for cause in ContactLink.Cause.allCases where ![.redial, .diversion].contains(cause) {
      var log = LogBuilder(horizon: 1_200)
      log.at(0, .contactArrived(contact: 1, queue: 0), .contactQueued(contact: 1, queue: 0, position: 1))
      log.at(50, .contactAbandoned(contact: 1, queue: 0, queuedAt: .second(0)))
      log.at(150, .contactArrived(contact: 2, queue: 0), Self.linked(2, cause, 1, 1))
      log.at(150, .contactQueued(contact: 2, queue: 0, position: 1))
      log.at(200, .contactAnswered(contact: 2, queue: 0, agent: 0, queuedAt: .second(150)))
      #expect(Self.sums(.customer, log)[0].answeredInTime == 1, "\(cause)")
    }
  }

  @Test func `a review counts as answered when somebody takes it, and as one of the reviews`() {
    var log = LogBuilder(horizon: 1_200)
    log.at(
      0, .contactArrived(contact: 1, queue: 0), .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .second(0)))
    log.at(100, .contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: .second(0)))
    for contact: UInt32 in [2, 3] {
      let link = ContactLink(cause: .review, previous: 1, rank: 1)
      log.at(100, .contactArrived(contact: contact, queue: 1), .contactLinked(contact: contact, queue: 1, link: link))
      log.at(100, .contactQueued(contact: contact, queue: 1, position: Int(contact) - 1))
    }
    log.at(700, .contactAnswered(contact: 2, queue: 1, agent: 0, queuedAt: .second(100)))
    let queues = Self.sums(.attempt, log)
    #expect([queues[0].answered, queues[0].reviewsAnswered] == [1, 0])
    #expect([queues[1].reviews, queues[1].answered, queues[1].reviewsAnswered] == [2, 1, 1])
  }
}
