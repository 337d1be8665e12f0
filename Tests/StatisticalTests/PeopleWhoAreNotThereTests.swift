import BusyHourTesting
import ContactCenter
import Experiments
import KPIs
import ScenarioFiles
import Testing
import Workforce

/// People who are lost, and places that are empty, in the figures of people.
@Suite(.labelled)
struct PeopleWhoAreNotThereTests {
  private static func figure(_ kpi: KPI, _ text: String) throws -> Double {
    let scenario = try ScenarioReader().read(text: "busyhour: 1\nhandle: 5m\n" + text, name: "people.yaml").scenario
    let plan = try PlanBuilder.build(scenario).plan
    var worker = try ReplicationWorker(
      Experiment(
        plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: 4, replications: 0..<1))
    let recorded = worker.run(0)
    let days = try #require(recorded).result.days
    return try #require(Estimate(kpi, of: [days], in: ScoringContext(scenario: scenario))).mean
  }

  /// Two of four people who are lost for one of four hours are away for an eighth of the time; next to nobody is late, and
  /// those who are, are so in both.
  @Test func `who is lost is absent, as who is ill, and not away by schedule`() throws {
    let day = "open: Mon-Fri 08:00-12:00\ncalls: 1/day\nagents: 4\nconduct: {late: {chance: 1%, by: 1m}}\n"
    let whole = try Self.figure(.adherence, day)
    let adherence = try Self.figure(.adherence, day + "losses: {site: {from: 09:00, for: 1h, people: 2}}\n")
    #expect(whole > 0.98 && abs(whole - adherence - 0.125) < 1e-3, "\(whole) \(adherence)")
    let scenario = try ScenarioReader().read(
      text: "busyhour: 1\nhandle: 5m\n" + day + "losses: {site: {from: 09:00, for: 1h, people: 2}}\n",
      name: "people.yaml"
    ).scenario
    let lost = try #require(try PlanBuilder.build(scenario).activities.first { $0.name == "lost" })
    #expect(lost.kind == .unplanned && abs((lost.share ?? 0) - 0.125) < 1e-12)
  }

  /// Everybody leaves after the first week, nobody follows, and most calls come on the day before Christmas.
  @Test func `an empty place is not staffed at the peak`() throws {
    let text = """
      open: Mon-Fri 08:00-10:00
      period: 2026-11-30..2026-12-25
      calls: 10/day
      demand: {dates: {2026-12-24: x3}}
      teams: {main: {agents: {08:00-10:00: 10}, attrition: {weekly: 100%}}}
      """
    #expect(try Self.figure(.staffedPeak, text) == 0)
    #expect(try Self.figure(.staffedPeak, text.replacing(", attrition: {weekly: 100%}", with: "")) == 10)
  }
}
