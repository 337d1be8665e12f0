/// For a terminal: aligned columns, at most 100 wide.
public struct TextFormat: ReportFormat {
  public let name = "text"

  public init() {}

  public func text(of report: any Report, style: TextStyle) -> String? {
    report.page.blocks.flatMap { lines($0, style) }.map { $0 + "\n" }.joined()
  }

  private func lines(_ block: Page.Block, _ style: TextStyle) -> [String] {
    switch block {
    case .title(let text): [style.paint(PrintableText.of(text), .strong)]
    case .line(let cells): line(cells, style)
    case .table(let table): TextTable(table, style: style).lines
    case .blank: [""]
    }
  }

  /// A line that is too long goes on under its beginning; its inks are those of the first piece.
  private func line(_ cells: [Cell], _ style: TextStyle) -> [String] {
    let texts = cells.map { PrintableText.of($0.text) }
    let whole = texts.joined()
    guard DisplayWidth.of(whole) > style.width else {
      return [zip(texts, cells).map { style.paint($0, $1.ink) }.joined()]
    }
    let ink = cells.first?.ink ?? .plain
    return TextWrap.lines(whole, width: style.width).map { style.paint($0, ink) }
  }
}
