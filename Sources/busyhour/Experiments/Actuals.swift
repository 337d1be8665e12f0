internal import ContactCenter
internal import KPIs
internal import Reporting

/// Measured KPIs, a row a day: a column `date` (2026-11-24) and columns named as KPIs; `_pct` behind a share, or `%` in
/// its cells, is percent.
enum Actuals {
  /// - Throws: ``CommandError/badActuals(_:line:reason:)`` with the line of the first fault.
  static func read(_ path: String) throws -> DailyFigures {
    var parser = CSVParser()
    var reader = Reader(path: path)
    do {
      try ByteStream.forEachPiece(of: path) { piece in try parser.read(piece) { try reader.take($0) } }
      try parser.finish { try reader.take($0) }
    } catch let problem as CSVParser.Problem {
      throw CommandError.badActuals(path, line: 1, reason: "\(problem)")
    }
    guard !reader.days.isEmpty else { throw CommandError.badActuals(path, line: 1, reason: "there are no days in it") }
    return DailyFigures(days: reader.days.sorted { $0.name < $1.name })
  }

  private struct Reader {
    let path: String
    var columns: [(kpi: KPI, isPercent: Bool)?] = []
    var dateColumn: Int?
    var days: [DailyFigures.Day] = []
    private var dates: Set<CalendarDate> = []

    init(path: String) { self.path = path }

    mutating func take(_ record: CSVParser.Record) throws {
      guard let dateColumn else { return try begin(record) }
      guard dateColumn < record.cells.count else { throw fault(record, "there is no date") }
      let text = record.cells[dateColumn]
      guard let date = date(text) else { throw fault(record, "'\(text)' is no date such as 2026-11-24") }
      guard dates.insert(date).inserted else { throw fault(record, "\(date) is there twice") }
      var figures: [String: Double] = [:]
      for (place, column) in columns.enumerated() {
        guard let column, place < record.cells.count, !record.cells[place].isEmpty else { continue }
        figures[column.kpi.name] = try number(record.cells[place], of: column, record)
      }
      days.append(.init(name: date.description, figures: figures, date: date))
    }

    private mutating func begin(_ record: CSVParser.Record) throws {
      dateColumn = record.cells.firstIndex(of: "date")
      guard dateColumn != nil else { throw fault(record, "the header has no column 'date'") }
      columns = record.cells.map { name in
        if let kpi = KPICatalog.kpi(named: name) { return (kpi, false) }
        guard name.hasSuffix("_pct"), let kpi = KPICatalog.kpi(named: String(name.dropLast(4))), kpi.unit == .ratio
        else { return nil }
        return (kpi, true)
      }
      let names = columns.compactMap { $0?.kpi.name }
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw fault(record, "two columns are \(twice)")
      }
      guard columns.contains(where: { $0 != nil }) else {
        throw fault(record, "no column is a KPI; they are \(KPICatalog.all.map(\.name).joined(separator: ", "))")
      }
    }

    private func number(
      _ cell: String, of column: (kpi: KPI, isPercent: Bool), _ record: CSVParser.Record
    ) throws -> Double {
      let hasSign = cell.hasSuffix("%") && column.kpi.unit == .ratio
      guard let number = Double(hasSign ? String(cell.dropLast()) : cell), number.isFinite,
        number >= 0 || column.kpi.unit == .score
      else { throw fault(record, "'\(cell)' is no figure of a KPI") }
      let value = hasSign || column.isPercent ? number / 100 : number
      guard column.kpi.unit != .ratio || value <= 1 else {
        throw fault(
          record,
          "'\(cell)' is more than all: write 0.95 or 95%, or call the column \(column.kpi.name)_pct"
        )
      }
      return value
    }

    private func date(_ text: String) -> CalendarDate? {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCII) }) else { return nil }
      let numbers = parts.compactMap { Int($0) }
      return numbers.count == 3 ? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
    }

    private func fault(_ record: CSVParser.Record, _ reason: String) -> CommandError {
      .badActuals(path, line: record.line, reason: reason)
    }
  }
}
