import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Simulation
import Testing

/// Announced waits against the waits that come of them, in steady state.
///
/// A caller who finds all c people busy and n waiting is told (n + 1) x mean talk / c. Bars as in ``RuleTheoryTests``:
/// Student's 99.9% interval by independent replications, a false alarm once in 1,000 figures for a random seed.
@Suite(.labelled)
struct AnnouncedWaitTests {
  /// Sums of every replication, without the first tenth and the last twentieth of the horizon.
  static func sums(_ plan: SimulationPlan) throws -> [DayDetail.Queue] {
    var plan = plan
    plan.interval = TimeSpan(microseconds: plan.horizon.microseconds / 20)
    let parameters = FoldParameters(plan: plan, acceptableWaits: [.seconds(20)])
    return try RuleTheoryTests.logs(plan).map { records in
      var fold = DetailFold(parameters)
      records.withUnsafeBufferPointer { fold.apply($0) }
      return fold.sums(of: 2..<19).queues[0]
    }
  }

  /// Mean squared error, seconds squared.
  static func squaredErrors(_ sums: [AnnouncementSums]) -> [Double] {
    sums.map { Double($0.squaredError) / 1e12 / Double($0.count) }
  }

  static func expectNoBias(_ sums: [AnnouncementSums], sourceLocation: SourceLocation = #_sourceLocation) {
    let biases = sums.map { Double($0.error) / 1e6 / Double($0.count) }
    let mean = biases.reduce(0, +) / Double(biases.count)
    let variance = biases.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(biases.count - 1)
    let bar = (biases.count < 40 ? 4.08 : 3.56) * (variance / Double(biases.count)).squareRoot()
    #expect(abs(mean) <= bar && bar < 5, "bias \(mean) +- \(bar)", sourceLocation: sourceLocation)
  }

  /// Of those who wait in a line whose entries in state n are `entering(n)` of the arrivals: given n ahead, the wait is Erlang
  /// of n + 1 phases of rate c, in minutes. Its mean is what is told, and its variance the squared error: (n + 1) / c^2.
  static func squaredError(agents: Int, offered: Double, last: Int, entering: (Int) -> Double) -> Double {
    let states = RuleTheoryTests.stationary(
      last: last, birth: { offered * entering($0) }, death: { Double(min($0, agents)) })
    var (weight, sum) = (0.0, 0.0)
    for state in agents..<last {
      weight += states[state] * entering(state)
      sum += states[state] * entering(state) * Double(state - agents + 1)
    }
    return 3_600 * sum / weight / Double(agents * agents)
  }

  @Test func `in M/M/c what is told is right on average, and its squared error is the variance of Erlang waits`() throws
  {
    let plan = RuleTheoryTests.line(3, agents: 4, longer: 2) {
      $0.balking = [Balking(.announcedWait(atLeast: .zero), share: .zero)]
    }
    let exact = Self.squaredError(agents: 4, offered: 3, last: 200) { _ in 1 }
    // The line that is found is geometric: (n + 1) has the mean 1 / (1 - 3/4).
    #expect(abs(exact - 3_600 / (1 - 0.75) / 16) < 1e-6)
    let sums = try Self.sums(plan).map(\.announcedAnswered)
    RuleTheoryTests.expect("squared error", Self.squaredErrors(sums), exact)
    Self.expectNoBias(sums)
  }

  @Test func `those who stay although they are told a long wait are told right as well`() throws {
    let plan = RuleTheoryTests.line(5, agents: 4, longer: 2) {
      $0.balking = [Balking(.announcedWait(atLeast: .seconds(45)), share: .percent(70))]
    }
    let exact = Self.squaredError(agents: 4, offered: 5, last: 80) { $0 < 6 ? 1 : 0.3 }
    let sums = try Self.sums(plan)
    RuleTheoryTests.expect("squared error", Self.squaredErrors(sums.map(\.announcedAnswered)), exact)
    Self.expectNoBias(sums.map(\.announcedAnswered))
    #expect(sums.allSatisfy { $0.announcedAbandoned.count == 0 && $0.announcedCalledBack.count == 0 })
  }

  // MARK: Patience

  /// The wait V that a patient caller would have with n ahead is a sum of exponential stretches of rates c + k theta, k = 0 ... n.
  /// With patience P, exponential at theta, E[V^j; V < P] are the derivatives of V's transform at theta; E[.; P < V] follows
  /// by integrating over P first.
  struct Caller {
    let told: Double
    let theta: Double
    /// E[exp(-theta V)], E[V exp(-theta V)], E[V^2 exp(-theta V)].
    let (none, first, second): (Double, Double, Double)

    init(ahead: Int, agents: Int, theta: Double) {
      self.theta = theta
      told = Double(ahead + 1) / Double(agents)
      var (transform, mean, variance) = (1.0, 0.0, 0.0)
      for k in 0...ahead {
        let rate = Double(agents) + Double(k) * theta
        transform *= rate / (rate + theta)
        mean += 1 / (rate + theta)
        variance += 1 / ((rate + theta) * (rate + theta))
      }
      (none, first, second) = (transform, transform * mean, transform * (mean * mean + variance))
    }

    /// E[(told - V)^2; V < P].
    var answered: Double { told * told * none - 2 * told * first + second }

    /// E[(told - P)^2; P < V], term by term of the square.
    var abandoned: Double {
      let zeroth = 1 - none
      let linear = (1 - none) / theta - first
      let square = 2 / (theta * theta) * (1 - none) - 2 / theta * first - second
      return told * told * zeroth - 2 * told * linear + square
    }
  }

  @Test func `in M/M/c+M both those who are answered and those who hang up have the errors of the closed form`() throws
  {
    let (agents, offered, theta) = (4, 4.4, 0.5)
    var plan = RuleTheoryTests.line(offered, agents: agents, longer: 2) {
      $0.balking = [Balking(.announcedWait(atLeast: .zero), share: .zero)]
    }
    plan.queues[0].patience = .exponential(mean: .minutes(2))
    let states = RuleTheoryTests.stationary(
      last: 120, birth: { _ in offered },
      death: { Double(min($0, agents)) + theta * Double(max(0, $0 - agents)) })
    var (answered, share, abandoned, lost) = (0.0, 0.0, 0.0, 0.0)
    for state in agents..<120 {
      let caller = Caller(ahead: state - agents, agents: agents, theta: theta)
      answered += states[state] * caller.answered
      share += states[state] * caller.none
      abandoned += states[state] * caller.abandoned
      lost += states[state] * (1 - caller.none)
    }
    let sums = try Self.sums(plan)
    RuleTheoryTests.expect(
      "answered", Self.squaredErrors(sums.map(\.announcedAnswered)), 3_600 * answered / share)
    RuleTheoryTests.expect(
      "abandoned", Self.squaredErrors(sums.map(\.announcedAbandoned)), 3_600 * abandoned / lost)
  }
}
