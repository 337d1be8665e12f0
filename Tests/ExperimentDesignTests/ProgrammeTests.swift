import BusyHourTesting
import ContactCenter
import Experiments
import KPIs
import Testing
import Workforce

/// The brief's onboarding: a five-week programme, and 80 to 120 hours over 90 days.
@Suite(.labelled)
struct ProgrammeTests {
  /// Shifts of 8.5 hours: two weeks of them whole, three of 15%, and 3% of those that are left of 90 days, less the days of
  /// Thanksgiving and of illness.
  @Test func `a newcomer of the clinic is trained for 80 to 120 hours in 90 days, most of it in five weeks`()
    async throws
  {
    let scenario = try Shipped.scenario(
      "clinic",
      ["period=2026-11-23..2027-02-20", "teams.front.newcomers={count: 1, weeks: 0}", "teams.front.attrition=0%"])
    #expect(scenario.days.count == 90)
    let plan = try PlanBuilder.build(scenario).plan
    let training = try #require(plan.activities.firstIndex(of: Onboarding.activityName))
    let experiment = Experiment(
      plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: 1, replications: 0..<1)
    var hours: [Double] = []
    try await ReplicationRunner.run(experiment, threads: 1) { replications in
      hours = replications.flatMap { $0.result.days.map { Double($0.timeByActivity[training]) / 3.6e9 } }
    }
    #expect((80...120).contains(hours.reduce(0, +)), "\(hours.reduce(0, +))")
    #expect(hours.prefix(35).reduce(0, +) > 0.85 * hours.reduce(0, +))
    // In the classroom nothing else is done: a shift of 8.5 hours on the first day.
    #expect(abs(hours[0] - 8.5) < 1e-9)
  }
}
