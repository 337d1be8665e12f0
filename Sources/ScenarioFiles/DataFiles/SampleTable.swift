/// A column of durations in seconds.
struct SampleTable {
  static let sampleLimit = 1_000_000
  private(set) var seconds: [Double] = []

  /// - Parameter column: name of the column; nil for the first, whose header is optional.
  /// - Throws: ``SourceBytes.Refusal`` with the line of the first cell that is no duration.
  init(_ table: DelimitedTable, column: String?) throws(SourceBytes.Refusal) {
    guard let first = table.rows.first else { throw SourceBytes.Refusal(message: "the file is empty", line: 1) }
    let hasHeader = first.cells.contains { ExactDecimal($0) == nil }
    var index = 0
    if let column {
      guard let found = first.cells.firstIndex(of: column) else {
        throw SourceBytes.Refusal(
          message: "the first line names no column '\(column)'",
          help: SpellingHelp.help(for: column, among: first.cells, listedAs: "columns"), line: first.line)
      }
      index = found
    }
    for row in table.rows.dropFirst(hasHeader ? 1 : 0) {
      guard row.cells.indices.contains(index), let number = ExactDecimal(row.cells[index]),
        number <= ExactDecimal(604_800)
      else {
        let cell = row.cells.indices.contains(index) ? row.cells[index] : ""
        throw SourceBytes.Refusal(message: "'\(cell)' is not a number of seconds up to 7 days", line: row.line)
      }
      seconds.append(number.value)
    }
    guard !seconds.isEmpty else { throw SourceBytes.Refusal(message: "the file has no durations", line: first.line) }
    guard seconds.count <= Self.sampleLimit else { throw SourceBytes.Refusal(message: "more than 1,000,000 durations") }
    guard seconds.contains(where: { $0 > 0 }) else { throw SourceBytes.Refusal(message: "all durations are 0") }
  }
}
