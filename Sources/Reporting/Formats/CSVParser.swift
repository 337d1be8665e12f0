/// Takes a table apart as it comes, piece by piece: RFC 4180 with any end of line, with or without a byte order mark.
///
/// A cell in quotes may hold commas, line ends and doubled quotes. Blank lines are skipped. Memory: one record.
public struct CSVParser: Sendable {
  /// One record: its cells, and the line of the text where it begins, from 1.
  public struct Record: Hashable, Sendable {
    public var cells: [String]
    public var line: Int
  }

  /// What ends the reading: there is no telling where the next record begins.
  public enum Problem: Error, Hashable, Sendable {
    case openQuote(line: Int)
    case tooLong(line: Int)
  }

  private enum State { case cellStart, plain, quoted, quoteSeen }

  /// A record longer than this is no record of a table: most likely a quote is not closed.
  private static let longestRecord = 1 << 20
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var state = State.cellStart
  private var cell: [UInt8] = []
  private var cells: [String] = []
  private var length = 0
  private var line = 1
  private var firstLine = 1
  private var isAfterReturn = false
  private var isRecordQuoted = false
  private var markPlace = 0

  public init() {}

  /// Reads a piece of the text and hands over each record that it completes.
  ///
  /// - Throws: ``Problem``; what `body` throws.
  public mutating func read(_ piece: some Sequence<UInt8>, _ body: (Record) throws -> Void) throws {
    for byte in piece where !isPartOfMark(byte) { try take(byte, body) }
  }

  /// The text has ended: hands over a last record that no line end has closed.
  ///
  /// - Throws: ``Problem/openQuote(line:)``; what `body` throws.
  public mutating func finish(_ body: (Record) throws -> Void) throws {
    if state == .quoted { throw Problem.openQuote(line: firstLine) }
    if !cells.isEmpty || !cell.isEmpty || isRecordQuoted { try endRecord(body) }
  }

  private mutating func isPartOfMark(_ byte: UInt8) -> Bool {
    guard markPlace < Self.byteOrderMark.count else { return false }
    let isPart = byte == Self.byteOrderMark[markPlace]
    markPlace = isPart ? markPlace + 1 : Self.byteOrderMark.count
    return isPart
  }

  private mutating func take(_ byte: UInt8, _ body: (Record) throws -> Void) throws {
    let isSecondOfPair = isAfterReturn && byte == UInt8(ascii: "\n")
    isAfterReturn = byte == UInt8(ascii: "\r")
    if state == .quoted { return try takeQuoted(byte, isSecondOfPair) }
    switch byte {
    case UInt8(ascii: "\n") where isSecondOfPair: return
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      line += 1
      try endRecord(body)
    case UInt8(ascii: ","): endCell()
    case UInt8(ascii: "\"") where state == .cellStart:
      state = .quoted
      isRecordQuoted = true
    case UInt8(ascii: "\"") where state == .quoteSeen:
      cell.append(byte)
      state = .quoted
    default:
      cell.append(byte)
      state = .plain
    }
    try grow()
  }

  private mutating func takeQuoted(_ byte: UInt8, _ isSecondOfPair: Bool) throws {
    if byte == UInt8(ascii: "\"") {
      state = .quoteSeen
    } else {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !isSecondOfPair { line += 1 }
      cell.append(byte)
    }
    try grow()
  }

  private mutating func grow() throws {
    length += 1
    if length > Self.longestRecord { throw Problem.tooLong(line: firstLine) }
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
    state = .cellStart
  }

  private mutating func endRecord(_ body: (Record) throws -> Void) throws {
    let isBlank = cells.isEmpty && cell.isEmpty && !isRecordQuoted
    endCell()
    let record = Record(cells: cells, line: firstLine)
    cells.removeAll(keepingCapacity: true)
    (firstLine, length, isRecordQuoted) = (line, 0, false)
    if !isBlank { try body(record) }
  }
}

extension CSVParser.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .openQuote(let line): "the quote of the row that begins in line \(line) is never closed"
    case .tooLong(let line): "the row that begins in line \(line) is longer than 1 MB: is a quote not closed?"
    }
  }
}
