import BusyHourTesting
import Testing

@testable import ScenarioFiles

/// Scenarios at random from the catalogue of keys, played, and their logs held against every law.
@Suite(.labelled)
struct `Generated scenarios` {
  /// 100 every day, 2,000 in the slow run, in parts that run at once.
  static let parts = TestSwitch.slow ? 40 : 4
  static let partLength = TestSwitch.slow ? 50 : 25

  @Test(arguments: 0..<parts) func `keep the laws of the log`(part: Int) throws {
    try withEvery("scenario", in: part * Self.partLength..<(part + 1) * Self.partLength) { seed in
      let scenario = try GeneratedScenario.make(seed: seed)
      if let violation = try WholeLog.violation(of: scenario) { Issue.record("\(violation)\n\(scenario.text)") }
    }
  }

  /// Scenario `seed` is asked for key `seed % count`; every day each key has a few tries, in the slow run it must be among
  /// the 2,000. A key that never gets past the reader needs another one beside it: a line of ``GeneratedForms`` says which.
  @Test func `hold every key of the catalogue`() throws {
    let keys = ScenarioKeyCatalogue.standard.keys
    var held: Set<String> = []
    var (count, atOnce) = (0, 0)
    for seed in 0..<(TestSwitch.slow ? 2_000 : 5 * keys.count) {
      guard TestSwitch.slow || !held.contains(keys[seed % keys.count].path) else { continue }
      let scenario = try GeneratedScenario.make(seed: seed)
      held.formUnion(scenario.keys)
      count += 1
      if scenario.repairs == 0, scenario.rejected == 0 { atOnce += 1 }
    }
    #expect(keys.map(\.path).filter { !held.contains($0) } == [])
    #expect(atOnce * 10 >= count * 6, "the forms know too little of what keys mean together")
  }
}
