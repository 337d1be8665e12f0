/// Reads the JSON of a payload. Anything else than ``LedgerJSON`` writes is refused, with its place: a payload comes out
/// of a file that may be damaged.
struct LedgerJSONReader {
  struct Problem: Error, Equatable { var offset: Int }

  private let bytes: [UInt8]
  private var position = 0
  /// Payloads are a few levels deep; a damaged one shall not overflow the stack.
  private static let deepest = 16

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Complexity: O(bytes), in time and memory.
  static func value(of bytes: [UInt8]) throws(Problem) -> LedgerJSON {
    var reader = LedgerJSONReader(bytes)
    let value = try reader.value(depth: 0)
    guard reader.position == bytes.count else { throw reader.problem }
    return value
  }

  private var problem: Problem { Problem(offset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: letter) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ letter: Unicode.Scalar) throws(Problem) {
    if !take(letter) { throw problem }
  }

  private mutating func value(depth: Int) throws(Problem) -> LedgerJSON {
    guard depth < Self.deepest, let next else { throw problem }
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth + 1))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "n"):
      for letter in "null".unicodeScalars { try expect(letter) }
      return .null
    default: return .integer(try integer())
    }
  }

  private mutating func members(_ depth: Int) throws(Problem) -> [LedgerJSON.Member] {
    try expect("{")
    var members: [LedgerJSON.Member] = []
    if take("}") { return members }
    repeat {
      let name = try text()
      try expect(":")
      members.append(.init(name, try value(depth: depth)))
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func elements(_ depth: Int) throws(Problem) -> [LedgerJSON] {
    try expect("[")
    var elements: [LedgerJSON] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth)) } while take(",")
    try expect("]")
    return elements
  }

  private mutating func integer() throws(Problem) -> Int64 {
    let sign: Int64 = take("-") ? -1 : 1
    var value: Int64 = 0
    let start = position
    while let next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
      let tens = value.multipliedReportingOverflow(by: 10)
      let sum = tens.partialValue.addingReportingOverflow(sign * Int64(next - UInt8(ascii: "0")))
      guard !tens.overflow, !sum.overflow else { throw problem }
      value = sum.partialValue
      position += 1
    }
    guard position > start else { throw problem }
    return value
  }

  private mutating func text() throws(Problem) -> String {
    try expect("\"")
    let start = position
    // Most texts, names of members above all, have nothing escaped.
    while let next, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") { position += 1 }
    var content = bytes[start..<position]
    while let next, next != UInt8(ascii: "\"") {
      position += 1
      content.append(next == UInt8(ascii: "\\") ? try escaped() : next)
    }
    try expect("\"")
    guard let text = String(validating: content, as: UTF8.self) else { throw problem }
    return text
  }

  private mutating func escaped() throws(Problem) -> UInt8 {
    guard let letter = next else { throw problem }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "u"):
      let end = position + 4
      guard end <= bytes.count, let code = UInt8(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16),
        code < 0x80
      else { throw problem }
      position = end
      return code
    default: throw problem
    }
  }
}
