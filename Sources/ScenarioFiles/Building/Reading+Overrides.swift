internal import ContactCenter

extension Reading {
  /// Applies one `--set` argument to the canonical tree.
  func apply(_ argument: String) {
    do throws(ValueProblem) {
      let override = try Override(argument)
      do throws(ValueProblem) {
        try applyToEach(override)
      } catch {
        self.error(at: override.place, "\(override.key): \(error.message)", help: error.help)
      }
    } catch {
      self.error(at: .override(argument), error.message, help: error.help)
    }
  }

  /// `queues.*.handle=-1m30s` is for every queue (`main` is the one of a file without `queues`); a change only where there
  /// is a value to change.
  private func applyToEach(_ override: Override) throws(ValueProblem) {
    guard let star = override.path.firstIndex(of: "*") else { return try apply(override) }
    let head = Array(override.path[..<star])
    let names = NodePath.node(head, in: root)?.members?.map(\.name) ?? (head == ["queues"] ? ["main"] : [])
    let paths = names.map { head + [$0] + override.path[(star + 1)...] }
    guard !names.isEmpty else { throw ValueProblem("there is nothing that '*' could stand for") }
    let isChange = RelativeChange(override, catalogue) != nil && !paths[0].contains("*")
    let changed = isChange ? paths.filter { (try? currentValue(bareField($0), override)) != nil } : paths
    for path in changed.isEmpty ? [paths[0]] : changed {
      try applyToEach(Override(path: path, text: override.text, key: override.key))
    }
  }

  /// A bare value stands for a field of its section: `redial` for `redial.chance`.
  private func bareField(_ path: [String]) -> [String] {
    catalogue.cataloguePath(of: path).flatMap(catalogue.key)?.bareField.map { path + [$0] } ?? path
  }

  /// People of the one team may be said without naming it.
  private func withoutTeam(_ path: [String]) -> [String] {
    guard path.starts(with: ["teams", "main"]), path.count > 2, ["count", "agents"].contains(path[2]),
      NodePath.node(["agents"], in: root) != nil, NodePath.node(["teams"], in: root) == nil
    else { return path }
    return ["agents"] + path[3...]
  }

  private func apply(_ override: Override) throws(ValueProblem) {
    var path = withoutTeam(withEntries(ShortForms.canonical(override.path, catalogue)))
    if path == ["extends"] { throw ExtendedFiles.notSettable }
    // A map replaces the whole value, anything else the field that a bare value stands for.
    if (try? override.node())?.members == nil { path = bareField(path) }
    spellSkillsOut(path)
    if try replaceItem(path, override) { return }
    guard let kinds = catalogue.kinds(at: path) else { throw unknown(override, path) }
    guard let change = RelativeChange(override, catalogue), kinds != .text else {
      NodePath.set(path, to: try override.node(), keyPlace: override.place, in: &root)
      root = SectionLists.named(root, catalogue)
      return
    }
    let current = try currentValue(path, override)
    let changed: SourceNode
    switch kinds {
    case .key(let key): changed = try change.applied(to: current, key: key, place: override.place)
    case .entry(let kind): changed = try change.applied(to: current, kind: kind, place: override.place)
    case .text: return
    }
    NodePath.set(path, to: changed, keyPlace: override.place, in: &root)
    note(at: override.place, "\(override.key) \(override.text): \(Self.inWords(current)) -> \(Self.inWords(changed))")
  }

  /// `balk.share` is `balk.1.share` where there is one entry.
  private func withEntries(_ path: [String]) -> [String] {
    for length in path.indices.dropFirst() {
      let head = Array(path[..<length])
      guard let key = catalogue.cataloguePath(of: head).flatMap(catalogue.key), key.shapes.contains(.entry),
        catalogue.key(at: "\(key.path).*.\(path[length])") != nil
      else { continue }
      let entries = NodePath.node(head, in: root)?.members ?? []
      if entries.count <= 1 { return head + [entries.first?.name ?? "1"] + path[length...] }
    }
    return path
  }

  /// A list of skills becomes a map before one of them is changed, so that the others stay.
  private func spellSkillsOut(_ path: [String]) {
    guard path.count > 3, path[0] == "teams", path[2] == "skills" else { return }
    let head = Array(path[..<3])
    guard let node = NodePath.node(head, in: root), node.members == nil else { return }
    let members = (node.items ?? [node]).compactMap { item in
      item.scalar.map { SourceNode.Member(name: $0, place: item.place, value: .text("1", at: item.place)) }
    }
    NodePath.set(head, to: .map(members, at: node.place), keyPlace: node.place, in: &root)
  }

  /// `open.2=Sat 09:00-13:00` is the second line of a list; one after the last is a new one.
  /// - Returns: whether the path is of an item.
  private func replaceItem(_ path: [String], _ override: Override) throws(ValueProblem) -> Bool {
    let head = Array(path.dropLast())
    guard let place = path.last.flatMap({ Int($0) }), catalogue.cataloguePath(of: path) == nil,
      let key = catalogue.cataloguePath(of: head).flatMap(catalogue.key),
      key.shapes.contains(where: { if case .list = $0 { true } else { false } })
    else { return false }
    let node = NodePath.node(head, in: root)
    var items = node?.items ?? (node.map { $0.scalar == nil ? [] : [$0] } ?? [])
    guard node?.members == nil, (1...(items.count + 1)).contains(place) else {
      throw ValueProblem("there is no item \(place)", help: "'\(key.name)' has \(items.count)")
    }
    if place > items.count { items.append(try override.node()) } else { items[place - 1] = try override.node() }
    NodePath.set(
      head, to: SourceNode(content: .list(items), place: override.place), keyPlace: override.place, in: &root)
    return true
  }

  /// What a change starts from: what stands there; for a queue also what the file says for all of them.
  private func currentValue(_ path: [String], _ override: Override) throws(ValueProblem) -> SourceNode {
    if let node = NodePath.node(path, in: root) { return node }
    if path.count > 2, path[0] == "queues", catalogue.cataloguePath(of: path.dropFirst(2)) != nil,
      let node = NodePath.node(Array(path.dropFirst(2)), in: root)
    {
      return node
    }
    let standard = catalogue.cataloguePath(of: path).flatMap(catalogue.key)?.standard
    guard let text = standard?.text, !text.isEmpty else {
      throw ValueProblem("there is no value to change", help: "write --set \(override.key)=VALUE")
    }
    return .text(text)
  }

  private func unknown(_ override: Override, _ path: [String]) -> ValueProblem {
    for length in stride(from: path.count - 1, through: 0, by: -1) {
      guard let parent = catalogue.cataloguePath(of: Array(path[..<length])) else { continue }
      let names =
        length == 0 ? catalogue.topLevelNames : catalogue.children(of: parent).map(\.name).filter { $0 != "*" }
      return ValueProblem(
        "unknown key '\(path[length])'",
        help: SpellingHelp.help(for: path[length], among: names, listedAs: "allowed here"))
    }
    return ValueProblem("unknown key")
  }

  static func inWords(_ node: SourceNode) -> String {
    switch node.content {
    case .scalar(let text, _): text
    case .list(let items): "[\(items.map(inWords).joined(separator: ", "))]"
    case .map(let members): "{\(members.map { "\($0.name): \(inWords($0.value))" }.joined(separator: ", "))}"
    }
  }
}
