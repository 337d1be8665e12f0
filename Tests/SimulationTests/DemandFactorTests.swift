import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// What the log tells of the factors that chance drew, held against the contacts that came.
@Suite(.labelled)
struct DemandFactorTests {
  /// 12,000 contacts over two days of 12 hours, as many as the factors say and no more chance; intervals of an hour.
  private static func plan(_ factors: [RateFactor]) -> SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .hours(24), contacts: 12_000, handleTime: .deterministic(.seconds(1)), agents: 60, interval: .hours(1))
    plan.dayStarts = [.zero, .zero + .hours(12), plan.horizon]
    plan.arrivals[0].process = .exact
    plan.arrivals[0].factors = factors
    return plan
  }

  private static func factors(_ log: [EventRecord]) -> [(scope: FactorScope, time: Int64, factor: Double)] {
    log.compactMap {
      guard case .demandFactorDrawn(_, let scope, _, let millionths)? = $0.event else { return nil }
      return (scope, $0.time, Double(millionths) / 1e6)
    }
  }

  private static func arrivals(_ log: [EventRecord], from start: Int64, hours: Int64) -> Double {
    Double(log.events(.contactArrived).count { (start..<(start + hours * 3_600_000_000)).contains($0.time) })
  }

  @Test func `as many contacts come as the factors that are told say`() throws {
    let scopes: [(RateFactor.Scope, FactorScope, count: Int, hours: Int64)] = [
      (.replication, .forecast, 1, 24), (.day, .day, 2, 12), (.interval(correlation: 0.6), .interval, 24, 1),
    ]
    try withEvery("scope", in: scopes.map(\.1)) { scope in
      let row = scopes.first { $0.1 == scope }!
      let plan = Self.plan([RateFactor(row.0, coefficientOfVariation: 0.3)])
      for replication in 0..<5 {
        let log = try simulate(plan, seed: 3, replication: replication)
        #expect(LogInvariants.outcome(of: log, plan: plan).violations == [])
        let told = Self.factors(log)
        #expect(told.map(\.scope) == Array(repeating: scope, count: row.count))
        #expect(told.map(\.time) == (0..<row.count).map { Int64($0) * row.hours * 3_600_000_000 })
        for stretch in told {
          let contacts = Self.arrivals(log, from: stretch.time, hours: row.hours)
          // Counts are whole, and a border may fall on either side of a contact.
          #expect(abs(contacts - stretch.factor * 500 * Double(row.hours)) <= 2, "\(stretch)")
        }
      }
    }
  }

  @Test func `factors of several scopes are told apart, and multiply`() throws {
    let plan = Self.plan([
      RateFactor(.replication, coefficientOfVariation: 0.1), RateFactor(.day, coefficientOfVariation: 0.3),
    ])
    let log = try simulate(plan, seed: 3)
    let told = Self.factors(log)
    #expect(told.map(\.scope) == [.forecast, .day, .day])
    for day in told.dropFirst() {
      #expect(abs(Self.arrivals(log, from: day.time, hours: 12) - told[0].factor * day.factor * 6_000) <= 2)
    }
  }

  @Test func `a plan without factors tells none, and telling one changes no other event but arrivals`() throws {
    var plan = Self.plan([])
    plan.arrivals[0].process = .poisson
    let plain = try simulate(plan, seed: 3)
    #expect(Self.factors(plain).isEmpty)
    // A factor of one, but for rounding.
    plan.arrivals[0].factors = [RateFactor(.interval(correlation: 0), coefficientOfVariation: 1e-9)]
    let log = try simulate(plan, seed: 3)
    let others = log.filter { $0.kindCode != EventKind.demandFactorDrawn.rawValue }
    #expect(others.count == log.count - 24 && others.count == plain.count)
    #expect(zip(others, plain).allSatisfy { $0.word2 == $1.word2 && abs($0.time - $1.time) < 100 })
  }

  @Test func `factors can be drawn again from plan, seed and number`() throws {
    let plan = Self.plan([RateFactor(.day, coefficientOfVariation: 0.3)])
    let told = DemandFactors(plan).events(seed: 3, replication: 0)
    #expect(told == (try simulate(plan, seed: 3)).events(.demandFactorDrawn))
    #expect(told != DemandFactors(plan).events(seed: 4, replication: 0))
    #expect(told != DemandFactors(plan).events(seed: 3, replication: 1))
  }
}
