import Reporting
import Testing

struct TableTests {
  private struct TableReport: Report {
    var table: Table
    var page: Page { Page([.table(table)]) }
    var json: [JSONValue.Member] { [] }
    var records: Records { Records(header: [], rows: []) }
  }

  private func lines(_ table: Table, style: TextStyle = .plain) -> [String] {
    let text = TextFormat().text(of: TableReport(table: table), style: style) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func `decimal points stand under each other and a number without one ends there`() {
    let table = Table(
      heading: "Metrics", columns: [Column("Metric"), Column("mean", .decimal), Column("95% CI")],
      rows: [["Offered", "1,002", "± 4.6"], ["Abandoned", "1.4%", ""], ["AHT", "5m12s", ""], ["Cost", "–", ""]])
    #expect(
      lines(table) == [
        "METRICS          mean  95% CI", "  Offered    1,002     ± 4.6", "  Abandoned      1.4%", "  AHT         5m12s",
        "  Cost           –",
      ])
  }

  @Test func `wide characters take two columns and combining marks none`() {
    let table = Table(
      columns: [Column("Queue"), Column("n", .trailing)], rows: [["診察", "1"], ["re\u{301}sume\u{301}", "2"]])
    #expect(lines(table) == ["Queue   n", "診察    1", "re\u{301}sume\u{301}  2"])
  }

  @Test func `no line is wider than the style allows`() {
    let long = Array(repeating: "because", count: 40).joined(separator: " ")
    let table = Table(
      columns: [Column("Key"), Column("why", wraps: true)],
      rows: [[Cell(String(repeating: "k", count: 90)), Cell(long)], ["short", Cell(long)]])
    for width in [60, 100] {
      let lines = lines(table, style: TextStyle(isColored: false, width: width))
      #expect(lines.allSatisfy { $0.count <= width }, "\(width): \(lines)")
      #expect(lines.joined().filter { $0 == "b" }.count == 80, "every word is there at \(width)")
    }
  }

  @Test func `a name cannot speak to the terminal`() {
    let table = Table(columns: [Column("Name")], rows: [["\u{1B}[31mred\u{7}"]])
    #expect(lines(table) == ["Name", "\u{FFFD}[31mred\u{FFFD}"])
  }

  @Test func `colours surround the text and leave the columns as they are`() {
    let table = Table(columns: [Column("a"), Column("b")], rows: [[Cell("x", .good), Cell("y", .bad)]])
    #expect(
      lines(table, style: TextStyle(isColored: true)) == [
        "\u{1B}[1ma\u{1B}[0m  \u{1B}[1mb\u{1B}[0m", "\u{1B}[32mx\u{1B}[0m  \u{1B}[31my\u{1B}[0m",
      ])
  }
}
