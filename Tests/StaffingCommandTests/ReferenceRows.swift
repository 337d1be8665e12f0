import Foundation
import Testing

/// A table of `../shared/reference` (or `$BUSYHOUR_SHARED/reference`), computed with 50 digits and kept outside the
/// repository: tests over it are skipped where it is absent.
struct ReferenceRows {
  let rows: [[String: String]]

  init(_ name: String) throws {
    rows = Self.objects(
      try String(contentsOf: Self.folder.appendingPathComponent("\(name)_public.csv"), encoding: .utf8))
    try #require(rows.count > 10, "\(name) is too short to be the table")
  }

  static let absence: Comment =
    "no ../shared/reference (set BUSYHOUR_SHARED): the tables are not here, the test is skipped"
  static var arePresent: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("erlang_c_public.csv").path)
  }

  /// Rows of CSV text without quoted commas, by the names of its columns.
  static func objects(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      Dictionary(zip(header, cells)) { $1 }
    }
  }

  private static var folder: URL {
    if let shared = ProcessInfo.processInfo.environment["BUSYHOUR_SHARED"] {
      return URL(fileURLWithPath: shared).appendingPathComponent("reference")
    }
    return root.deletingLastPathComponent().appendingPathComponent("shared/reference")
  }

  /// The root of the package.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}

extension [String: String] {
  subscript(number name: String) -> Double { self[name].flatMap(Double.init) ?? .nan }
}

/// |value - expected| / |expected|; values below 1e-290 may be anything below 1e-290.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if abs(expected) < 1e-290 { return abs(value) < 1e-290 ? 0 : .infinity }
  return value.isNaN ? .infinity : abs(value - expected) / abs(expected)
}
