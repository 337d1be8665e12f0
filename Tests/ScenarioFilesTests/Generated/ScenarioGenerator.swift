import BusyHourTesting
import ContactCenter

@testable import ScenarioFiles

/// Scenarios at random: a walk over the catalogue of keys. A key that is added there enters by itself; what keys mean
/// together, which the catalogue does not know, is in ``GeneratedForms``.
struct ScenarioGenerator {
  let catalogue: ScenarioKeyCatalogue
  var random: RepeatableRandom
  let frame: ScenarioFrame
  /// Whether shares are of people who are away: several of them still leave somebody.
  var areSharesSmall = false
  /// Catalogue path of a key that is to be in it.
  let wish: String

  /// - Parameter wish: a key of the catalogue.
  init(seed: Int, wish: ScenarioKey, catalogue: ScenarioKeyCatalogue = .standard) {
    self.catalogue = catalogue
    self.wish = wish.path
    random = RepeatableRandom(seed: seed)
    var frame = ScenarioFrame(&random)
    while !GeneratedForms.isPossible(wish, in: frame) { frame = ScenarioFrame(&random) }
    self.frame = frame
  }

  private func isWished(_ path: String) -> Bool { wish == path || wish.hasPrefix("\(path).") }

  /// A whole scenario in canonical form. The reader may still refuse it, see ``GeneratedScenario``.
  mutating func tree() -> SourceNode {
    .map(members(below: "", at: []))
  }

  // MARK: Sections

  /// Keys of a section: what its form asks for, the required ones, and others by chance.
  private mutating func members(below path: String, at place: [String]) -> [SourceNode.Member] {
    let keys = catalogue.children(of: path).filter {
      GeneratedForms.isPossible($0.path, frame) && GeneratedForms.fits($0.path, below: place, frame)
    }
    let wished = keys.first { isWished($0.path) }?.name
    let form = GeneratedForms.form(of: path, keys: keys.map(\.name), wished: wished, frame, &random)
    let chosen = keys.filter { key in
      if form.stands.contains(key.name) || key.name == wished { return true }
      if path.isEmpty, GeneratedForms.atTop(for: wish).contains(key.name) { return true }
      return !form.isOther(key.name) && (key.isRequired || random.chance(frame.density))
    }
    return fill(chosen, from: keys, at: place)
  }

  /// The values of the chosen keys; entries where the section is a map of names. A section is never empty.
  private mutating func fill(
    _ chosen: [ScenarioKey], from keys: [ScenarioKey], at place: [String]
  ) -> [SourceNode.Member] {
    if let entry = keys.first(where: { $0.name == "*" }) {
      return GeneratedForms.names(of: entry.path, at: place, frame, &random).map { name in
        .init(name: name, place: .nowhere, value: value(of: entry, at: place + [name]))
      }
    }
    var chosen = chosen.isEmpty && !keys.isEmpty ? [random.pick(keys)] : chosen
    for name in chosen.flatMap({ GeneratedForms.needs[$0.name] ?? [] })
    where !chosen.contains(where: { $0.name == name }) {
      chosen += keys.filter { $0.name == name }
    }
    return chosen.map { .init(name: $0.name, place: .nowhere, value: value(of: $0, at: place + [$0.name])) }
  }

  private static let sections: Set<ScenarioKey.Shape> = [.section, .sections, .entry]

  // MARK: Values

  private mutating func value(of key: ScenarioKey, at place: [String]) -> SourceNode {
    areSharesSmall = key.path.contains("shrinkage")
    let isWishedInside = isWished(key.path) && wish != key.path
    if !isWishedInside, let text = GeneratedForms.value(of: key.path, at: place, frame, &random) { return text }
    let isSection = isWishedInside ? true : GeneratedForms.isSection(key.path, frame)
    let shapes = key.shapes.filter { shape in
      // A profile by interval is made with its length.
      shape != .list(.weight) && isSection.map { $0 == Self.sections.contains(shape) } ?? true
    }
    return value(of: key, in: random.pick(shapes), at: place)
  }

  private mutating func value(of key: ScenarioKey, in shape: ScenarioKey.Shape, at place: [String]) -> SourceNode {
    switch shape {
    case .scalar(let kind): return scalar(kind)
    case .list(let kind): return list(of: kind)
    case .section: return .map(members(below: key.path, at: place))
    case .entry: return .map(entry(of: key, at: place + ["1"]))
    case .sections:
      return .list((1...random.whole(1...2)).map { .map(entry(of: key, at: place + ["\($0)"])) })
    case .clockMap(let kind):
      return map(random.pick(frame.open.clocks), kind)
    case .nameMap(let kind):
      return map(GeneratedForms.names(of: key.path, at: place, frame, &random), kind)
    case .dayMap(let kind): return map(["Mon", "Thu", "Fri"], kind)
    case .dateMap(let kind): return map([date(), "2026-12-30..2026-12-31"], kind)
    case .axisMap: return .map([.init(name: "shrinkage", place: .nowhere, value: .list([.text("1%"), .text("2%")]))])
    }
  }

  private mutating func entry(of key: ScenarioKey, at place: [String]) -> [SourceNode.Member] {
    members(below: "\(key.path).*", at: place)
  }

  private mutating func map(_ names: [String], _ kind: ScalarKind) -> SourceNode {
    .map(names.map { .init(name: $0, place: .nowhere, value: scalar(kind)) })
  }

  private mutating func list(of kind: ScalarKind) -> SourceNode {
    var texts: [String] = []
    for _ in 0..<random.whole(1...2) {
      guard let text = scalar(kind).scalar, !texts.contains(text) else { continue }
      texts.append(text)
    }
    return .list(texts.map { .text($0) })
  }
}

extension SourceNode {
  static func list(_ items: [SourceNode]) -> SourceNode { SourceNode(content: .list(items), place: .nowhere) }
  static func quoted(_ text: String) -> SourceNode {
    SourceNode(content: .scalar(text, isQuoted: true), place: .nowhere)
  }
}
