/// For pull requests and job summaries: GitHub's tables.
public struct MarkdownFormat: ReportFormat {
  public let name = "markdown"

  public init() {}

  public func text(of report: any Report, style: TextStyle) -> String? {
    report.page.blocks.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private func lines(_ block: Page.Block) -> [String] {
    switch block {
    case .title(let text): ["### " + escaped(text)]
    // Two blanks: a break of the line inside a paragraph.
    case .line(let cells): [cells.map { escaped($0.text, .plain == $0.ink ? "" : mark($0.ink)) }.joined() + "  "]
    case .table(let table): self.table(table)
    case .blank: [""]
    }
  }

  private func table(_ table: Table) -> [String] {
    var titles = table.columns.map { escaped($0.title) }
    if let heading = table.heading { titles[0] = escaped(heading) }
    let rules = table.columns.map { $0.alignment == .leading ? ":---" : "---:" }
    let rows = table.rows.map { row in row.map { escaped($0.text, $0.ink == .strong ? "**" : "") } }
    return ([titles, rules] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private func mark(_ ink: Ink) -> String { ink == .strong ? "**" : "" }

  /// Characters that Markdown reads as markup get a backslash; control characters become blanks.
  private func escaped(_ text: String, _ mark: String = "") -> String {
    var result = ""
    for character in PrintableText.of(text) {
      if "\\`*_|<>[]#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result.isEmpty ? "" : mark + result + mark
  }
}
