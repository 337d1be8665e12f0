import BusyHourTesting
import Reporting
import Testing

@Suite(.labelled)
struct CSVParserTests {
  static func records(_ text: String, pieces: Int) throws -> [CSVParser.Record] {
    var parser = CSVParser()
    var records: [CSVParser.Record] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try parser.read(bytes[start..<min(bytes.count, start + pieces)]) { records.append($0) }
    }
    try parser.finish { records.append($0) }
    return records
  }

  @Test func `pieces of any size give the same records`() throws {
    let text = "\u{FEFF}a,\"b \"\"c\"\"\",d\r\n\n1,\"x\r\ny\",é\r2,,\"\"\n\"\"\n3,4,5"
    let expected = try Self.records(text, pieces: 1_000)
    #expect(
      expected.map(\.cells) == [["a", "b \"c\"", "d"], ["1", "x\r\ny", "é"], ["2", "", ""], [""], ["3", "4", "5"]])
    #expect(expected.map(\.line) == [1, 3, 5, 6, 7])
    try withEvery("bytes in a piece", in: 1...20) { pieces in
      let records = try Self.records(text, pieces: pieces)
      #expect(records == expected)
    }
  }

  @Test func `a record without end is refused before it fills memory`() throws {
    let endless = "\"" + String(repeating: "x", count: 1 << 21)
    #expect(throws: CSVParser.Problem.tooLong(line: 1)) { try Self.records(endless, pieces: 4_096) }
    #expect(throws: CSVParser.Problem.openQuote(line: 2)) { try Self.records("a\n\"b", pieces: 10) }
  }
}
