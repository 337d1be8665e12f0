/// One key of scenario files: the entry that the reader, the JSON Schema and the key list share.
struct ScenarioKey: Hashable {
  /// The forms in which a value may be written.
  enum Shape: Hashable {
    case scalar(ScalarKind)
    case list(ScalarKind)
    /// A map with the keys that the catalogue lists below this one; `*` stands for any name.
    case section
    /// A map of clock ranges to values.
    case clockMap(ScalarKind)
    /// A map of names to values.
    case nameMap(ScalarKind)
    /// A map of weekdays to values.
    case dayMap(ScalarKind)
    /// A map of dates, or stretches of dates, to values.
    case dateMap(ScalarKind)
    /// A list of maps, each with the keys that the catalogue lists below `*`. Its entries are named 1, 2, 3, ...
    case sections
    /// A map of key paths to the values that a sweep gives them.
    case axisMap
    /// One entry of ``sections`` without the list around it.
    case entry
  }

  /// Canonical path, `queues.*.handle`.
  var path: String
  /// Short spellings that mean the same, `calls` for `demand.volume`.
  var aliases: [String] = []
  /// The field that a single value stands for: `redial: 30%` is `redial: {chance: 30%}`.
  var bareField: String?
  var shapes: [Shape]
  /// One line for the key list and for editors.
  var summary: String
  var example: String
  /// What is taken when the key is absent, as the file would write it; nil when nothing is.
  var standard: Standard?
  var isRequired = false

  /// A default and its source.
  struct Standard: Hashable {
    var text: String
    var reason: String
  }

  /// The last part of the path.
  var name: String { lastPoint.map { String(path[path.utf8.index(after: $0)...]) } ?? path }
  var parent: String { lastPoint.map { String(path[..<$0]) } ?? "" }
  private var lastPoint: String.Index? { path.utf8.lastIndex(of: UInt8(ascii: ".")) }
}
