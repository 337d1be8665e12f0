/// Lays the values of a file over those of the file that it extends.
///
/// Maps are merged key by key, and what is new stands behind what there was; lists, and values of another form, replace; a
/// key without a value removes; a change (`+25%`, `x3`, `-1`) is of the extended file's value.
struct Overlay {
  let catalogue: ScenarioKeyCatalogue
  private(set) var problems: [(place: Place, problem: ValueProblem)] = []
  /// What changes came to: `demand.volume +25%: 1000/day -> 1250/day`.
  private(set) var notes: [(place: Place, message: String)] = []

  init(catalogue: ScenarioKeyCatalogue) { self.catalogue = catalogue }

  /// - Parameters:
  ///   - upper: with canonical paths.
  ///   - lower: canonical throughout.
  mutating func laid(_ upper: SourceNode, over lower: SourceNode) -> SourceNode {
    var result = lower
    result.place = upper.place
    for member in upper.members ?? [] { lay(member, at: [member.name], into: &result) }
    return result
  }

  /// - Parameter path: of the member in the file; `parent` is the map that it belongs to.
  private mutating func lay(_ member: SourceNode.Member, at path: [String], into parent: inout SourceNode) {
    let name = path[path.count - 1]
    let old = parent[name]
    if member.value.isEmpty {
      if old == nil { return refuseRemoval(of: member, path) }
      return NodePath.remove([name], in: &parent)
    }
    let key = catalogue.cataloguePath(of: path).flatMap(catalogue.key)
    switch member.value.content {
    case .map(let members) where !replaces(members, key):
      var map = old?.members == nil ? SourceNode.map([], at: member.value.place) : old!
      map.place = member.value.place
      for child in members { lay(child, at: path + [child.name], into: &map) }
      put(map, member, into: &parent)
    case .scalar(let text, _):
      if let field = key?.bareField, var map = old, map.members != nil {
        lay(
          .init(name: field, place: member.place, value: member.value, writtenAs: member.writtenAs),
          at: path + [field], into: &map)
        return put(map, member, into: &parent)
      }
      put(changed(member, text, old, path) ?? member.value, member, into: &parent)
    default: put(member.value, member, into: &parent)
    }
  }

  /// Whether a map is one entry of a list, without the list around it.
  private func replaces(_ members: [SourceNode.Member], _ key: ScenarioKey?) -> Bool {
    guard let key, key.shapes.contains(.entry) else { return false }
    return members.contains { $0.value.members == nil || catalogue.key(at: "\(key.path).*.\($0.name)") != nil }
  }

  private func put(_ value: SourceNode, _ member: SourceNode.Member, into parent: inout SourceNode) {
    var members = parent.members ?? []
    let new = SourceNode.Member(name: member.name, place: member.place, value: value, writtenAs: member.writtenAs)
    if let index = members.firstIndex(where: { $0.name == member.name }) {
      members[index] = new
    } else {
      members.append(new)
    }
    parent.content = .map(members)
  }

  private mutating func refuseRemoval(of member: SourceNode.Member, _ path: [String]) {
    let shown = member.writtenAs ?? path.joined(separator: ".")
    problems.append(
      (
        member.place,
        ValueProblem(
          "\(shown) has no value, and the extended file has none to remove", help: "write a value, or remove the line")
      ))
  }

  /// The value that a change comes to; nil for a plain value, and after a remark.
  private mutating func changed(
    _ member: SourceNode.Member, _ text: String, _ old: SourceNode?, _ path: [String]
  ) -> SourceNode? {
    guard let kinds = catalogue.kinds(at: path), kinds != .text,
      let change = RelativeChange(Override(path: path, text: text), catalogue)
    else { return nil }
    let shown = member.writtenAs ?? path.joined(separator: ".")
    do throws(ValueProblem) {
      let current = if let old { old } else { try standard(kinds) }
      let place = member.value.place
      let result: SourceNode
      switch kinds {
      case .key(let key): result = try change.applied(to: current, key: key, place: place)
      case .entry(let kind): result = try change.applied(to: current, kind: kind, place: place)
      case .text: return nil
      }
      notes.append((place, "\(shown) \(text): \(Reading.inWords(current)) -> \(Reading.inWords(result))"))
      return result
    } catch {
      problems.append((member.value.place, ValueProblem("\(shown): \(error.message)", help: error.help)))
      // Whatever else is wrong with it was said.
      return old
    }
  }

  private func standard(_ kinds: ChangeableKinds) throws(ValueProblem) -> SourceNode {
    guard case .key(let key) = kinds, let text = key.standard?.text, !text.isEmpty else {
      throw ValueProblem("the extended file has no value to change", help: "write the value itself")
    }
    return .text(text)
  }
}
