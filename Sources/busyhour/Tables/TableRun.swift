internal import Reporting
internal import Spelling
internal import Workforce

/// Applies a formula to every row of a table, in constant memory: row in, row and results out.
struct TableRun {
  private(set) var formula: TableFormula
  /// For messages.
  let name: String
  let console: Console
  var sink: any TableSink
  private var header: TableHeader?
  private var memory = TableMemory()
  private var rowCount = 0
  private var badCount = 0

  init(_ formula: TableFormula, name: String, console: Console, sink: any TableSink) {
    (self.formula, self.name, self.console, self.sink) = (formula, name, console, sink)
  }

  /// - Throws: `TableError` for a table that the formula cannot read, ``ExitStatus/badInput`` at the end if any row was
  ///   bad.
  mutating func run(input path: String) throws {
    var parser = CSVParser()
    do {
      try ByteStream.forEachPiece(of: path) { piece in try parser.read(piece) { try take($0) } }
      try parser.finish { try take($0) }
    } catch let problem as CSVParser.Problem {
      rowCount += 1
      report(problem, line: nil)
    }
    guard header != nil else { throw TableError.empty }
    try sink.end()
    if memory.openAgentHours > 0 {
      console.note(
        "\(NumberText.fixed(memory.openAgentHours, places: 2)) agent hours of deferred work fall after the last row.")
    }
    guard badCount > 0 else { return }
    let rows = rowCount == 1 ? "row" : "rows"
    console.note("\(badCount) of \(rowCount) \(rows) could not be computed; their results are empty.")
    throw ExitStatus.badInput
  }

  private mutating func take(_ record: CSVParser.Record) throws {
    guard let header else { return try begin(record) }
    rowCount += 1
    var results: [Records.Field]
    do throws(RowError) {
      results = try formula.values(of: TableRow(record.cells, of: header), after: &memory).map(Records.Field.init)
    } catch {
      report(error, line: record.line)
      results = formula.results.map { _ in .missing }
    }
    let lacking = max(0, header.names.count - record.cells.count)
    try sink.add(record.cells.map { .text($0) } + Array(repeating: .missing, count: lacking) + results)
  }

  private mutating func begin(_ record: CSVParser.Record) throws {
    let header = try TableHeader(record.cells)
    formula = formula.reading(header)
    try header.check(for: formula)
    self.header = header
    warn(about: header)
    try sink.begin(header.names + formula.results)
  }

  /// A column that is nearly one of ours is more likely misspelt than meant.
  private func warn(about header: TableHeader) {
    for extra in header.extras(of: formula) {
      if formula.results.contains(extra) {
        console.note("The table has a column '\(extra)' already; the last one of that name is the result.")
      } else if let near = NearestWords.first(to: extra, among: formula.optional.filter { header.place(of: $0) == nil })
      {
        console.note("The column '\(extra)' is kept, not read. Is '\(near)' meant?")
      }
    }
  }

  private mutating func report(_ error: some Error, line: Int?) {
    badCount += 1
    let place = line.map { " (line \($0))" } ?? ""
    Console.write(
      console.messages.paint("error:", .bad) + " \(name): row \(rowCount)\(place): \(error)\n", to: .messages)
  }
}

extension Records.Field {
  fileprivate init(_ value: TableValue) {
    switch value {
    case .empty: self = .missing
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .text(let text): self = .text(text)
    }
  }
}
