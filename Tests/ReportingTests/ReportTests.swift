import ContactCenter
import EventLog
import Foundation
import KPIs
import Reporting
import Testing

struct ReportTests {
  @Test(arguments: FormatCatalog.all.map(\.name))
  func `the reference scorecard is told by every format as it was looked at`(format: String) throws {
    let format = try #require(FormatCatalog.format(named: format))
    let text = Samples.text(Samples.scorecardReport(), as: format)
    #expect(text == (try Samples.expected("scorecard.\(format.name)", recording: text)))
  }

  @Test func `one replication has no interval and leaves its targets unsure`() throws {
    let report = Samples.scorecardReport(inTime: [95], planned: 3)
    #expect(Samples.text(report) == (try Samples.expected("scorecard-single.text", recording: Samples.text(report))))
    #expect(Samples.text(report, as: JSONFormat()).contains("\"ci95\": null"))
  }

  @Test func `nothing ever prints NaN, and text keeps to 100 columns`() {
    var empty = DaySums(queueCount: 1, teamCount: 1, activityCount: 1)
    empty.queues[0].offered = .max / 4
    empty.queues[0].waitLost = .max / 4
    let scenario = Samples.scenario(name: String(repeating: "長い名前", count: 40), targets: Samples.targets)
    let card = Scorecard(
      replications: [[empty], [empty]], targets: Samples.targets, context: ScoringContext(scenario: scenario))
    let report = ScorecardReport(
      facts: Samples.facts(scenario, replications: 2), scorecard: card, headline: ScenarioHeadline.of(scenario))
    for format in FormatCatalog.all {
      let text = Samples.text(report, as: format)
      let words = text.lowercased().split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"), "\(format.name)")
    }
    let widest = Samples.text(report).split(separator: "\n").filter { !$0.contains("長") }.map(\.count).max() ?? 0
    #expect(widest <= 100)
  }

  @Test func `strict makes a failure of what is unsure`() {
    let report = Samples.scorecardReport(isStrict: true)
    #expect(Samples.text(report, as: JUnitFormat()).contains("tests=\"4\" failures=\"3\" errors=\"0\" skipped=\"0\""))
    #expect(Samples.text(report, as: GitHubFormat()).hasPrefix("::error file=smallest.yaml,line=8::"))
  }

  @Test func `verdicts belong to runs, so other reports have no JUnit and no annotations`() {
    let report = RunListReport(database: "a.db", rows: [])
    #expect(JUnitFormat().text(of: report, style: .plain) == nil)
    #expect(GitHubFormat().text(of: report, style: .plain) == nil)
    #expect(Samples.text(report) == "No runs in a.db yet.\n")
  }

  @Test(arguments: ["text", "json", "csv", "markdown"])
  func `two paired runs are compared as it was looked at`(format: String) throws {
    let format = try #require(FormatCatalog.format(named: format))
    #expect(
      Samples.text(comparison(isPaired: true), as: format)
        == (try Samples.expected(
          "comparison.\(format.name)", recording: Samples.text(comparison(isPaired: true), as: format))))
  }

  @Test func `runs that cannot be paired say why`() {
    let lines = Samples.text(comparison(isPaired: false)).split(separator: "\n")
    #expect(lines.contains("Not paired (different seeds): Welch intervals."))
  }

  private func comparison(isPaired: Bool) -> ComparisonReport {
    let scenario = Samples.scenario(targets: Samples.targets)
    let context = ScoringContext(scenario: scenario)
    let days = [[88, 92, 91, 95], [85, 88, 88, 91]].map { (all: [Int64]) in all.map { [Samples.day(inTime: $0)] } }
    func compared(_ isPaired: Bool) -> Comparison {
      let samples = days.map { RunSamples($0, context: context, targets: Samples.targets) }
      return Comparison(first: samples[0], second: samples[1], isPaired: isPaired)
    }
    var other = Samples.facts(scenario, replications: 4)
    other.runName = "less-one"
    let pair = ComparisonReport.Pair(
      second: .init(
        facts: other, scorecard: Scorecard(replications: days[1], targets: Samples.targets, context: context)),
      comparison: compared(isPaired), reasonUnpaired: isPaired ? nil : "different seeds",
      differences: ["agents 19 -> 18"])
    return ComparisonReport(
      first: .init(
        facts: Samples.facts(scenario, replications: 4),
        scorecard: Scorecard(replications: days[0], targets: Samples.targets, context: context)),
      pairs: [pair])
  }

  @Test func `parts stand in tables of their own, and in JSON under by`() throws {
    let scenario = Samples.scenario(queues: 2)
    let days = [[Samples.day(inTime: 90, queues: 2)], [Samples.day(inTime: 92, queues: 2)]]
    var report = Samples.scorecardReport()
    report.parts = [0, 1].map { queue in
      var context = ScoringContext(scenario: scenario)
      context.queue = queue
      return Part(
        kind: .queue, name: scenario.queues[queue].name, metrics: Scorecard.metrics(of: days, in: context))
    }
    #expect(Samples.text(report) == (try Samples.expected("scorecard-parts.text", recording: Samples.text(report))))
    let json = try JSONSerialization.jsonObject(with: Data(Samples.text(report, as: JSONFormat()).utf8))
    let by = (json as? [String: Any])?["by"] as? [String: [String: [String: Any]]]
    #expect(by?["queue"]?["main"]?["service_level"] != nil)
    #expect(by?["queue"]?["診察"]?["service_level"] == nil, "nobody called there")
  }

  @Test func `the staffing table, the list of runs, the proof and the check read as they were looked at`() throws {
    let row = RunListReport.Row(
      id: "7f3a21c0000000000000", name: "base", scenario: "Front desk", startedAt: "2026-11-22T09:30:00Z",
      state: "interrupted", replications: 37, plannedReplications: 200, seed: 1, digest: Samples.digest,
      serviceLevel: 0.9523,
      averageSpeedOfAnswerSeconds: 2.04)
    let proof = ReplayReport(
      run: "7f3a21c", eventCount: 1_284_002, folded: 10, regenerated: 190, kpiCount: 17, seconds: 0.94,
      digest: Samples.digest)
    var refuted = proof
    refuted.contradictions = ["replication 3: the sums differ"]
    let check = CheckReport(files: [
      .init(
        name: "a.yaml", headline: "Front desk", fingerprint: "ab",
        defaults: [
          .init(path: "patience", value: "exp 3m", reason: "callers of published centers wait 2 to 4 minutes")
        ],
        remarks: ["warning: breaks may count twice\n  --> a.yaml:3:1\n"], warningCount: 1)
    ])
    let reports: [any Report] = [
      RunListReport(database: "a.db", rows: [row]), staffing, proof, refuted, check,
    ]
    #expect(
      reports.map { Samples.text($0) }.joined(separator: "----\n")
        == (try Samples.expected("others.text", recording: reports.map { Samples.text($0) }.joined(separator: "----\n")))
    )
    for report in reports {
      _ = try JSONSerialization.jsonObject(with: Data(Samples.text(report, as: JSONFormat()).utf8))
      let rows = Samples.text(report, as: CSVFormat()).components(separatedBy: "\r\n").dropLast()
      #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
    }
  }

  private var staffing: StaffingReport {
    StaffingReport(
      scenario: "Front desk", fingerprint: "ab", target: "90% in 20 s", shrinkage: .percent(30),
      teams: [
        .init(
          name: "main", lead: "Offered load 8.33 erlangs.", acceptableWaitSeconds: 20, binding: "service_level",
          neighbours: [
            .init(
              onPhones: 12, scheduled: 18, serviceLevel: 0.862, averageSpeedOfAnswerSeconds: 94.4, occupancy: 0.694,
              waitProbability: 0.176, adds: nil, isRequired: false),
            .init(
              onPhones: 13, scheduled: 19, serviceLevel: 0.928, averageSpeedOfAnswerSeconds: 6.3, occupancy: 0.641,
              waitProbability: 0.099, adds: 0.066, isRequired: true),
          ],
          intervals: [(8, 13, 19), (9, 13, 19), (10, 9, 13)].map { hour, onPhones, scheduled in
            .init(
              day: "Mon", start: "\(hour):00", end: "\(hour + 1):00", contacts: 50, loadErlangs: 8.33,
              onPhones: onPhones, scheduled: scheduled, binding: "occupancy", nextAdds: 0.036, isOnPeakDay: true)
          })
      ], notes: ["Scheduled 19 is inside your range 18 to 22."], warnings: ["both cannot hold"])
  }
}
