/// Every key of scenario files, in the order of the key list.
struct ScenarioKeyCatalogue {
  static let standard = ScenarioKeyCatalogue(
    keys: [
      headKeys, demandKeys, demandDetailKeys, eventKeys, callKeys, ruleKeys(""), lineKeys, faultKeys, peopleKeys,
      shrinkageKeys, conductKeys(of: ""), onboardingKeys, activityKeys, targetKeys, queueKeys, teamKeys, shiftKeys,
      costKeys, runKeys,
    ].flatMap { $0 })

  let keys: [ScenarioKey]
  /// Positions in ``keys``.
  private let keysByPath: [String: Int]
  private let keysByParent: [String: [ScenarioKey]]

  init(keys: [ScenarioKey]) {
    self.keys = keys
    keysByPath = Dictionary(uniqueKeysWithValues: keys.indices.map { (keys[$0].path, $0) })
    keysByParent = Dictionary(grouping: keys, by: \.parent)
  }

  /// The key at a catalogue path (with `*` for names).
  func key(at path: String) -> ScenarioKey? { keysByPath[path].map { keys[$0] } }

  /// The keys directly below a catalogue path; the empty path is the file itself.
  func children(of path: String) -> [ScenarioKey] { keysByParent[path] ?? [] }

  /// Words that may stand at the top of a file: its keys and their short spellings.
  var topLevelNames: [String] {
    children(of: "").map(\.name) + keys.flatMap { $0.aliases.filter { !$0.contains(".") } }
  }

  /// The canonical path of a short spelling.
  func canonicalPath(ofAlias alias: String) -> String? {
    keys.first { $0.aliases.contains(alias) }?.path
  }

  /// The catalogue path of a path in a file: names become `*` where the catalogue says so.
  func cataloguePath(of path: some Sequence<String>) -> String? {
    var current = ""
    for name in path {
      let prefix = current.isEmpty ? "" : current + "."
      if keysByPath[prefix + name] != nil {
        current = prefix + name
      } else if keysByPath[prefix + "*"] != nil {
        current = prefix + "*"
      } else {
        return nil
      }
    }
    return current
  }
}
