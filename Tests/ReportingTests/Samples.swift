import ContactCenter
import EventLog
import Foundation
import KPIs
import Reporting

/// Values that the tests tell, small enough to be worked out by hand.
enum Samples {
  /// A front desk with wages, open on one day; two queues where asked for.
  static func scenario(name: String = "Front desk", queues: Int = 1, targets: [Target] = []) -> Scenario {
    let hours = ClockRange(start: .hours(8), end: .hours(18))
    let lines = (0..<queues).map { index in
      ContactQueue(
        name: ["main", "診察"][index], handleTime: .exponential(mean: .minutes(5)), wrapUp: nil,
        patience: .exponential(mean: .minutes(3)), priority: 0, acceptableWait: .seconds(20 + 40 * Int64(index)))
    }
    return Scenario(
      name: name, timeZone: nil, days: [OperatingDay(date: nil, weekday: .monday, open: [hours])], openDaysPerWeek: 5,
      interval: .minutes(30),
      demand: Demand(
        contactsPerDay: 1_000, weekdayFactors: [1, 1, 1, 1, 1, 0, 0], profile: [.init(clock: hours, weight: 1)],
        mix: Array(repeating: 1 / Double(queues), count: queues)),
      queues: lines,
      teams: [Team(name: "main", queues: Array(0..<queues), schedule: .throughout(19), hourlyCost: nil)],
      shrinkage: Shrinkage(planned: [.init(name: "shrinkage", share: .percent(30))], unplanned: []), targets: targets,
      serviceLevelDefinition: .offered, staffingTarget: .percent(90), staffingOccupancyCap: nil, afterClose: .serve,
      run: .init(replications: 2, seed: 1))
  }

  /// A day of 100 contacts of which so many are answered in time, and some abandon.
  static func day(inTime: Int64, abandoned: Int64 = 2, queues: Int = 1) -> DaySums {
    var day = DaySums(queueCount: queues, teamCount: 1, activityCount: 1)
    day.queues[0].offered = 100
    day.queues[0].answered = 100 - abandoned
    day.queues[0].answeredInTime = inTime
    day.queues[0].abandoned = abandoned
    day.queues[0].waitAnswered = (100 - inTime) * 60_000_000
    day.queues[0].waitLost = abandoned * 30_000_000
    day.queues[0].completed = 100 - abandoned
    day.queues[0].talk = (100 - abandoned) * 300_000_000
    day.agents.scheduled = 19 * 36_000_000_000
    day.agents.present = 13 * 36_000_000_000
    day.agents.busy = (100 - abandoned) * 300_000_000
    day.peak.scheduled = 19 * 1_800_000_000
    day.peak.present = 13 * 1_800_000_000
    day.peakLength = 1_800_000_000
    return day
  }

  static let targets = [
    Target(metric: "service_level", name: "service_level", range: .init(lower: 0.9), text: "90% in 20s", line: 8),
    Target(metric: "abandonment", name: "abandonment", range: .init(upper: 0.05), text: "at most 5%", line: 9),
    Target(
      metric: "occupancy", name: "occupancy", range: .init(lower: 0.75, upper: 0.85), text: "75% to 85%", line: 10),
    Target(metric: "cost_per_contact", name: "cost_per_contact", range: .init(upper: 5), text: "at most $5", line: 11),
  ]

  static let digest = "0123456789abcdef0123456789abcdef"

  static func facts(_ scenario: Scenario, replications: Int, planned: Int? = nil) -> RunFacts {
    RunFacts(
      scenario: scenario, scenarioFile: "smallest.yaml", fingerprint: String(repeating: "ab", count: 32),
      runID: "7f3a21c0000000000000", runName: "base", seed: 1, replications: replications,
      plannedReplications: planned ?? replications, digest: digest, engineVersion: "0.1.0")
  }

  /// Four days; the service level is unsure, the abandonment met, the occupancy missed, the cost unknown.
  static func scorecardReport(
    inTime: [Int64] = [88, 92, 91, 95], planned: Int? = nil, isStrict: Bool = false, isBrief: Bool = false
  ) -> ScorecardReport {
    let scenario = scenario(targets: targets)
    let days = inTime.map { [day(inTime: $0)] }
    let scorecard = Scorecard(replications: days, targets: targets, context: ScoringContext(scenario: scenario))
    return ScorecardReport(
      facts: facts(scenario, replications: inTime.count, planned: planned), scorecard: scorecard,
      headline: ScenarioHeadline.of(scenario), isStrict: isStrict, isBrief: isBrief)
  }

  /// What a format makes of a report, without colours.
  static func text(_ report: any Report, as format: any ReportFormat = TextFormat()) -> String {
    format.text(of: report, style: .plain) ?? ""
  }

  /// A whole output that was looked at once, and is compared from then on; `BUSYHOUR_RECORD=1` writes what was said now.
  static func expected(_ name: String, recording text: String) throws -> String {
    if ProcessInfo.processInfo.environment["BUSYHOUR_RECORD"] == "1" {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Expected/\(name)")
      try Data(text.utf8).write(to: file)
      return text
    }
    let folder = Bundle.module.bundleURL.appendingPathComponent("Expected")
    return String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }
}
