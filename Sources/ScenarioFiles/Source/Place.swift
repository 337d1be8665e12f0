/// Where a value was written.
struct Place: Hashable {
  enum Origin: Hashable {
    case scenarioFile
    /// `--set KEY=VALUE`, with the key as it was given.
    case override(String)
    /// Written nowhere: a default.
    case nowhere
  }

  var origin: Origin
  /// 1-based; 0 outside the scenario file.
  var line: Int
  /// 1-based, in Unicode scalars; 0 outside the scenario file.
  var column: Int
  /// Length of a plain scalar; 0 where the source line has to be looked at.
  var length: Int

  static let nowhere = Place(origin: .nowhere, line: 0, column: 0, length: 0)
  /// The file as a whole: a key that is missing stands nowhere.
  static let wholeFile = Place(origin: .scenarioFile, line: 0, column: 0, length: 0)
  static func override(_ key: String) -> Place { Place(origin: .override(key), line: 0, column: 0, length: 0) }
}
