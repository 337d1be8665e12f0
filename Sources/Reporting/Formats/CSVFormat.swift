/// For spreadsheets: RFC 4180, one header line with units, `.` as decimal point, lines end in CR LF.
public struct CSVFormat: ReportFormat {
  public let name = "csv"

  public init() {}

  public func text(of report: any Report, style: TextStyle) -> String? {
    let records = report.records
    return Self.line(records.header.map { .text($0) }) + records.rows.map(Self.line).joined()
  }

  static func line(_ fields: [Records.Field]) -> String { fields.map(text).joined(separator: ",") + "\r\n" }

  private static func text(_ field: Records.Field) -> String {
    switch field {
    case .missing: ""
    case .text(let text): quoted(text)
    case .number(let value): number(value)
    case .integer(let value): String(value)
    }
  }

  /// The shortest digits that read back to the same value; whole numbers without a point.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    guard value == value.rounded(), abs(value) < 1e15 else { return value.description }
    return String(Int(value))
  }

  private static func quoted(_ text: String) -> String {
    // Looked for among scalars: CR LF is one character.
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
