import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// What lines cost, against the time for which contacts hold them.
@Suite(.labelled)
struct TelephonyTests {
  /// A contact holds its line from its arrival until it leaves, whatever happens between: the sums must come to just that.
  @Test func `the minutes of lines are those from each contact's arrival to its end, self-service included`() throws {
    let scenario = try ScenarioReader().read(
      text: """
        busyhour: 1
        open: 08:00-18:00
        calls: 900/day
        handle: 5m
        patience: 2m
        self_service: {contained: 30%, time: exp 80s}
        redial: 40%
        balk: {share: 10%}
        agents: 5
        cost: $20/h
        costs: {telephony: $0.06/min}
        after_close: disconnect
        """, name: "lines.yaml", directory: "."
    ).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    var arrivals: [UInt32: Int64] = [:]
    var held: Int64 = 0
    for record in records {
      switch EventKind(rawValue: record.kindCode) {
      case .contactArrived: arrivals[record.contact] = record.time
      case .contactCompleted, .contactAbandoned, .contactBalked, .contactSelfServed, .contactDisconnected:
        held += record.time - arrivals.removeValue(forKey: record.contact)!
      default: break
      }
    }
    #expect(arrivals.isEmpty && records.events(.selfServiceLeft).count > 300)
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
    records.withUnsafeBufferPointer { fold.apply($0) }
    let day = fold.daySums()[0]
    let all = day.contacts
    #expect(all.selfService + all.waitAnswered + all.waitLost + all.talk == held)
    let sheet = try #require(CostSheet(scenario))
    #expect(abs(sheet.telephony(day) - Double(held) / 6e7 * 0.06) < 1e-6)
  }
}
