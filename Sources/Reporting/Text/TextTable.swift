/// Lays out a table in columns of a fixed-width font.
struct TextTable {
  let table: Table
  let style: TextStyle
  private let gap = "  "
  private let indent: String

  init(_ table: Table, style: TextStyle) {
    self.table = table
    self.style = style
    indent = table.heading == nil ? "" : "  "
  }

  /// One line each, without trailing blanks.
  var lines: [String] {
    let rows = table.rows.map { $0.map { Cell(PrintableText.of($0.text), $0.ink) } }
    let anchors = table.columns.indices.map { anchor(of: $0, in: rows) }
    let aligned = rows.map { row in
      row.indices.map { Cell(padded(row[$0].text, column: $0, anchors[$0]), row[$0].ink) }
    }
    let widths = fitted(table.columns.indices.map { width(of: $0, in: aligned) })
    return header(widths) + aligned.flatMap { line($0, widths) }
  }

  // MARK: Decimal points

  /// Greatest widths before and after the decimal point of a column.
  private func anchor(of column: Int, in rows: [[Cell]]) -> (before: Int, after: Int) {
    guard table.columns[column].alignment == .decimal else { return (0, 0) }
    let texts = rows.map { $0[column].text }
    return (
      texts.map(Self.integerWidth).max() ?? 0, texts.map { DisplayWidth.of($0) - Self.integerWidth($0) }.max() ?? 0
    )
  }

  private func padded(_ text: String, column: Int, _ anchor: (before: Int, after: Int)) -> String {
    guard table.columns[column].alignment == .decimal, !text.isEmpty else { return text }
    let before = Self.integerWidth(text)
    let after = DisplayWidth.of(text) - before
    return String(repeating: " ", count: anchor.before - before) + text
      + String(repeating: " ", count: anchor.after - after)
  }

  /// Columns before the decimal point, or up to the last digit where there is none.
  static func integerWidth(_ text: String) -> Int {
    if let point = text.firstIndex(of: ".") { return DisplayWidth.of(text[..<point]) }
    guard let last = text.lastIndex(where: \.isNumber) else { return DisplayWidth.of(text) }
    return DisplayWidth.of(text[...last])
  }

  // MARK: Widths

  private func title(_ column: Int) -> String {
    if column == 0, let heading = table.heading { return heading.uppercased() }
    return PrintableText.of(table.columns[column].title)
  }

  private func width(of column: Int, in rows: [[Cell]]) -> Int {
    let indented = column == 0 ? indent.count : 0
    let widest = rows.map { DisplayWidth.of($0[column].text) + indented }.max() ?? 0
    return max(widest, DisplayWidth.of(title(column)))
  }

  /// Takes what is too much from the columns that wrap, then from the first one.
  private func fitted(_ widths: [Int]) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) + gap.count * (widths.count - 1) - style.width
    let narrowest = 16
    for column in widths.indices.reversed() where excess > 0 && (table.columns[column].wraps || column == 0) {
      let cut = min(excess, max(0, widths[column] - narrowest))
      widths[column] -= cut
      excess -= cut
    }
    return widths
  }

  // MARK: Lines

  private func header(_ widths: [Int]) -> [String] {
    guard table.heading != nil || table.columns.contains(where: { !$0.title.isEmpty }) else { return [] }
    let titles = table.columns.indices.map { column in
      style.paint(
        place(title(column), in: widths[column], trailing: table.columns[column].alignment != .leading), .strong)
    }
    return [Self.trimmed(titles.joined(separator: gap))]
  }

  private func line(_ row: [Cell], _ widths: [Int]) -> [String] {
    let parts = row.indices.map { column in
      table.columns[column].wraps ? wrapped(row[column].text, to: widths[column]) : [row[column].text]
    }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { number in
      let cells = row.indices.map { column in
        let text = number < parts[column].count ? parts[column][number] : ""
        return cell(text, row[column].ink, column: column, width: widths[column])
      }
      return Self.trimmed(cells.joined(separator: gap))
    }
  }

  private func cell(_ text: String, _ ink: Ink, column: Int, width: Int) -> String {
    let room = column == 0 ? width - indent.count : width
    let text = Self.shortened(text, to: room)
    let blanks = String(repeating: " ", count: max(0, room - DisplayWidth.of(text)))
    let painted = style.paint(text, ink)
    let placed = table.columns[column].alignment == .leading ? painted + blanks : blanks + painted
    return column == 0 ? indent + placed : placed
  }

  private func place(_ text: String, in width: Int, trailing: Bool) -> String {
    let text = Self.shortened(text, to: width)
    let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return trailing ? blanks + text : text + blanks
  }

  private func wrapped(_ text: String, to width: Int) -> [String] {
    guard DisplayWidth.of(text) > width else { return [text] }
    return TextWrap.lines(text, width: width)
  }

  /// Cut to the width with an ellipsis.
  static func shortened(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width, width > 0 else { return text }
    var short = ""
    var used = 1
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { break }
      short.append(character)
    }
    return short + "…"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
