internal import Reporting

/// Takes the rows of a table with their results.
protocol TableSink {
  mutating func begin(_ header: [String]) throws
  mutating func add(_ row: [Records.Field]) throws
  mutating func end() throws
}

/// Rows for spreadsheets, written as they come.
struct CSVSink: TableSink {
  let writer: LineWriter

  mutating func begin(_ header: [String]) throws { try add(header.map { .text($0) }) }
  mutating func add(_ row: [Records.Field]) throws { try writer.write(CSVLine.text(row)) }
  mutating func end() throws { try writer.close() }
}

/// One object a line, written as they come.
struct JSONLinesSink: TableSink {
  let writer: LineWriter
  private var header: [String] = []

  init(writer: LineWriter) { self.writer = writer }

  mutating func begin(_ header: [String]) throws { self.header = header }
  mutating func add(_ row: [Records.Field]) throws {
    try writer.write(TableReport.json(row.map(\.asNumberIfOne), under: header).line + "\n")
  }
  mutating func end() throws { try writer.close() }
}

/// Rows kept for a format that must see them all.
struct ReportSink: TableSink {
  let formula: String
  let output: OutputOptions
  let format: any ReportFormat
  private var header: [String] = []
  private var rows: [[Records.Field]] = []

  init(formula: String, output: OutputOptions, format: any ReportFormat) {
    (self.formula, self.output, self.format) = (formula, output, format)
  }

  mutating func begin(_ header: [String]) throws { self.header = header }
  mutating func add(_ row: [Records.Field]) throws { rows.append(Array(row.map(\.asNumberIfOne).prefix(header.count))) }
  mutating func end() throws {
    try output.write(TableReport(formula: formula, header: header, rows: rows), as: format)
  }
}

extension Records.Field {
  /// A cell of the input that holds a number, as a number.
  fileprivate var asNumberIfOne: Records.Field {
    guard case .text(let text) = self, let first = text.utf8.first, first < 58, let value = Double(text),
      value.isFinite
    else { return self }
    return .number(value)
  }
}
