/// Rows for spreadsheets and scripts: one header, bare numbers.
public struct Records: Hashable, Sendable {
  public enum Field: Hashable, Sendable {
    case missing
    case text(String)
    case number(Double)
    case integer(Int)
  }

  /// Names with their units: `asa_s`, `occupancy_pct`.
  public var header: [String]
  public var rows: [[Field]]

  public init(header: [String], rows: [[Field]]) {
    self.header = header
    self.rows = rows
  }
}

extension Records.Field {
  public static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .missing }
  static func number(_ value: Double?) -> Self { value.map { .number($0) } ?? .missing }
  public static func integer(_ value: Int?) -> Self { value.map { .integer($0) } ?? .missing }
  /// A share in percent.
  static func percent(_ share: Double?) -> Self { share.map { .number(($0 * 1e8).rounded() / 1e6) } ?? .missing }
}
