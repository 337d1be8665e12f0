import Erlang
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The anchor: rate 100 + 20 sin t, handle time 1, 160 steps a period, targets on P(wait). Figures of
/// `simulation-cases.md`, computed independently.
struct DayStaffingTests {
  struct Anchor: Sendable {
    let target: Double
    let least: Int, most: Int
    let offeredPatient: ClosedRange<Double>, pointwisePatient: ClosedRange<Double>
    let offered: ClosedRange<Double>, pointwise: ClosedRange<Double>
  }

  static let anchors = [
    Anchor(
      target: 0.1, least: 98, most: 128, offeredPatient: 0.089...0.115, pointwisePatient: 0.004...0.589,
      offered: 0.091...0.112, pointwise: 0.009...0.600),
    Anchor(
      target: 0.3, least: 91, most: 120, offeredPatient: 0.271...0.322, pointwisePatient: 0.026...0.827,
      offered: 0.271...0.310, pointwise: 0.081...0.822),
    Anchor(
      target: 0.5, least: 86, most: 115, offeredPatient: 0.464...0.523, pointwisePatient: 0.079...0.923,
      offered: 0.453...0.494, pointwise: 0.218...0.911),
    Anchor(
      target: 0.7, least: 82, most: 109, offeredPatient: 0.669...0.721, pointwisePatient: 0.192...0.975,
      offered: 0.625...0.669, pointwise: 0.398...0.955),
    Anchor(
      target: 0.9, least: 74, most: 101, offeredPatient: 0.888...0.915, pointwisePatient: 0.469...0.997,
      offered: 0.765...0.799, pointwise: 0.579...0.979),
  ]

  static func profile() throws -> ArrivalProfile {
    let step = 2 * Double.pi / 160
    return try ArrivalProfile(
      stepSeconds: step, contactsPerSecond: (0..<160).map { 100 + 20 * sin((Double($0) + 0.5) * step) },
      isPeriodic: true)
  }

  /// P(wait) of a day staffed by the square-root rule, and the staffing.
  static func day(
    _ target: Double, _ rule: StaffingRule, patienceSeconds: Double?
  ) throws -> (agents: [Int], waits: [Double]) {
    let profile = try profile()
    let beta = try SquareRootStaffing.beta(
      waitProbability: target, handleTimePerPatience: patienceSeconds.map { 1 / $0 })
    let agents = try DayStaffing.loadsErlangs(profile, handleTimeSeconds: 1, rule: rule).map {
      try SquareRootStaffing.agents(loadErlangs: $0, beta: beta)
    }
    let day = try TransientDay(
      profile, agents: agents, handleTimeSeconds: 1, patienceSeconds: patienceSeconds, staffingDrop: .handBack)
    return (agents, day.instants.map(\.waitProbability))
  }

  static func expect(
    _ waits: [Double], within anchor: ClosedRange<Double>, by tolerance: Double = 0.00051, _ label: Comment
  ) {
    #expect(abs((waits.min() ?? 0) - anchor.lowerBound) < tolerance, label)
    #expect(abs((waits.max() ?? 0) - anchor.upperBound) < tolerance, label)
  }

  @Test(arguments: anchors)
  func `offered-load staffing holds the delay and pointwise staffing swings, with patience`(anchor: Anchor) throws {
    let offered = try Self.day(anchor.target, .modifiedOfferedLoad, patienceSeconds: 1)
    #expect(offered.agents.min() == anchor.least && offered.agents.max() == anchor.most, "target \(anchor.target)")
    Self.expect(offered.waits, within: anchor.offeredPatient, "MOL, target \(anchor.target)")
    for wait in offered.waits {
      #expect(wait > anchor.target - 0.04 && wait < anchor.target + 0.025, "target \(anchor.target)")
    }
    let pointwise = try Self.day(anchor.target, .sipp, patienceSeconds: 1)
    Self.expect(pointwise.waits, within: anchor.pointwisePatient, "PSA, target \(anchor.target)")
  }

  /// The printed figures without abandonment are those of the fourth period from 100 contacts in the system, at targets
  /// of 0.5 and above still far from the periodic day. The start is inferred (a solution of our own in NumPy agrees):
  /// nineteen of the twenty figures are met to their three digits, the greatest of pointwise staffing at 0.9 is 0.97846.
  @Test(arguments: anchors)
  func `the anchor without patience`(anchor: Anchor) throws {
    let profile = try Self.profile()
    let beta = try SquareRootStaffing.beta(waitProbability: anchor.target)
    for (rule, figures) in [(StaffingRule.modifiedOfferedLoad, anchor.offered), (.sipp, anchor.pointwise)] {
      let agents = try DayStaffing.loadsErlangs(profile, handleTimeSeconds: 1, rule: rule).map {
        try SquareRootStaffing.agents(loadErlangs: $0, beta: beta)
      }
      var queue = try TransientQueue(
        agents: agents[0], handleTimeSeconds: 1, staffingDrop: .handBack, contactsInSystem: 100)
      var waits: [Double] = []
      for _ in 0..<4 {
        for (rate, agents) in zip(profile.contactsPerSecond, agents) {
          try queue.staff(agents)
          try queue.advance(seconds: profile.stepSeconds, contactsPerSecond: rate)
          waits.append(queue.waitProbability)
        }
      }
      Self.expect(Array(waits.suffix(160)), within: figures, by: 0.00055, "\(rule), target \(anchor.target)")
    }
  }

  @Test
  func `the rules choose their loads as they say`() throws {
    let profile = try ArrivalProfile(stepSeconds: 60, contactsPerSecond: [0, 0.1, 0.2, 0.3, 0.2, 0.1])
    let loads = { (rule: StaffingRule) in
      try DayStaffing.loadsErlangs(profile, stepsPerInterval: 2, handleTimeSeconds: 120, rule: rule)
    }
    for (rule, expected) in [
      (StaffingRule.sipp, [6.0, 30, 18]), (.sippMaximum, [12, 36, 24]), (.lagSIPP, [0, 6, 30]),
    ] {
      let chosen = try loads(rule)
      let difference = zip(chosen, expected).map { abs($0 - $1) }.max() ?? 1
      #expect(difference < 1e-12, "\(rule): \(chosen)")
    }
    // m(t) from empty, by hand: half a step is a quarter of the handle time.
    let e = exp(-0.25)
    let byHand = (0 + 0.1 * 120 * (1 - e)) / 2
    #expect(abs(try loads(.modifiedOfferedLoad)[0] - byHand) < 1e-12)
  }

  @Test
  func `iterative staffing meets the target at every instant and no agent is spare`() throws {
    let rates = [20, 60, 90, 110, 80, 50, 70, 100, 60, 30].map { $0 / 3600.0 }
    let profile = try ArrivalProfile(stepSeconds: 900, contactsPerSecond: rates)
    for staffingDrop in StaffingDrop.allCases {
      let agents = try DayStaffing.iterative(
        profile, handleTimeSeconds: 300, patienceSeconds: 300, waitProbabilityAtMost: 0.2,
        staffingDrop: staffingDrop)
      let waits = { (agents: [Int]) in
        try TransientDay(
          profile, agents: agents, handleTimeSeconds: 300, patienceSeconds: 300, staffingDrop: staffingDrop
        ).instants.map(\.waitProbability)
      }
      #expect(try waits(agents).allSatisfy { $0 <= 0.2 + 1e-12 }, "\(staffingDrop): \(agents)")
      for interval in agents.indices {
        var fewer = agents
        fewer[interval] -= 1
        #expect(try waits(fewer)[interval] > 0.2, "\(staffingDrop), interval \(interval) of \(agents)")
      }
    }
  }
}
