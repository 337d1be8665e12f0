import Foundation
import Testing

@testable import ScenarioFiles

/// Every key of the catalogue is a line of a shipped scenario, so that nobody has to guess how it is used. What is said of one
/// queue or team means the same as at the top, and the fields of a distribution the same whatever lasts so long: one line
/// shows them all.
@Suite struct `Keys of shipped scenarios` {
  /// What no shipped scenario states, and why.
  static let exceptions: [String: String] = {
    let files = [
      "demand.volume.file", "demand.volume.days", "demand.profile.file", "demand.profiles.*.file",
      "queues.*.profile.file", "handle.file", "handle.column",
    ]
    return [
      "shifts.*.count": "stands where a scenario has no teams; teams.*.shifts says it in all others",
      "patience.zero": "says what a balk without a condition says, and is read as that",
    ]
    .merging(files.map { ($0, "names a file of the reader's own data") }) { $1 }
  }()

  /// The key that stands for all that mean the same.
  private static func feature(_ path: String) -> String {
    let catalogue = ScenarioKeyCatalogue.standard
    var parts = path.split(separator: ".").map(String.init)
    if let field = parts.last, parts.count > 1,
      catalogue.key(at: (parts.dropLast() + ["p50"]).joined(separator: ".")) != nil
    {
      // Balking at once is of patience alone.
      return field == "zero" ? "patience.zero" : "handle.\(field)"
    }
    if parts.count > 2, ["queues", "teams"].contains(parts[0]) {
      let general = parts.dropFirst(2).joined(separator: ".")
      if catalogue.key(at: general) != nil { parts.removeFirst(2) }
    }
    return parts.joined(separator: ".")
  }

  /// Catalogue paths of all keys that the shipped files state.
  private static func stated() throws -> Set<String> {
    let folder = Fixtures.repository.appending(path: "scenarios")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    return try files.reduce(into: []) { keys, file in
      let document = try ScenarioReader().read(file: folder.appending(path: file).path)
      for layer in document.layers { keys.formUnion(CataloguePaths.keys(of: layer.tree)) }
    }
  }

  @Test func `are all keys, but a few that are listed`() throws {
    let stated = Set(try Self.stated().map(Self.feature))
    let all = Set(ScenarioKeyCatalogue.standard.keys.map { Self.feature($0.path) })
    #expect(all.subtracting(stated).sorted() == Self.exceptions.keys.sorted())
  }
}
