import BusyHourTesting
import ContactCenter
import EventLog
import Foundation
import KPITesting
import KPIs
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// The laws of the log on every scenario that comes with the product.
@Suite(.labelled)
struct ShippedLogTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios")

  static let names = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test(arguments: names) func `a shipped scenario's log keeps every law, and counts by interval add up`(name: String)
    throws
  {
    let scenario = try ScenarioReader().read(file: Self.folder.appending(path: name).path).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan, seed: 1)
    let outcome = LogInvariants.outcome(of: records, plan: plan)
    #expect(outcome.violations == [])
    #expect(Returns.inClosedTime(records, plan: plan) == [])
    #expect(outcome.arrived == outcome.ended + outcome.inside && outcome.arrived > 100)
    let parameters = FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait))
    var fold = IntervalFold(parameters, byInterval: true)
    records.withUnsafeBufferPointer { fold.apply($0) }
    // Days of warm-up, and what lies before a start in the middle of a day, are in no day.
    let first = parameters.dayIntervals[parameters.warmUpDays]
    let intervals = (first..<parameters.intervalCount).map { fold.intervalSums($0) }
    let days = fold.daySums()
    let total = days.reduce(into: ContactSums()) { $0 += $1.contacts }
    #expect(intervals.reduce(into: ContactSums()) { $0 += $1.contacts } == total)
    let context = ScoringContext(scenario: scenario)
    #expect(RatioLaws.violations(intervals: intervals, days: days, context) == [])
  }
}
