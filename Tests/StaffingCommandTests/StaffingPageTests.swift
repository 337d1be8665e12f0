import Foundation
import Testing

/// The transcripts of docs/staffing.md, executed. `BUSYHOUR_RECORD=1` writes what was printed into the page.
struct StaffingPageTests {
  static let page = ReferenceRows.root.appendingPathComponent("docs/staffing.md")
  static let records = ProcessInfo.processInfo.environment["BUSYHOUR_RECORD"] == "1"

  @Test func `every command of the page prints what the page shows`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("busyhour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("scenarios"),
      withDestinationURL: ReferenceRows.root.appendingPathComponent("scenarios"))
    let printed = try replay(text, in: folder)
    #expect(printed.commands > 5)
    if Self.records {
      try printed.text.write(to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(printed.text == text)
    }
  }

  /// Blocks that begin with "```csv NAME" become files; below each `$ command` of a console block stands its output.
  private func replay(_ text: String, in folder: URL) throws -> (text: String, commands: Int) {
    var lines: [String] = []
    var commands = 0
    var block = ""
    var file: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if block.hasPrefix("csv ") {
          let name = String(block.dropFirst(4))
          try file.joined(separator: "\n").write(
            to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        (block, file) = (block.isEmpty ? String(line.dropFirst(3)) : "", [])
        lines.append(line)
      } else if block != "console" {
        file.append(line)
        lines.append(line)
      } else if line.hasPrefix("$ ") {
        commands += 1
        lines.append(line)
        lines += try output(of: String(line.dropFirst(2)), in: folder)
      }
    }
    return (lines.joined(separator: "\n"), commands)
  }

  private func output(of command: String, in folder: URL) throws -> [String] {
    let words = command.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
    #expect(words.first == "busyhour", "\(command)")
    let process = Command.process(Array(words.dropFirst()))
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
    var lines = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
      .components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
