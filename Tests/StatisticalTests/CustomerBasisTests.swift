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
}
