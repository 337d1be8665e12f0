import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A table of `../shared/reference`: computed with 50 digits, kept outside the repository.
///
/// The folder is `<package root>/../shared/reference`, or `$BUSYHOUR_SHARED/reference`. Tests are skipped where it is
/// absent.
struct ReferenceTable {
  struct Row: CustomStringConvertible {
    let line: Int
    let fields: [String: String]
    let description: String

    subscript(text name: String) -> String { fields[name] ?? "" }
    subscript(name: String) -> Double { Double(fields[name] ?? "") ?? .nan }
    subscript(whole name: String) -> Int { Int(self[name]) }
  }

  let rows: [Row]

  init(_ name: String) throws {
    let text = try #require(Self.read(Self.path(name)), "cannot read \(name)")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { Self.cells(String($0)) }
    let header = lines.removeFirst()
    rows = lines.enumerated().map { place, cells in
      Row(
        line: place + 2, fields: Dictionary(uniqueKeysWithValues: zip(header, cells)),
        description: "\(name):\(place + 2): \(zip(header, cells).map { "\($0)=\($1)" }.joined(separator: " "))")
    }
    try #require(rows.count > 10, "\(name) is too short to be the table")
  }

  static let absence: Comment =
    "no ../shared/reference (set BUSYHOUR_SHARED): the table is not here, the test is skipped"

  static func exists(_ name: String) -> Bool { access(path(name), R_OK) == 0 }

  private static func path(_ name: String) -> String {
    if let shared = getenv("BUSYHOUR_SHARED") { return String(cString: shared) + "/reference/" + name }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/" + root + "/../shared/reference/" + name
  }

  /// Splits a line at commas outside quotes.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// |value - expected| / |expected|; values below 1e-290 may be anything below 1e-290.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if abs(expected) < 1e-290 { return abs(value) < 1e-290 ? 0 : .infinity }
  return abs(value - expected) / abs(expected)
}
