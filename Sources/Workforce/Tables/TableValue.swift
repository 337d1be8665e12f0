/// A figure of a result column.
public enum TableValue: Hashable, Sendable {
  /// Not asked for by this row, or not defined for it.
  case empty
  case integer(Int)
  case number(Double)
  case text(String)

  /// Empty where there is no figure.
  static func number(_ value: Double?) -> TableValue { value.map { .number($0) } ?? .empty }
}
