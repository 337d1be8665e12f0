/// A value bound to a parameter of a statement.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
  static func text(orNull value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}
