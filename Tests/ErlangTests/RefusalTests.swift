import Erlang
import Testing

/// Nothing traps: every absurd input is refused with words, or answered with finite figures.
struct RefusalTests {
  static let absurd: [Double] = [
    .nan, .infinity, -.infinity, -1, -0.0, 0, .leastNonzeroMagnitude, 1e-300, 1e-9, 0.5, 1, 20, 1e6, 1e9, 1e12, 1e300,
    .greatestFiniteMagnitude,
  ]

  @Test
  func `models refuse or answer, but never trap, at absurd inputs`() {
    var refused = 0
    var answered = 0
    func attempt(_ label: String, _ body: () throws -> [Double]) {
      do {
        let values = try body()
        for value in values { #expect(!value.isNaN, "\(label) gives \(values)") }
        answered += 1
      } catch {
        #expect(error is StaffingError && "\(error)".count > 10, "\(label): \(error)")
        refused += 1
      }
    }
    for x in Self.absurd {
      for y in Self.absurd {
        attempt("B \(x) \(y)") {
          let model = try ErlangB(agents: x, loadErlangs: y)
          return [model.blockingProbability, model.logBlockingProbability, model.occupancy]
        }
        attempt("C \(x) \(y)") {
          let model = try ErlangC(agents: x, loadErlangs: y)
          return [model.waitProbability, model.logWaitProbability, model.queueLength]
        }
        attempt("inverse \(x) \(y)") { [try ErlangB.loadErlangs(agents: x, blocking: y)] }
        attempt("extended \(x) \(y)") {
          [try ExtendedErlangB(agents: x, freshLoadErlangs: y, retryProbability: 0.5).steadyState.loadErlangs]
        }
        attempt("A \(x) \(y)") {
          let model = try ErlangA(agents: 7, loadErlangs: x, handleTimeSeconds: 240, patienceSeconds: y)
          let outcome = model.outcome(atSeconds: 20)
          return [
            model.waitProbability, model.abandonmentProbability, model.averageSpeedOfAnswerSeconds,
            outcome.answeredWithin, outcome.serviceLevel(.answered),
          ]
        }
        attempt("demand \(x) \(y)") {
          let demand = try StaffingDemand(contacts: x, intervalSeconds: 1800, handleTimeSeconds: y)
          let level = StaffingTarget.serviceLevel(
            atLeast: DecimalFraction(partsPerBillion: 800_000_000), withinSeconds: 20)
          return [Double(try StaffingRequirement(demand: demand, targets: [level]).agents)]
        }
        attempt("square root \(x) \(y)") {
          [
            try SquareRootStaffing.waitProbability(beta: x, handleTimePerPatience: y),
            Double(try SquareRootStaffing.agents(loadErlangs: x, beta: y)),
          ]
        }
      }
    }
    #expect(refused > 400 && answered > 100, "\(refused) refused, \(answered) answered")
  }

  @Test
  func `a queue without abandonment refuses a load that it cannot carry`() {
    #expect(throws: StaffingError.unstable(agents: 10, loadErlangs: 10)) {
      try ErlangC(agents: 10, loadErlangs: 10)
    }
  }

  @Test
  func `targets that nothing can meet are refused with what is allowed`() throws {
    let demand = try StaffingDemand(contacts: 100, intervalSeconds: 1800, handleTimeSeconds: 180)
    let targets: [StaffingTarget] = [
      .serviceLevel(atLeast: DecimalFraction(1), withinSeconds: 20), .waitProbability(atMost: DecimalFraction(0)),
      .occupancy(atMost: DecimalFraction(0)), .occupancy(atMost: DecimalFraction(2)),
      .averageSpeedOfAnswer(atMostSeconds: 0), .averageSpeedOfAnswer(atMostSeconds: .nan),
      .serviceLevel(atLeast: DecimalFraction(partsPerBillion: 1), withinSeconds: -1), .minimumAgents(-1),
    ]
    for target in targets {
      #expect(throws: StaffingError.self, "\(target)") { try StaffingRequirement(demand: demand, targets: [target]) }
    }
    let level = StaffingTarget.serviceLevel(atLeast: DecimalFraction(partsPerBillion: 900_000_000), withinSeconds: 20)
    #expect(throws: StaffingError.unreachable(target: level.description, agentLimit: 12)) {
      try StaffingRequirement(demand: demand, targets: [level], agentLimit: 12)
    }
  }
}
