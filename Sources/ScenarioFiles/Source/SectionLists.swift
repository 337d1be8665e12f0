/// Names the entries of lists of maps 1, 2, 3, ..., so that they have paths: `events.2.volume`.
enum SectionLists {
  static func named(_ root: SourceNode, _ catalogue: ScenarioKeyCatalogue) -> SourceNode {
    var root = root
    for key in catalogue.keys where key.shapes.contains(.sections) {
      let path = key.path.split(separator: ".").map(String.init)
      guard let member = NodePath.member(path, in: root), let items = member.value.items, !items.isEmpty else {
        continue
      }
      let members = items.enumerated().map { index, item in
        SourceNode.Member(name: "\(index + 1)", place: item.place, value: item)
      }
      NodePath.set(path, to: .map(members, at: member.value.place), keyPlace: member.place, in: &root)
    }
    return root
  }
}
