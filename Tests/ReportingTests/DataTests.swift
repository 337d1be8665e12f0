import Foundation
import Reporting
import Testing

struct DataTests {
  @Test func `JSON escapes what it must and keeps the order of members`() throws {
    let value = JSONValue.object([
      "z": .string("a\"b\\c\n\u{1}é診"), "a": .number(.nan), "n": .number(0.1), "big": .unsigned(.max),
      "none": .array([]), "list": .array([.integer(-1), .bool(true), .null]),
      "empty": .object([] as [JSONValue.Member]),
    ])
    #expect(
      value.line
        == #"{"z": "a\"b\\c\n\u0001é診", "a": null, "n": 0.1, "big": 18446744073709551615, "none": [], "#
        + #""list": [-1, true, null], "empty": {}}"#)
    _ = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
  }

  @Test func `JSON numbers read back to the same bits`() throws {
    for value in [0.1, 1e-7, 1e16, 5e-324, -0.0, .greatestFiniteMagnitude, 1 / 3.0, 1_002] {
      let read = try JSONDecoder().decode([Double].self, from: Data("[\(JSONValue.number(value).line)]".utf8))
      #expect(read[0].bitPattern == value.bitPattern, "\(value)")
    }
  }

  @Test func `CSV quotes what would break a row and leaves gaps where nothing is known`() {
    struct Sample: Report {
      var page: Page { Page() }
      var json: [JSONValue.Member] { [] }
      var records: Records {
        Records(
          header: ["name", "asa_s"],
          rows: [[.text("a,\"b\"\r\nc"), .number(.nan)], [.missing, .number(2.5)], [.text("plain"), .number(3)]])
      }
    }
    let text = Samples.text(Sample(), as: CSVFormat())
    #expect(text == "name,asa_s\r\n\"a,\"\"b\"\"\r\nc\",\r\n,2.5\r\nplain,3\r\n")
  }

  @Test func `inputs that differ are named by their keys`() {
    let first = "name: a\nteams:\n  main:\n    count: 19\n    cost: 3\nlist:\n  - x\n  - y\n"
    let second = "name: a\nteams:\n  main:\n    count: 18\nlist:\n  - x\n  - z\nextra: 1\n"
    #expect(
      InputDifferences.between(first, second) == [
        "teams.main.count 19 -> 18", "teams.main.cost only in the first", "list.2 y -> z", "extra only in the second",
      ])
    #expect(InputDifferences.between(first, first).isEmpty)
  }
}
