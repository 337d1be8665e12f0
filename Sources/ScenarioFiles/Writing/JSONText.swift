/// JSON with members in the order in which they are given.
indirect enum JSONText: Hashable {
  case string(String)
  /// Digits as they are to appear.
  case number(String)
  case bool(Bool)
  case list([JSONText])
  case object([Member])

  struct Member: Hashable {
    var name: String
    var value: JSONText
  }

  static func strings(_ texts: [String]) -> JSONText { .list(texts.map { .string($0) }) }

  static func members(_ pairs: KeyValuePairs<String, JSONText>) -> JSONText {
    .object(pairs.map { Member(name: $0.key, value: $0.value) })
  }

  /// This object with members of another behind its own.
  func with(_ pairs: KeyValuePairs<String, JSONText>) -> JSONText {
    guard case .object(let own) = self else { return self }
    return .object(own + pairs.map { Member(name: $0.key, value: $0.value) })
  }

  /// Two spaces a level; lists of plain values on one line.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let digits): return digits
    case .bool(let value): return value ? "true" : "false"
    case .list(let items):
      if items.allSatisfy(\.isPlain) { return "[\(items.map { $0.text() }.joined(separator: ", "))]" }
      return "[\n\(items.map { inner + $0.text(indent: inner) }.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0.name)): \($0.value.text(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .string, .number, .bool: true
    case .list, .object: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        if scalar.value < 32 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
