import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// Customers against the log: whoever comes without an earlier contact that this one continues.
@Suite(.labelled)
struct CustomerBasisTests {
  /// Those who come again meet self-service again, so that many of them are self-served and not offered.
  @Test(arguments: ["contained: 0%", "contained: 30%", "contained: 80%"])
  func `customers are the contacts that continue no other, self-served or not`(share: String) throws {
    let scenario = try ScenarioReader().read(
      text: """
        busyhour: 1
        open: 08:00-18:00
        calls: 900/day
        handle: 5m
        patience: 1m
        self_service: {\(share), time: exp 80s}
        redial: 60%
        resolved: 40%
        repeats: {share: 80%, after: exp 30m}
        agents: 6
        """, name: "customers.yaml", directory: "."
    ).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    let continued = Set(records.events(.contactLinked).map(\.contact))
    let fresh = records.events(.contactArrived).count { !continued.contains($0.contact) }
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
    records.withUnsafeBufferPointer { fold.apply($0) }
    #expect(Int(fold.daySums()[0].contacts.customers) == fresh)
    #expect(fresh > 600 && !continued.isEmpty)
  }

  /// By the story of each customer: the chain of contacts to the first one, and whether the last was lost.
  @Test func `customers are lost where they came first, once, and only for good`() throws {
    let scenario = try ScenarioReader().read(
      text: """
        busyhour: 1
        open: 08:00-18:00
        demand: {volume: 900/day, mix: {sales: 60%, service: 40%}}
        interval: 15m
        queues:
          sales: {handle: 5m, redial: {chance: 60%, after: exp 40m, to: service}}
          service: {handle: 5m, self_service: {contained: 30%, time: exp 80s}}
        patience: 1m
        redial: {chance: 50%, after: exp 20m}
        resolved: 40%
        repeats: {share: 80%, after: exp 30m}
        agents: 6
        """, name: "lost.yaml", directory: "."
    ).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    let stories = Self.stories(records)
    let parameters = FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait))
    var fold = IntervalFold(parameters, byInterval: true)
    records.withUnsafeBufferPointer { fold.apply($0) }
    for interval in 0..<parameters.intervalCount {
      let sums = fold.intervalSums(interval)
      for queue in plan.queues.indices {
        let own = stories.filter { $0.interval(parameters) == interval && $0.queue == queue }
        #expect(Int(sums.queues[queue].customers) == own.count)
        #expect(Int(sums.queues[queue].customersLost) == own.count(where: \.isLost))
      }
    }
    // Nobody talks with an agent at the last and is lost; redials and those who gave up add up to the unanswered.
    let all = fold.daySums()[0].contacts
    #expect(all.customersLost == all.abandoned + all.blocked + all.disconnected - all.redials)
    #expect(all.customersLost > 50 && all.redials > 50)
  }

  private struct Story {
    var arrived: Int64
    var queue: Int
    var isLost = false
    func interval(_ parameters: FoldParameters) -> Int {
      min(Int(arrived / parameters.interval.microseconds), parameters.intervalCount - 1)
    }
  }

  private static func stories(_ records: [EventRecord]) -> [Story] {
    var stories: [UInt32: Story] = [:]
    var first: [UInt32: UInt32] = [:]
    for record in records {
      switch record.event {
      case .contactArrived(let contact, let queue):
        first[contact] = contact
        stories[contact] = Story(arrived: record.time, queue: queue)
      case .contactLinked(let contact, _, let link):
        stories[contact] = nil
        first[contact] = first[link.previous]
        stories[first[contact]!]!.isLost = false
      case .contactAbandoned(let contact, _, _), .contactDisconnected(let contact, _, _),
        .contactBlocked(let contact, _, _), .contactBalked(let contact, _):
        stories[first[contact]!]!.isLost = true
      default: break
      }
    }
    return Array(stories.values)
  }

  /// Of those who meet it: chats, and who meets a busy signal, never do.
  @Test func `containment is the stated share of those who meet self-service`() throws {
    let scenario = try ScenarioReader().read(
      text: """
        busyhour: 1
        open: 08:00-18:00
        demand: {volume: 4000/day, mix: {phone: 70%, chat: 30%}}
        queues:
          phone: {handle: 2m, self_service: {contained: 30%, time: 60s}}
          chat: {channel: chat, handle: 2m}
        trunks: 12
        agents: 20
        """, name: "containment.yaml", directory: "."
    ).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
    records.withUnsafeBufferPointer { fold.apply($0) }
    let value = KPI.selfServiceContainment.fraction(fold.daySums()[0], ScoringContext(scenario: scenario))
    #expect(Int(value.denominator) == records.events(.selfServiceStarted).count && value.denominator > 1_000)
    #expect(records.events(.contactBlocked).count > 50)
    // Three and a quarter binomial standard deviations: a false alarm once in 1,000.
    let deviation = (0.3 * 0.7 / value.denominator).squareRoot()
    #expect(abs(value.numerator / value.denominator - 0.3) < 3.29 * deviation)
  }
}
