import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Draws that are derived again against what happened in the log, wherever the log shows one.
@Suite(.labelled)
struct DrawFinderTests {
  /// What a log says of one contact.
  private struct Seen {
    var arrival: DrawFinder.Arrival
    var others = 0
    var spans: [ContactDraws.Subject: Int64] = [:]
    var isResolved: Bool?
    var selfServedAt: Int64?
    var end: Int64?
    var isLeft = false
  }

  private static func read(_ log: [EventRecord], factors: Bool) -> [UInt32: Seen] {
    var seen: [UInt32: Seen] = [:]
    var arrivals: [Int64: Int] = [:]
    for record in log {
      let contact = record.contact
      let length = record.time - record.reference
      switch record.event {
      case .contactArrived(_, let queue)?:
        seen[contact] = Seen(
          arrival: .init(time: SimulationTime(microseconds: record.time), queue: queue),
          others: arrivals[record.time, default: 0])
        arrivals[record.time, default: 0] += 1
      case .contactLinked(_, _, let link)?:
        seen[contact]?.arrival.link = link
        arrivals[record.time, default: 0] -= 1
      case .contactAbandoned?: seen[contact]?.spans[.patience] = length
      case .contactCompleted? where factors: seen[contact]?.spans[.handleTime] = length
      case .wrapUpEnded? where factors: seen[contact]?.spans[.wrapUp] = length
      case .outcomeRecorded(_, _, _, let isResolved)?: seen[contact]?.isResolved = isResolved
      case .contactSelfServed?: seen[contact]?.spans[.selfServiceTime] = length
      default: continue
      }
    }
    return seen
  }

  private static func story(of contact: UInt32, in seen: [UInt32: Seen]) -> (first: Seen, story: [DrawFinder.Arrival])?
  {
    var story: [DrawFinder.Arrival] = []
    var contact = contact
    while let next = seen[contact] {
      story.insert(next.arrival, at: 0)
      guard let link = next.arrival.link else { return (next, story) }
      contact = link.previous
    }
    return nil
  }

  /// - Returns: how many draws the log shows, and all of them are the derived ones.
  private func compare(_ plan: SimulationPlan, seed: UInt64, replication: Int) throws -> Int {
    let seen = Self.read(try simulate(plan, seed: seed, replication: replication), factors: plan.isPlain)
    var finder = try DrawFinder(plan: plan, seed: seed, replication: replication)
    var count = 0
    // The first ones, and some of the late ones, before which whole blocks are skipped.
    for (index, contact) in seen.keys.sorted().enumerated() where index < 100 || index % 37 == 0 {
      let (first, story) = try #require(Self.story(of: contact, in: seen))
      let found = finder.draws(of: story, after: first.others)
      let draws = try #require(found, "contact \(contact)")
      for (subject, length) in seen[contact]!.spans {
        #expect(draws.value(of: subject) == .span(TimeSpan(microseconds: length)), "contact \(contact), \(subject)")
        count += 1
      }
      if let isResolved = seen[contact]!.isResolved {
        guard case .uniform(let number, let share)? = draws.value(of: .resolution) else {
          Issue.record("contact \(contact) has no draw of its outcome")
          continue
        }
        // Where cases decide, the share is not the queue's.
        guard let share else { continue }
        #expect((number < share.fraction) == isResolved, "contact \(contact)")
        count += 1
      }
    }
    return count
  }

  @Test func `in plain plans every span of the log is the one that was drawn`() throws {
    var count = 0
    try withEvery("seed", in: 1...40) { count += try compare(RandomPlan.make(seed: $0), seed: 9, replication: $0) }
    #expect(count > 2_000, "\(count)")
  }

  @Test func `under rules, later contacts of a customer too`() throws {
    var count = 0
    try withEvery("seed", in: 1...60) { count += try compare(RandomPlan.withRules(seed: $0), seed: 4, replication: 2) }
    #expect(count > 300, "\(count)")
  }

  @Test func `with every kind of arrivals`() throws {
    var count = 0
    try withEvery("seed", in: 1...60) { seed in
      count += try compare(RandomPlan.makeWithDemand(seed: seed), seed: 2, replication: 1)
    }
    #expect(count > 1_000, "\(count)")
  }

  @Test func `a contact that the arrivals do not give has no draws`() throws {
    let plan = SimulationPlan.line(
      horizon: .hours(2), contacts: 50, handleTime: .exponential(mean: .minutes(3)), wrapUp: nil,
      patience: .exponential(mean: .minutes(2)), agents: 3)
    let arrival = try #require(try simulate(plan, seed: 1).events(.contactArrived).first)
    var finder = try DrawFinder(plan: plan, seed: 1, replication: 0)
    let time = SimulationTime(microseconds: arrival.time)
    let link = ContactLink(cause: .redial, previous: 1, rank: 1)
    let first = DrawFinder.Arrival(time: time, queue: 0)
    let cases: [(story: [DrawFinder.Arrival], others: Int, isKnown: Bool)] = [
      ([first], 0, true), ([.init(time: time + TimeSpan(microseconds: 1), queue: 0)], 0, false),
      ([.init(time: time, queue: 1)], 0, false), ([first], 1, false), ([], 0, false),
      ([first, .init(time: time, queue: 0, link: link)], 0, true),
      ([first, .init(time: time, queue: 9, link: link)], 0, false),
      ([.init(time: time, queue: 0, link: link)], 0, false),
    ]
    for (story, others, isKnown) in cases {
      let draws = finder.draws(of: story, after: others)
      #expect((draws != nil) == isKnown, "\(story), \(others)")
    }
    var other = try DrawFinder(plan: plan, seed: 2, replication: 0)
    let draws = other.draws(of: [first])
    #expect(draws == nil)
  }
}
