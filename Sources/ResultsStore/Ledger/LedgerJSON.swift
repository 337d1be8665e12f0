/// The values that a ledger entry's payload is written in: JSON of whole numbers and texts.
///
/// Members keep their order, so that equal payloads have equal bytes. There are no fractions: what the ledger states is
/// counted, not measured.
enum LedgerJSON: Equatable {
  case null
  case integer(Int64)
  case text(String)
  case array([LedgerJSON])
  case object([Member])
  /// A value that was written already.
  case written([UInt8])

  struct Member: Equatable {
    var name: String
    var value: LedgerJSON
    init(_ name: String, _ value: LedgerJSON) {
      self.name = name
      self.value = value
    }
  }

  static func integer(_ value: Int) -> LedgerJSON { .integer(Int64(value)) }
  static func text(orNull value: String?) -> LedgerJSON { value.map { .text($0) } ?? .null }
}

// MARK: - Writing

extension LedgerJSON {
  /// The text in UTF-8, without spaces.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .integer(let value): Self.write(value, to: &bytes)
    case .text(let text): Self.write(text, to: &bytes)
    case .array(let elements):
      Self.write(elements, "[", "]", to: &bytes) { element, bytes in element.write(to: &bytes) }
    case .object(let members):
      Self.write(members, "{", "}", to: &bytes) { member, bytes in
        Self.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
    case .written(let text): bytes += text
    }
  }

  /// The sums that are not zero as an object's text: most queues lack most fates. Written at once, since a replication has
  /// thousands of them; their names need no escapes.
  static func text<Sums>(of sums: Sums, _ columns: [SumColumns.Column<Sums>]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    bytes.append(UInt8(ascii: "{"))
    SumColumns.forEachNonzero(columns, of: sums) { column, value in
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: UnsafeBufferPointer(start: column.text.utf8Start, count: column.text.utf8CodeUnitCount))
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
      write(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, to bytes: inout [UInt8],
    _ body: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      body(element, &bytes)
    }
    bytes.append(UInt8(ascii: closing))
  }

  private static func write(_ value: Int64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, first) = (value.magnitude, digits.count)
      repeat {
        first -= 1
        digits.initializeElement(at: first, to: UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      } while rest > 0
      if value < 0 { bytes.append(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      // Names of members, which most texts are, have nothing to escape.
      if text.contains(where: isEscaped) { escape(text, to: &bytes) } else { bytes.append(contentsOf: text) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }
}
