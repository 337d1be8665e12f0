/// Looks at YAML byte by byte for keys that may hold an alias: `*a :`, `[*a]:`, `{b: *a}:`, `? *a`.
///
/// It errs on the side of finding one, and is used only on files that have anchors and aliases.
struct KeyScan {
  private(set) var line = 1
  /// The last byte that is no space, and the one before it.
  private var last: UInt8 = 0x0A
  private var beforeLast: UInt8 = 0x0A
  private var lastWasSpace = true
  private var isInAlias = false

  mutating func findsKeyMadeOfAliases(_ byte: UInt8) -> Bool {
    let isSpace = byte == 0x20 || byte == 0x09
    let endsWord = isSpace || byte == 0x0A || byte == 0x0D
    if endsWord && !lastWasSpace && last == UInt8(ascii: "?") && Self.opensKey(beforeLast) { return true }
    if byte == UInt8(ascii: ":") && (isInAlias || last == UInt8(ascii: "]") || last == UInt8(ascii: "}")) {
      return true
    }
    note(byte, isSpace: isSpace)
    return false
  }

  private mutating func note(_ byte: UInt8, isSpace: Bool) {
    if byte == 0x0A { line += 1 }
    if byte == UInt8(ascii: "*") {
      isInAlias = true
    } else if !isSpace && !Self.belongsToName(byte) {
      isInAlias = false
    }
    if !isSpace { (beforeLast, last) = (last, byte) }
    lastWasSpace = isSpace
  }

  private static func opensKey(_ byte: UInt8) -> Bool { "\n\r{,[-:".utf8.contains(byte) }

  private static func belongsToName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...: true
    default: false
    }
  }
}
