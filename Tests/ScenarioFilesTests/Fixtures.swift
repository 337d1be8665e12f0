import Foundation
import ScenarioFiles

/// Files beside the tests.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let repository = folder.deletingLastPathComponent().deletingLastPathComponent()
  /// `BUSYHOUR_RECORD=1 swift test` writes the expected texts anew; look at the difference before it is committed.
  static let isRecording = ProcessInfo.processInfo.environment["BUSYHOUR_RECORD"] == "1"

  static func names(in folder: String) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: folder).path)
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func write(_ text: String, to path: String) throws {
    try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
  }

  /// Reads a fixture; comments `# --set KEY=VALUE` at its head are overrides.
  static func read(_ name: String, in folder: String) throws -> ScenarioDocument {
    let text = try text("\(folder)/\(name).yaml")
    let overrides = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
      .filter { $0.hasPrefix("# --set ") }.map { String($0.dropFirst(8)) }
    return try ScenarioReader().read(
      text: text, name: "\(name).yaml", directory: self.folder.appending(path: folder).path, overrides: overrides)
  }
}
