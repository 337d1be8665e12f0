/// Makes short spellings of values canonical, so that everything has one path: entries of lists of maps are named
/// 1, 2, 3, ... (`events.2.volume`), one entry without a list is a list of it, and a bare value stands in its field
/// (`redial: 30%` is `redial.chance`).
enum SectionLists {
  static func named(_ root: SourceNode, _ catalogue: ScenarioKeyCatalogue) -> SourceNode {
    named(root, below: "", shown: "", catalogue)
  }

  private static func named(
    _ node: SourceNode, below path: String, shown: String, _ catalogue: ScenarioKeyCatalogue
  ) -> SourceNode {
    guard let members = node.members, !catalogue.children(of: path).isEmpty else { return node }
    let prefix = path.isEmpty ? "" : path + "."
    var node = node
    node.content = .map(
      members.map { member in
        guard let key = catalogue.key(at: prefix + member.name) ?? catalogue.key(at: prefix + "*") else {
          return member
        }
        var member = member
        let name = member.writtenAs ?? (shown.isEmpty ? member.name : "\(shown).\(member.name)")
        member.value = named(
          canonical(member.value, key, shown: name, catalogue), below: key.path, shown: name, catalogue)
        return member
      })
    return node
  }

  private static func canonical(
    _ value: SourceNode, _ key: ScenarioKey, shown: String, _ catalogue: ScenarioKeyCatalogue
  ) -> SourceNode {
    switch value.content {
    case .list(let items) where key.shapes.contains(.sections) && !items.isEmpty:
      return .map(
        items.enumerated().map { .init(name: "\($0 + 1)", place: $1.place, value: $1) }, at: value.place)
    case .map(let members) where key.shapes.contains(.entry) && isEntry(members, of: key, catalogue):
      return .map([.init(name: "1", place: value.place, value: value, writtenAs: shown)], at: value.place)
    case .scalar where key.bareField != nil && !value.isEmpty:
      return .map(
        [.init(name: key.bareField ?? "", place: value.place, value: value, writtenAs: shown)], at: value.place)
    default: return value
    }
  }

  /// Whether a map is an entry and not a map of entries.
  private static func isEntry(
    _ members: [SourceNode.Member], of key: ScenarioKey, _ catalogue: ScenarioKeyCatalogue
  ) -> Bool {
    members.contains { $0.value.members == nil || catalogue.key(at: "\(key.path).*.\($0.name)") != nil }
  }
}
