import ContactCenter
import Foundation
import ScenarioFiles
import Testing

@Suite struct `Damaged files` {
  /// Any text is a scenario or a list of problems with places inside the text; none traps or hangs.
  @Test func `are read or refused, never worse`() throws {
    let folder = Fixtures.folder.appending(path: "GoodScenarios").path
    let good = try Fixtures.names(in: "GoodScenarios").map { try Fixtures.text("GoodScenarios/\($0).yaml") }
    let bad = try Fixtures.names(in: "BadScenarios").filter { !$0.hasPrefix("yaml-billion") }.map {
      try Fixtures.text("BadScenarios/\($0).yaml")
    }
    var random = SmallGenerator(state: 20_261_122)
    var read = 0
    for round in 0..<2_000 {
      let texts = round % 4 == 0 ? bad : good
      let text = Mutation.of(texts[random.next(below: texts.count)], &random)
      do throws(ScenarioProblems) {
        let document = try ScenarioReader().read(text: text, name: "damaged.yaml", directory: folder)
        read += 1
        if round % 10 == 0 {
          let again = try ScenarioReader().read(text: document.expandedText, name: "long.yaml", directory: folder)
          #expect(again.fingerprint == document.fingerprint, "round \(round):\n\(text)")
        }
      } catch {
        #expect(!error.errors.isEmpty, "round \(round)")
        #expect(!DiagnosticPrinter().text(error.diagnostics).isEmpty)
      }
    }
    #expect(read > 100)
  }

  /// Large and hostile files, by what is large in them.
  static let hostile: [(name: String, tail: String)] = [
    ("unknown keys", (0..<3_000).map { "k\($0): 1\n" }.joined()),
    ("rules", "open: [" + String(repeating: "daily 08:00-09:00, ", count: 1_000) + "]\n"),
    ("dates", "closed: [" + String(repeating: "2026-01-01, ", count: 4_000) + "]\nperiod: 7d from 2026-11-23\n"),
    ("numbers", "profile: [" + String(repeating: "1, ", count: 4_000) + "]\n"),
    ("queues", "queues:\n" + (0..<3_000).map { "  q\($0): {}\n" }.joined()),
    ("lines before a second key", (0..<60_000).map { "# \($0)\n" }.joined() + "handle: 6m\n"),
    ("brackets", "handle: " + String(repeating: "[", count: 200_000)),
    ("name", "name: " + String(repeating: "x", count: 900_000) + "\n"),
    ("question marks", String(repeating: "? ", count: 200_000)), ("dashes", String(repeating: "- ", count: 200_000)),
    ("anchors", String(repeating: "&a ", count: 100_000)), ("quotes", String(repeating: "'", count: 500_001)),
  ]

  @Test func `of great size are refused in time and with few words`() {
    for (name, tail) in Self.hostile {
      let text = "busyhour: 1\ncalls: 1000/day\nhandle: 5m\nagents: 19\n" + tail
      let before = Self.processorSeconds
      let problems = #expect(throws: ScenarioProblems.self, "\(name)") {
        try ScenarioReader().read(text: text, name: "big.yaml")
      }
      // Ten times and more of what any takes: it is there for work that grows with the square of the size.
      #expect(Self.processorSeconds - before < 20, "\(name)")
      #expect((1...310).contains(problems?.diagnostics.count ?? 0), "\(name)")
    }
  }

  /// Of this thread, so that other tests are not counted.
  private static var processorSeconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec
  }

  static func file(_ bytes: [UInt8]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "busyhour-\(UUID().uuidString).yaml")
    try Data(bytes).write(to: url)
    return url.path
  }

  static func message(_ bytes: [UInt8]) throws -> String {
    let path = try file(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let problems = #expect(throws: ScenarioProblems.self) { try ScenarioReader().read(file: path) }
    let text = problems.map { DiagnosticPrinter().text($0.errors) } ?? ""
    return text.replacing(path, with: "FILE")
  }

  @Test func `in UTF-16 are refused`() throws {
    #expect(
      try Self.message([0xFF, 0xFE, 0x62, 0x00]) == """
        error: the file is not UTF-8 text: it looks like UTF-16 or a binary file
          --> FILE
        help: save the file as UTF-8 and try again

        """)
  }

  @Test func `in Latin-1 are refused with the line`() throws {
    #expect(
      try Self.message(Array("busyhour: 1\nname: Caf".utf8) + [0xE9, 0x0A]) == """
        error: the file is not UTF-8 text: it looks like Latin-1 or Windows-1252
          --> FILE:2
        help: save the file as UTF-8 and try again

        """)
  }

  @Test func `with control characters are refused`() throws {
    #expect(
      try Self.message(Array("busyhour: 1\nname: a\u{7}b\n".utf8)) == """
        error: the file has a control character that text files do not have
          --> FILE:2

        """)
  }

  @Test func `above one mebibyte are refused`() throws {
    #expect(
      try Self.message([UInt8](repeating: 0x23, count: (1 << 20) + 1)) == """
        error: the file is larger than 1 MiB
          --> FILE

        """)
  }

  @Test func `that do not exist are refused`() throws {
    let problems = #expect(throws: ScenarioProblems.self) { try ScenarioReader().read(file: "nowhere.yaml") }
    #expect(problems?.description == "error: there is no such file\n  --> nowhere.yaml\n")
  }

  @Test func `with a byte order mark are read`() throws {
    let path = try Self.file([0xEF, 0xBB, 0xBF] + Array(`The eight-line file`.text.utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try ScenarioReader().read(file: path).scenario.name == "Front desk")
  }

  @Test func `with Windows line ends are read`() throws {
    let text = `The eight-line file`.text.replacing("\n", with: "\r\n")
    #expect(try ScenarioReader().read(text: text, name: "a.yaml").scenario.demand.contactsPerDay == 1_000)
  }
}
