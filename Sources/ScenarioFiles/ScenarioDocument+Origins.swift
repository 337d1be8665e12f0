/// Where a value was said: one step on its way.
public struct ValueOrigin: Hashable, Sendable {
  /// `clinic.yaml:58:15`, `--set calls`, `default`, or `in force` for what came of the steps before.
  public var place: String
  /// As it was written there; a change as a change.
  public var value: String

  public init(place: String, value: String) {
    self.place = place
    self.value = value
  }
}

/// The text of one file of a scenario, ready to be asked about.
struct ScenarioLayer: Sendable {
  var source: SourceText
  var name: String { source.name }
  var tree: SourceNode
}

extension ScenarioDocument {
  /// Every place that says something of a value, the most extended file first, and what holds in the end.
  ///
  /// - Parameter key: a path as `--set` takes it.
  /// - Throws: ``ScenarioProblems`` for a key that no scenario has.
  public func origins(of key: String) throws(ScenarioProblems) -> [ValueOrigin] {
    let catalogue = ScenarioKeyCatalogue.standard
    let path = ShortForms.canonical(key.split(separator: ".").map(String.init), catalogue)
    guard catalogue.kinds(at: path) != nil else {
      throw ScenarioProblems(diagnostics: [
        Diagnostic(
          severity: .error, message: "unknown key '\(key)'", file: "--why \(key)",
          help: "busyhour check FILE --expand writes every key")
      ])
    }
    var origins: [ValueOrigin] = layers.reversed().compactMap { layer in
      let tree = SectionLists.named(layer.tree, catalogue)
      guard let member = NodePath.member(path, in: tree) else { return nil }
      let place = member.value.isEmpty ? member.place : member.value.place
      return ValueOrigin(
        place: "\(layer.name):\(place.line):\(place.column)",
        value: member.value.isEmpty ? "removed" : Reading.inWords(member.value))
    }
    for text in overrides {
      guard let override = try? Override(text),
        path.starts(with: ShortForms.canonical(override.path, catalogue))
      else { continue }
      origins.append(ValueOrigin(place: "--set \(override.key)", value: override.text))
    }
    let shown = path.joined(separator: ".")
    origins += defaults.filter { $0.path == shown }.prefix(1).map { ValueOrigin(place: "default", value: $0.value) }
    if let value = valueInForce(path) { origins.append(ValueOrigin(place: "in force", value: value)) }
    return origins
  }

  /// In the words of the long form; of a section, as the files have it.
  private func valueInForce(_ path: [String]) -> String? {
    let shown = path.joined(separator: ".")
    return inputs.first { $0.path == shown }?.value ?? NodePath.node(path, in: tree).map(Reading.inWords)
  }
}
