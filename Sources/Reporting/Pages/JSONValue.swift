/// A JSON document whose members keep their order, so that equal runs give equal bytes.
public enum JSONValue: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONValue
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case integer(Int)
  case unsigned(UInt64)
  /// `null` where the value is not finite: JSON has no NaN.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])
}

extension JSONValue {
  public static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  public static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  public static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }
  /// `[lo, hi]`, or null.
  public static func interval(_ interval: ClosedRange<Double>?) -> JSONValue {
    interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }
}
