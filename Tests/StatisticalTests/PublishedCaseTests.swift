import BusyHourTesting
import ContactCenter
import Experiments
import KPIs
import Testing

/// A day whose results others have measured. Published ones are scenario files, see PublishedScenarioTests.
@Suite(.labelled)
struct PublishedCaseTests {
  static func run(_ plan: SimulationPlan, acceptableWait: TimeSpan, replications: Int, seed: UInt64 = 1) async throws
    -> [[DaySums]]
  {
    var days: [[DaySums]] = []
    let experiment = Experiment(
      plan: plan, acceptableWaits: [acceptableWait], seed: seed, replications: 0..<replications)
    try await ReplicationRunner.run(experiment, threads: 2) { days += $0.map(\.result.days) }
    return days
  }

  static func estimate(_ name: String, _ days: [[DaySums]], _ definition: ServiceLevelDefinition = .answered) throws
    -> Estimate
  {
    var context = ScoringContext(scenario: .small())
    context.definition = definition
    let kpi = try #require(KPICatalog.kpi(named: name))
    return try #require(Estimate(kpi, of: days, in: context))
  }

  /// The benchmark's clinic day, simulated by an independent program in C (2,000 to 4,000 days): service level of the
  /// offered .9775-.9778, ASA 1.01-1.05 s, abandoned .0072-.0074, occupancy .459-.461. Ours must lie within 3 of our
  /// standard errors of that range.
  @Test func `the clinic day agrees with the C reference`() async throws {
    let days = try await Self.run(
      ReferencePlans.clinicDay, acceptableWait: .seconds(20), replications: TestSwitch.slow ? 2_000 : 120)
    let ranges: [(String, ClosedRange<Double>)] = [
      ("service_level", 0.9775...0.9778), ("asa_s", 1.01...1.05), ("abandonment", 0.0072...0.0074),
      ("occupancy", 0.459...0.461),
    ]
    for (name, range) in ranges {
      let estimate = try Self.estimate(name, days, .offered)
      let error = try #require(estimate.halfWidth) / 1.96
      #expect(
        estimate.mean >= range.lowerBound - 3 * error && estimate.mean <= range.upperBound + 3 * error,
        "\(name): \(estimate.mean) +- \(1.96 * error)")
      print("clinic day \(name): \(estimate.mean) +- \(1.96 * error), C reference \(range)")
    }
  }
}
