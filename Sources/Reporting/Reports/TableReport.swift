/// A table with the columns that a formula has appended.
public struct TableReport: Report, Hashable {
  /// `erlang c`, `staff`.
  public var formula: String
  public var header: [String]
  public var rows: [[Records.Field]]

  public init(formula: String, header: [String], rows: [[Records.Field]]) {
    self.formula = formula
    self.header = header
    self.rows = rows
  }

  public var page: Page {
    var page = Page()
    page.add(
      Table(
        columns: header.enumerated().map { place, name in Column(name, isNumeric(place) ? .decimal : .leading) },
        rows: rows.map { row in row.map { Cell(Self.text($0)) } }))
    return page
  }

  public var json: [JSONValue.Member] {
    [
      .init("formula", .string(formula)),
      .init("rows", .array(rows.map { Self.json($0, under: header) })),
    ]
  }

  public var records: Records { Records(header: header, rows: rows) }

  /// One row as an object, its members in the order of the columns.
  public static func json(_ row: [Records.Field], under header: [String]) -> JSONValue {
    .object(zip(header, row).map { JSONValue.Member($0, json($1)) })
  }

  private static func json(_ field: Records.Field) -> JSONValue {
    switch field {
    case .missing: .null
    case .text(let text): text.isEmpty ? .null : .string(text)
    case .number(let value): .number(value)
    case .integer(let value): .integer(value)
    }
  }

  private func isNumeric(_ column: Int) -> Bool {
    rows.contains { row in
      if case .text = row[column] { false } else { row[column] != .missing }
    }
  }

  private static func text(_ field: Records.Field) -> String {
    switch field {
    case .missing: ""
    case .text(let text): text
    case .number(let value): significant(value)
    case .integer(let value): String(value)
    }
  }

  /// Five significant figures: this form is for reading.
  private static func significant(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : NumberText.missing }
    guard (1e-4..<1e6).contains(abs(value)) else { return shortScientific(value) }
    var scale = 1.0
    while abs(value) * scale < 1e4 { scale *= 10 }
    return CSVFormat.number((value * scale).rounded() / scale)
  }

  private static func shortScientific(_ value: Double) -> String {
    let text = value.description
    guard let exponent = text.firstIndex(of: "e") else { return text }
    return String(text[..<exponent].prefix(7)) + text[exponent...]
  }
}
