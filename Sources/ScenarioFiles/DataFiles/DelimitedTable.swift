/// A table from a CSV file: comma, semicolon or tab, quotes as in RFC 4180, the lines of the file kept for messages.
struct DelimitedTable {
  struct Row {
    /// Line in the file, 1-based.
    var line: Int
    var cells: [String]
  }

  var rows: [Row] = []

  /// - Throws: ``SourceBytes.Refusal`` for text that is not UTF-8 or for a quote that does not close.
  init(_ bytes: [UInt8]) throws(SourceBytes.Refusal) {
    let text = try SourceBytes.text(bytes)
    let separator = Self.separator(in: text.utf8.prefix { $0 != 0x0A })
    var cells: [[UInt8]] = [[]]
    var line = 1
    var isQuoted = false
    var quoteLine = 1
    for byte in text.utf8 {
      if byte == 0x22 {
        isQuoted.toggle()
        quoteLine = line
      } else if !isQuoted && byte == separator {
        cells.append([])
      } else if !isQuoted && byte == 0x0A {
        finish(&cells, line: line)
        line += 1
      } else {
        cells[cells.count - 1].append(byte)
        if byte == 0x0A { line += 1 }
      }
    }
    guard !isQuoted else { throw SourceBytes.Refusal(message: "a quote does not close", line: quoteLine) }
    finish(&cells, line: line)
  }

  private static func separator(in line: some Sequence<UInt8>) -> UInt8 {
    let bytes = Array(line)
    for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] where bytes.contains(candidate) { return candidate }
    return UInt8(ascii: ",")
  }

  /// Blank lines are skipped.
  private mutating func finish(_ cells: inout [[UInt8]], line: Int) {
    let texts = cells.map { Self.trimmed($0) }
    if texts.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, cells: texts)) }
    cells = [[]]
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
