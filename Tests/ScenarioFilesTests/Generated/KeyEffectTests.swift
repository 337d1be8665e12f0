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
/// random numbers. Scenarios and values are those of the table of keys, made telling by ``KeyScene``. Every day a third of
/// the keys is played, and no fields of distributions but those of `handle`: there are hundreds, and one reader reads them
/// all. The slow run plays every key.
@Suite(.labelled)
struct `Effects of keys` {
  /// A value of a key, played.
  struct Played {
    var document: ScenarioDocument
    var plan: SimulationPlan
    var logs: [[EventRecord]]

    init(_ scene: KeyScene, _ override: String) throws {
      document = try ScenarioReader().read(
        text: Fixtures.text("GoodScenarios/\(scene.base).yaml"), name: "\(scene.base).yaml",
        directory: Fixtures.folder.appending(path: "GoodScenarios").path, overrides: scene.overrides + [override])
      plan = try PlanBuilder.build(document.scenario).plan
      var simulator = try Simulator(plan: plan)
      logs = (0..<(TestSwitch.slow ? 3 : 1)).map { simulator.log(seed: 5, replication: $0) }
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
        && plan.teams.allSatisfy { team in
          team.skills.allSatisfy { $0.queue != queue || $0.handleTimeFactor == 1 }
            && team.conduct.onboarding.stages.allSatisfy { $0.handleTimeFactor == 1 }
        }
    }
  }

  static let fieldsOfLaws: Set<String> = ["law", "mean", "cv", "sd", "p50", "p90", "shape", "file", "column"]
  static let cases = Keys.cases.enumerated().filter { index, key in
    let isOfLaw = fieldsOfLaws.contains(key.path.split(separator: ".").last.map(String.init) ?? "")
    return TestSwitch.slow || index.isMultiple(of: 3) && (!isOfLaw || key.path.hasPrefix("handle."))
  }.map(\.element)

  @Test(arguments: cases) func `show where they should`(key: KeyCase) throws {
    let (effect, scene) = (KeyEffect.of(key.path), KeyScene(key))
    let (first, second) = (try Played(scene, scene.values.first), try Played(scene, scene.values.second))
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
      for (one, other) in zip(first.logs, second.logs) {
        expectCommon(FirstDraws.of(one), FirstDraws.of(other), first, second, effect, scene)
      }
    }
  }

  /// Draws that the key is not about are as they were.
  private func expectCommon(
    _ one: [FirstDraws], _ other: [FirstDraws], _ first: Played, _ second: Played, _ effect: KeyEffect,
    _ scene: KeyScene
  ) {
    var (one, other) = (one, other)
    if effect.isOfOneQueue {
      let name = scene.values.first.split(separator: ".")[1]
      let queue = first.document.scenario.queues.firstIndex { $0.name == String(name) }
      one.removeAll { $0.queue == queue }
      other.removeAll { $0.queue == queue }
    }
    let (isStill, isOneStream) = (
      effect.isOfOneQueue || !effect.moves.contains(.arrival),
      first.plan.arrivals.count == 1 && second.plan.arrivals.count == 1
    )
    if isStill {
      let isSame =
        one.count == other.count
        && zip(one, other).allSatisfy { $0.arrival == $1.arrival && $0.queue == $1.queue }
      #expect(isSame, "arrivals move")
    }
    // Contacts of several streams have no common order once their arrivals move.
    guard isStill || isOneStream else { return }
    var moved: Set<KeyEffect.Draw> = []
    for (left, right) in zip(one, other) where left.queue == right.queue {
      let isUnpaced = first.isUnpaced(left.queue) && second.isUnpaced(left.queue)
      if isUnpaced, Self.differ(left.talk, right.talk) { moved.insert(.talk) }
      if isUnpaced, Self.differ(left.wrapUp, right.wrapUp) { moved.insert(.wrapUp) }
      if Self.differ(left.patience, right.patience) { moved.insert(.patience) }
    }
    #expect(moved.subtracting(effect.moves) == [])
  }

  /// What did not come to pass in both is no difference.
  private static func differ(_ one: Int64?, _ other: Int64?) -> Bool {
    if let one, let other { one != other } else { false }
  }
}
