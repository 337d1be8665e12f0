import BusyHourTesting
import ContactCenter
import EventLog
import Experiments
import Foundation
import KPIs
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// Kinds of published cases, each otherwise than published: it can be said in a file, and its log keeps the laws and the
/// identities that need no figures. Three that are published are in ``PublishedCenterTests``.
@Suite(.labelled)
struct KindsOfCasesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  @Test(arguments: ["skills-by-period", "overflow-delays", "bilingual-redials", "blended-dialer"])
  func `a kind of published case is a scenario that keeps the laws`(kind: String) throws {
    let scenario = try ScenarioReader().read(file: Self.folder.appending(path: "kind-\(kind).yaml").path).scenario
    let plan = try PlanBuilder.build(scenario).plan
    try withEvery("replication", in: 0..<(TestSwitch.slow ? 40 : 4)) { replication in
      let records = try simulate(plan, seed: 1, replication: replication)
      let outcome = LogInvariants.outcome(of: records, plan: plan)
      #expect(outcome.violations == [])
      #expect(outcome.arrived == outcome.ended + outcome.inside && outcome.arrived > 500)
    }
  }

  /// Patience is exponential with rate theta: P(abandon) = theta E[W], whoever serves whom and when. The difference has mean 0
  /// over replications; it lies within 4 of its standard errors, a false alarm once in 15,000.
  @Test func `who leaves and how long all wait agree where patience is exponential`() async throws {
    let outcomes = try await PublishedScenarioTests.outcomes(
      of: "kind-overflow-delays", replications: TestSwitch.slow ? 1_000 : 60)
    let differences = outcomes.map {
      Double($0.all.abandoned) - Double($0.all.waitAnswered + $0.all.waitLost) / 1e6 / 300
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count - 1)
    #expect(abs(mean) <= 4 * (variance / Double(differences.count)).squareRoot(), "\(mean)")
    #expect(outcomes.contains { $0.all.abandoned > 5 }, "nobody leaves")
  }
}
