import BusyHourTesting
import ContactCenter
import EventLog
import Experiments
import KPIs
import Simulation
import Testing

/// Days whose results others have published or measured.
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

  /// C1: `MMC.java` of umontreal-simul/contactcenters (Buist & L'Ecuyer), output `MMC.res`, 1,000 days: lambda = 4.2 a
  /// minute, mean handle time 2 minutes, 12 agents, 480 minutes from empty, acceptable wait 20 s. Published 95% intervals:
  /// good contacts 1816.158 [1812.618, 1819.698]; of the answered .902 [.900, .904]; ASA in minutes .099 [.097, .102];
  /// occupancy in open hours .695 [.694, .697].
  ///
  /// |ours - published| <= 3 sqrt(h^2 + h'^2) / 1.96 with the half-widths h and h' of the two 95% intervals: 3 standard
  /// errors of the difference, a false alarm once in 370 figures. The published digits add half of the last one.
  @Test func `case C1 agrees with the published day of M/M/12`() async throws {
    let plan = SimulationPlan.line(
      horizon: .hours(8), contacts: 4.2 * 480, handleTime: .exponential(mean: .minutes(2)), agents: 12)
    let days = try await Self.run(plan, acceptableWait: .seconds(20), replications: TestSwitch.slow ? 1_000 : 100)
    let good = days.map { Double($0[0].contacts.answeredInTime) }
    let share = try Self.estimate("service_level", days)
    let speed = try Self.estimate("asa_s", days)
    let busy = try Self.busyInOpenHours(plan, replications: TestSwitch.slow ? 200 : 40)
    let figures: [(String, ours: (Double, Double), published: Double, halfWidth: Double, rounding: Double)] = [
      ("good contacts", Self.meanAndHalfWidth(good), 1816.158, 3.54, 5e-4),
      ("share of the answered", (share.mean, try #require(share.halfWidth)), 0.902, 0.002, 5e-4),
      ("ASA in minutes", (speed.mean / 60, try #require(speed.halfWidth) / 60), 0.099, 0.0025, 5e-4),
      ("occupancy in open hours", busy, 0.695, 0.0015, 5e-4),
    ]
    for (name, ours, published, halfWidth, rounding) in figures {
      let bar = 3 * (halfWidth * halfWidth + ours.1 * ours.1).squareRoot() / 1.96 + rounding
      #expect(abs(ours.0 - published) <= bar, "\(name): \(ours.0) +- \(ours.1), published \(published) +- \(halfWidth)")
      print("C1 \(name): \(ours.0) +- \(ours.1), published \(published) +- \(halfWidth)")
    }
    let served = days.map { $0[0].contacts }
    #expect(served.allSatisfy { $0.offered == $0.answered && $0.answered == $0.completed }, "everybody is served")
  }

  /// Busy time before closing / (12 agents x 480 minutes).
  private static func busyInOpenHours(_ plan: SimulationPlan, replications: Int) throws -> (Double, Double) {
    var simulator = try Simulator(plan: plan)
    let close = plan.horizon.microseconds
    let shares = (0..<replications).map { replication in
      simulator.log(seed: 1, replication: replication).events(.contactCompleted).reduce(0.0) {
        $0 + Double(max(0, min($1.time, close) - $1.reference))
      } / Double(close) / 12
    }
    return meanAndHalfWidth(shares)
  }

  private static func meanAndHalfWidth(_ values: [Double]) -> (Double, Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (mean, 2 * (variance / count).squareRoot())
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
