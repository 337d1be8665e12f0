import ContactCenter
import ScenarioFiles

/// Small scenarios by their text.
enum Scenarios {
  /// Ten hours at 60 contacts an hour, handle time in minutes, nobody hangs up.
  static func flat(handleMinutes: String, target: String = "90% in 20s", shrinkage: String = "30%") throws -> Scenario {
    try read(
      """
      busyhour: 1
      name: flat
      open: daily 08:00-18:00
      calls: 600/day
      handle: exp \(handleMinutes)
      patience: never
      staffing: solve
      shrinkage: \(shrinkage)
      target: \(target)
      """)
  }

  /// A day that rises to its middle and falls again, in half-hours.
  static func shaped(more: String = "") throws -> Scenario {
    try read(
      """
      busyhour: 1
      name: shaped
      open: daily 08:00-18:00
      interval: 30m
      calls: 1000/day
      profile: [10, 20, 30, 40, 50, 60, 65, 70, 72, 74, 74, 72, 70, 65, 60, 50, 40, 30, 20, 10]
      handle: exp 12m
      staffing: solve
      target: 90% in 20s
      \(more)
      """)
  }

  static func read(_ text: String) throws -> Scenario { try ScenarioReader().read(text: text, name: "test").scenario }
}
