/// Moves short spellings to their canonical place: `calls: 1000/day` becomes `demand: {volume: 1000/day}`.
struct ShortForms {
  let catalogue: ScenarioKeyCatalogue
  private(set) var problems: [(place: Place, problem: ValueProblem)] = []

  init(catalogue: ScenarioKeyCatalogue) { self.catalogue = catalogue }

  mutating func expand(_ root: SourceNode) -> SourceNode {
    guard root.members != nil else { return root }
    var root = root
    for key in catalogue.keys {
      for alias in key.aliases { move(alias, to: key.path, in: &root) }
    }
    return root
  }

  private mutating func move(_ alias: String, to path: String, in root: inout SourceNode) {
    let from = alias.split(separator: ".").map(String.init)
    let to = path.split(separator: ".").map(String.init)
    guard let member = NodePath.member(from, in: root) else { return }
    // A parent of the wrong shape is reported by the structure check; the short form then stays where it is.
    if let parent = root[to[0]], parent.members == nil { return }
    NodePath.remove(from, in: &root)
    if let other = NodePath.member(to, in: root) {
      let earlier = other.place.line > 0 ? " (line \(other.place.line))" : ""
      problems.append(
        (
          member.place,
          ValueProblem(
            "'\(alias)' and '\(other.writtenAs ?? path)'\(earlier) say the same thing", help: "keep one of them")
        ))
    } else {
      NodePath.set(to, to: member.value, keyPlace: member.place, writtenAs: alias, in: &root)
    }
  }

  /// The canonical form of a path, `calls.file` -> `demand.volume.file`.
  static func canonical(_ path: [String], _ catalogue: ScenarioKeyCatalogue) -> [String] {
    for length in stride(from: path.count, to: 0, by: -1) {
      let head = path[..<length].joined(separator: ".")
      if let canonical = catalogue.canonicalPath(ofAlias: head) {
        return canonical.split(separator: ".").map(String.init) + path[length...]
      }
    }
    return path
  }
}
