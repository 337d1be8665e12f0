internal import ContactCenter

extension Reading {
  /// Applies one `--set` argument to the canonical tree.
  func apply(_ argument: String) {
    do throws(ValueProblem) {
      let override = try Override(argument)
      do throws(ValueProblem) {
        try apply(override)
      } catch {
        self.error(at: override.place, "\(override.key): \(error.message)", help: error.help)
      }
    } catch {
      self.error(at: .override(argument), error.message, help: error.help)
    }
  }

  private func apply(_ override: Override) throws(ValueProblem) {
    let path = ShortForms.canonical(override.path, catalogue)
    guard let cataloguePath = catalogue.cataloguePath(of: path) else { throw unknown(override, path) }
    guard let factor = override.factor, !isText(cataloguePath) else {
      NodePath.set(path, to: try override.node(), keyPlace: override.place, in: &root)
      return
    }
    let current: SourceNode
    if let node = NodePath.node(path, in: root) {
      current = node
    } else if let standard = catalogue.key(at: cataloguePath)?.standard, !standard.text.isEmpty {
      current = .text(standard.text)
    } else {
      throw ValueProblem("there is no value to change", help: "write --set \(override.key)=VALUE")
    }
    let change = RelativeChange(factor: factor, catalogue: catalogue)
    let changed = try change.applied(to: current, path: cataloguePath, place: override.place)
    NodePath.set(path, to: changed, keyPlace: override.place, in: &root)
    note(at: override.place, "\(override.key) \(override.text): \(Self.inWords(current)) -> \(Self.inWords(changed))")
  }

  private func isText(_ path: String) -> Bool {
    catalogue.key(at: path)?.shapes == [.scalar(.text)]
  }

  private func unknown(_ override: Override, _ path: [String]) -> ValueProblem {
    for length in stride(from: path.count - 1, through: 0, by: -1) {
      guard let parent = catalogue.cataloguePath(of: Array(path[..<length])) else { continue }
      if let map = mapEntry(path, parent, length) { return map }
      let names = length == 0 ? catalogue.topLevelNames : catalogue.children(of: parent).map(\.name).filter { $0 != "*" }
      return ValueProblem("unknown key '\(path[length])'", help: Spelling.help(for: path[length], among: names, listedAs: "allowed here"))
    }
    return ValueProblem("unknown key")
  }

  private func mapEntry(_ path: [String], _ parent: String, _ length: Int) -> ValueProblem? { nil }

  static func inWords(_ node: SourceNode) -> String {
    switch node.content {
    case .scalar(let text, _): text
    case .list(let items): "[\(items.map(inWords).joined(separator: ", "))]"
    case .map(let members): "{\(members.map { "\($0.name): \(inWords($0.value))" }.joined(separator: ", "))}"
    }
  }
}
