import Foundation
import StoreTesting
import Testing

/// The built binary, run in a folder of its own, which is removed when the last copy goes.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  private final class Folder: Sendable {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("busyhour-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private let owned: Folder
  var folder: URL { owned.url }

  init() throws { owned = try Folder() }

  /// Beside the test bundle, wherever the build put both.
  static var binary: URL {
    var folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(fileURLWithPath: ".")
    while folder.path.count > 1, folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("busyhour")
  }

  func write(_ text: String, to name: String = "a.yaml") throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Both streams go to files: a pipe that nobody reads would stop the program.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = process(arguments, environment: environment)
    let names = ["output", "messages"].map { folder.appendingPathComponent("\($0)-\(UUID().uuidString)") }
    for name in names { _ = FileManager.default.createFile(atPath: name.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], messages: texts[1])
  }

  /// The file of a store, for what another program could do to it.
  func database(_ name: String = "results/busyhour.db", readOnly: Bool = false) throws -> RawDatabase {
    try RawDatabase(folder.path + "/" + name, readOnly: readOnly)
  }

  /// The output as a JSON object.
  func json(_ arguments: String...) throws -> [String: Any] { try json(arguments) }

  func json(_ arguments: [String]) throws -> [String: Any] {
    let process = process(arguments + ["--json", "--quiet"])
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

extension Program {
  /// Ten short days; `agents` decides whether the target is met.
  static func scenario(agents: Int = 19, target: String = "target: 90% in 20s") -> String {
    """
    busyhour: 1
    name: Front desk
    open: Mon-Fri 08:00-10:00
    calls: 200/day
    handle: 5m
    agents: \(agents)
    shrinkage: 30%
    \(target)
    run: {replications: 10, seed: 1}

    """
  }

  /// A whole output that was looked at once, and is compared from then on; `BUSYHOUR_RECORD=1` writes what was said now.
  static func expected(_ name: String, recording text: String) throws -> String {
    if ProcessInfo.processInfo.environment["BUSYHOUR_RECORD"] == "1" {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Expected/\(name)")
      try Data(text.utf8).write(to: file)
      return text
    }
    let folder = Bundle.module.bundleURL.appendingPathComponent("Expected")
    return String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }
}

extension [String: Any] {
  /// A member by its path, `provenance.digest`.
  func value(_ path: String) -> Any? {
    path.split(separator: ".").reduce(self as Any?) { ($0 as? [String: Any])?[String($1)] }
  }
}
