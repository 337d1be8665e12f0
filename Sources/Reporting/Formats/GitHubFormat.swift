internal import ContactCenter
internal import KPIs

/// For GitHub Actions: one annotation a target, at the line of the scenario that sets it.
public struct GitHubFormat: ReportFormat {
  public let name = "github"

  public init() {}

  public func text(of report: any Report, style: TextStyle) -> String? {
    guard let report = report as? ScorecardReport else { return nil }
    return report.scorecard.targets.map { annotation($0, report) + "\n" }.joined()
  }

  private func annotation(_ result: TargetResult, _ report: ScorecardReport) -> String {
    var properties: [String] = []
    if let file = report.facts.scenarioFile {
      properties.append("file=" + property(file))
      if let line = result.target.line { properties.append("line=\(line)") }
    }
    let place = properties.isEmpty ? "" : " " + properties.joined(separator: ",")
    let sentence = VerdictText(result, report.facts).sentence
    return "::\(level(result.verdict, isStrict: report.isStrict))\(place)::\(data(sentence))"
  }

  private func level(_ verdict: Verdict, isStrict: Bool) -> String {
    switch verdict {
    case .met: "notice"
    case .missed: "error"
    case .unsure: isStrict ? "error" : "warning"
    }
  }

  /// The runner reads `%25`, `%0D`, `%0A` in a message, and `%3A`, `%2C` in a property too.
  private func data(_ text: String) -> String { encoded(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }
  private func property(_ text: String) -> String {
    encoded(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func encoded(_ text: String, _ codes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { codes[$0] ?? String($0) }.joined()
  }
}
