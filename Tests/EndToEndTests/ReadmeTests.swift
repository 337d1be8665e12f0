import Foundation
import Testing

/// The transcripts of the README and of the pages, executed. `BUSYHOUR_RECORD=1` writes what was printed into the page.
struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let records = ProcessInfo.processInfo.environment["BUSYHOUR_RECORD"] == "1"

  /// The experiments' page takes a minute and a half in a debug build.
  static let pages = ["README.md", "docs/exports.md"] + (CrashTests.slow || records ? ["docs/experiments.md"] : [])

  @Test(arguments: pages)
  func `every command of a page prints what the page shows`(name: String) throws {
    let page = Self.root.appendingPathComponent(name)
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    let program = try Program()
    for file in try FileManager.default.contentsOfDirectory(
      at: Self.root.appendingPathComponent("scenarios"), includingPropertiesForKeys: nil)
    where file.pathExtension == "yaml" {
      try program.write(String(contentsOf: file, encoding: .utf8), to: file.lastPathComponent)
    }
    // The file that a page shows is the file that its commands read.
    if name == "README.md" {
      let scenario = try #require(text.components(separatedBy: "```yaml\n").last?.components(separatedBy: "```").first)
      try program.write(scenario, to: "smallest.yaml")
    }

    for block in text.components(separatedBy: "\n```csv ").dropFirst() {
      let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      try program.write(lines.dropFirst().joined(separator: "\n") + "\n", to: lines[0])
    }

    let printed = try transcripts(in: text) { command in
      let arguments = words(of: command)
      #expect(arguments.first == "busyhour", "\(command)")
      let outcome = try program.run(Array(arguments.dropFirst()))
      #expect([0, 3].contains(outcome.status), "\(command): \(outcome.messages)")
      // CSV ends its lines with CR LF (RFC 4180); pages have the lines of their files.
      return outcome.output.replacingOccurrences(of: "\r\n", with: "\n")
    }
    if Self.records {
      try printed.write(to: page, atomically: true, encoding: .utf8)
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
