import BusyHourTesting
import ContactCenter
import EventLog
import Foundation
import KPIs
import Simulation
import Testing
import Workforce

@testable import ScenarioFiles

/// Every key of the catalogue matters: its two values give two plans, logs or verdicts, as ``KeyEffect`` says, on common
/// random numbers. Scenarios and values are those of the table of keys.
@Suite(.labelled)
struct `Effects of keys` {
  /// A value of a key, played.
  struct Played {
    var document: ScenarioDocument
    var plan: SimulationPlan
    var logs: [[EventRecord]]

    init(_ key: KeyCase, _ override: String) throws {
      document = try ScenarioReader().read(
        text: Fixtures.text("GoodScenarios/\(key.base).yaml"), name: "\(key.base).yaml",
        directory: Fixtures.folder.appending(path: "GoodScenarios").path,
        overrides: Self.shortened(key) + key.also + [override]
          + (override.hasPrefix("teams=") ? ["staffing=solve"] : []))
      plan = try PlanBuilder.build(document.scenario).plan
      var simulator = try Simulator(plan: plan)
      logs = (0..<2).map { simulator.log(seed: 5, replication: $0) }
    }

    /// A week of the scenario of four; one day of the rules, with enough contacts for all of them.
    private static func shortened(_ key: KeyCase) -> [String] {
      if key.base == "full", key.path != "period" { return ["period=1w from 2026-10-12"] }
      guard key.base == "rules", !key.path.hasPrefix("outages") else { return [] }
      return ["period=2026-12-03..2026-12-03", "demand.volume=2500/day"]
    }

    var score: Scorecard {
      let scenario = document.scenario
      let parameters = FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait))
      let days = logs.map { log in
        var fold = IntervalFold(parameters)
        log.withUnsafeBufferPointer { fold.apply($0) }
        return fold.daySums()
      }
      return Scorecard(replications: days, targets: scenario.targets, context: ScoringContext(scenario: scenario))
    }

    /// Queues whose talk lasts as long as it was drawn, whoever takes it.
    func isUnpaced(_ queue: Int) -> Bool {
      (plan.queues[queue].rules.concurrency?.limit ?? 1) == 1
        && plan.teams.allSatisfy { $0.skills.allSatisfy { $0.queue != queue || $0.handleTimeFactor == 1 } }
    }
  }

  @Test(arguments: Keys.cases) func `show where they should`(key: KeyCase) throws {
    let effect = KeyEffect.of(key.path)
    let values = KeyEffect.values[key.path] ?? (key.first, key.second)
    let (first, second) = (try Played(key, values.0), try Played(key, values.1))
    // Compared here, so that a failure does not print whole logs.
    let (isSamePlan, isSameLog) = (first.plan == second.plan, first.logs == second.logs)
    switch effect.place {
    case .words: #expect(isSameLog, "the log moves")
    case .runs:
      #expect(isSamePlan, "the plan moves")
      #expect(first.document.scenario.run != second.document.scenario.run)
    case .score:
      #expect(isSameLog, "the log moves")
      let isSameScore = first.score == second.score
      #expect(!isSameScore, "no figure and no verdict moves")
    case .plan: #expect(!isSamePlan, "the plan stays")
    case .log:
      #expect(!isSamePlan, "the plan stays")
      #expect(!isSameLog, "the log stays")
      for (one, other) in zip(first.logs, second.logs) { expectCommon(one, other, first, second, effect.moves) }
    }
  }

  /// Draws that the key is not about are as they were.
  private func expectCommon(
    _ one: [EventRecord], _ other: [EventRecord], _ first: Played, _ second: Played, _ moves: Set<KeyEffect.Draw>
  ) {
    let draws = (FirstDraws.of(one), FirstDraws.of(other))
    let isOneStream = first.plan.arrivals.count == 1 && second.plan.arrivals.count == 1
    if !moves.contains(.arrival) {
      let isSame =
        draws.0.count == draws.1.count
        && zip(draws.0, draws.1).allSatisfy {
          $0.arrival == $1.arrival && $0.queue == $1.queue
        }
      #expect(isSame, "arrivals move")
    }
    // Contacts of several streams have no common order once their arrivals move.
    guard !moves.contains(.arrival) || isOneStream else { return }
    var moved: Set<KeyEffect.Draw> = []
    for (left, right) in zip(draws.0, draws.1) where left.queue == right.queue {
      let isUnpaced = first.isUnpaced(left.queue) && second.isUnpaced(left.queue)
      if isUnpaced, Self.differ(left.talk, right.talk) { moved.insert(.talk) }
      if isUnpaced, Self.differ(left.wrapUp, right.wrapUp) { moved.insert(.wrapUp) }
      if Self.differ(left.patience, right.patience) { moved.insert(.patience) }
    }
    #expect(moved.subtracting(moves) == [])
  }

  /// What did not come to pass in both is no difference.
  private static func differ(_ one: Int64?, _ other: Int64?) -> Bool {
    if let one, let other { one != other } else { false }
  }
}
