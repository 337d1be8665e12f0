import Foundation
import Testing

/// The transcripts of the README, executed. `BUSYHOUR_RECORD=1` writes what was printed into the page.
struct ReadmeTests {
  static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("README.md")
  static let records = ProcessInfo.processInfo.environment["BUSYHOUR_RECORD"] == "1"

  @Test func `every command of the README prints what the README shows`() throws {
    let text = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    let program = try Program()
    let scenario = try #require(text.components(separatedBy: "```yaml\n").last?.components(separatedBy: "```").first)
    try program.write(scenario, to: "smallest.yaml")

    let printed = try transcripts(in: text) { command in
      let arguments = words(of: command)
      #expect(arguments.first == "busyhour", "\(command)")
      let outcome = try program.run(Array(arguments.dropFirst()))
      #expect(outcome.status == 0, "\(command): \(outcome.messages)")
      return outcome.output
    }
    if Self.records {
      try printed.write(to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(printed == text)
    }
  }

  /// The page with the output below each `$ command` of its console blocks replaced by what `run` gives.
  private func transcripts(in text: String, run: (String) throws -> String) throws -> String {
    var lines: [String] = []
    var isConsole = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
        lines.append(line)
      } else if !isConsole {
        lines.append(line)
      } else if line.hasPrefix("$ ") {
        lines.append(line)
        let output = try run(String(line.dropFirst(2)))
        if !output.isEmpty { lines += output.dropLast().components(separatedBy: "\n") }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Words of a command line; double quotes keep spaces together.
  private func words(of command: String) -> [String] {
    command.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }
}
