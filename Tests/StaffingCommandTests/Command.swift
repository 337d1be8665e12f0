import Foundation
import Testing

/// The built binary fed through its standard input.
struct Command {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
    var rows: [[String: String]] { ReferenceRows.objects(output) }
  }

  /// Beside the test bundle, wherever the build put both.
  static var binary: URL {
    var folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(fileURLWithPath: ".")
    while folder.path.count > 1, folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("busyhour")
  }

  static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"]
    return process
  }

  /// Everything goes through files: a pipe that nobody reads would stop the program.
  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("busyhour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["input", "output", "messages"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { FileManager.default.createFile(atPath: file.path, contents: nil) }
    let process = process(arguments)
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], messages: texts[1])
  }

  /// Rows of a table computed; every row must be good.
  static func table(_ arguments: [String], _ columns: [String], _ rows: [[String?]]) throws -> [[String: String]] {
    let lines = [columns.joined(separator: ",")] + rows.map { $0.map { $0 ?? "" }.joined(separator: ",") }
    let outcome = try run(arguments + ["--input", "-"], input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.status == 0, "\(outcome.messages)")
    try #require(outcome.rows.count == rows.count)
    return outcome.rows
  }
}
