internal import ContactCenter
internal import KPIs

/// For build servers: each target is a test case. Unsure is skipped, or failed where unsure counts as missed.
public struct JUnitFormat: ReportFormat {
  public let name = "junit"

  public init() {}

  public func text(of report: any Report, style: TextStyle) -> String? {
    guard let report = report as? ScorecardReport else { return nil }
    let results = report.scorecard.targets
    let failures = results.count { fails($0, report) }
    let skipped = results.count { $0.verdict == .unsure } - results.count { $0.verdict == .unsure && fails($0, report) }
    let counts = "tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
    let lines =
      [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"busyhour\" \(counts)>",
        "  <testsuite name=\"\(XMLText.escaped(report.facts.scenarioName))\" \(counts)>", "    <properties>",
      ] + properties(report.facts) + ["    </properties>"] + results.flatMap { testCase($0, report) }
      + ["  </testsuite>", "</testsuites>"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func fails(_ result: TargetResult, _ report: ScorecardReport) -> Bool {
    result.verdict == .missed || (result.verdict == .unsure && report.isStrict)
  }

  private func properties(_ facts: RunFacts) -> [String] {
    [
      ("scenario_sha256", facts.fingerprint), ("seed", "\(facts.seed)"), ("replications", "\(facts.replications)"),
      ("engine_version", facts.engineVersion), ("digest", facts.digest),
    ].map { "      <property name=\"\($0.0)\" value=\"\(XMLText.escaped($0.1))\"/>" }
  }

  private func testCase(_ result: TargetResult, _ report: ScorecardReport) -> [String] {
    let text = VerdictText(result, report.facts)
    let name = XMLText.escaped("\(result.target.name) \(result.target.text)")
    let head = "    <testcase classname=\"\(XMLText.escaped(report.facts.scenarioName))\" name=\"\(name)\" time=\"0\""
    if result.verdict == .met {
      return [head + ">", "      <system-out>\(XMLText.escaped(text.sentence))</system-out>", "    </testcase>"]
    }
    let element = fails(result, report) ? "failure" : "skipped"
    return [head + ">", "      <\(element) message=\"\(XMLText.escaped(text.sentence))\"/>", "    </testcase>"]
  }
}
