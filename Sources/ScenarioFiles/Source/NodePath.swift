/// Finds, puts and removes values by path.
enum NodePath {
  static func member(_ path: [String], in root: SourceNode) -> SourceNode.Member? {
    var node = root
    for name in path.dropLast() {
      guard let next = node[name] else { return nil }
      node = next
    }
    return node.members?.first { $0.name == path.last }
  }

  static func node(_ path: [String], in root: SourceNode) -> SourceNode? { member(path, in: root)?.value }

  /// Puts a value, making maps on the way. A value that is no map is replaced by one.
  static func set(
    _ path: [String], to value: SourceNode, keyPlace: Place, writtenAs: String? = nil, in root: inout SourceNode
  ) {
    guard let name = path.first else {
      root = value
      return
    }
    var members = root.members ?? []
    let rest = Array(path.dropFirst())
    if let index = members.firstIndex(where: { $0.name == name }) {
      set(rest, to: value, keyPlace: keyPlace, writtenAs: writtenAs, in: &members[index].value)
    } else {
      var child = SourceNode.map([], at: keyPlace)
      set(rest, to: value, keyPlace: keyPlace, writtenAs: writtenAs, in: &child)
      members.append(
        SourceNode.Member(name: name, place: keyPlace, value: child, writtenAs: rest.isEmpty ? writtenAs : nil))
    }
    root.content = .map(members)
  }

  static func remove(_ path: [String], in root: inout SourceNode) {
    guard let name = path.first, var members = root.members,
      let index = members.firstIndex(where: { $0.name == name })
    else { return }
    if path.count == 1 {
      members.remove(at: index)
    } else {
      remove(Array(path.dropFirst()), in: &members[index].value)
    }
    root.content = .map(members)
  }
}
