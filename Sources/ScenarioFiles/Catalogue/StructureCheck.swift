/// Holds a file against the catalogue: known keys, right shapes, values of the right grammar.
///
/// What it accepts is what the JSON Schema accepts. What keys mean together is checked when the scenario is built.
struct StructureCheck {
  let catalogue: ScenarioKeyCatalogue
  private(set) var problems: [(place: Place, problem: ValueProblem)] = []

  init(catalogue: ScenarioKeyCatalogue) { self.catalogue = catalogue }

  mutating func check(root: SourceNode) {
    guard let members = root.members else {
      add(root.place, "a scenario is a list of 'key: value' lines, not \(root.kindInWords)")
      return
    }
    check(members, below: "", shown: "", at: root.place)
    let names = members.map(\.name)
    for key in catalogue.children(of: "") where key.isRequired && !names.contains(key.name) {
      if isMisspelt(key.name, in: names) { continue }
      add(.wholeFile, "'\(key.name)' is missing", help: "add a line such as \(key.name): \(key.example)")
    }
    let inside = (root["demand"]?.members ?? []).map(\.name)
    if !inside.contains("volume"), !isMisspelt("calls", in: names), !isMisspelt("volume", in: names + inside) {
      add(.wholeFile, "'calls' is missing", help: "add a line such as calls: 1000/day")
    }
  }

  /// Whether an unknown key was meant to be this one: then one message is enough.
  private func isMisspelt(_ name: String, in names: [String]) -> Bool {
    let known = catalogue.topLevelNames
    // Looking at every key of a file of nothing but unknown ones would take long.
    return names.prefix(100).contains { !known.contains($0) && SpellingHelp.nearest(to: $0, among: known) == name }
  }

  private mutating func check(_ members: [SourceNode.Member], below path: String, shown: String, at place: Place) {
    let allowed = catalogue.children(of: path)
    let prefix = path.isEmpty ? "" : path + "."
    for member in members {
      let childShown = member.writtenAs ?? (shown.isEmpty ? member.name : "\(shown).\(member.name)")
      if let key = allowed.first(where: { $0.name == member.name && $0.name != "*" }) {
        check(member, key, shown: childShown)
      } else if let key = catalogue.key(at: prefix + "*") {
        if checkName(member, shown: shown) { check(member, key, shown: childShown) }
      } else {
        unknown(member, among: allowed, shown: shown)
      }
    }
    for key in allowed where key.isRequired && !path.isEmpty && !members.contains(where: { $0.name == key.name }) {
      guard path != "demand" else { continue }
      add(place, "\(shown): '\(key.name)' is missing", help: "add \(key.name): \(key.example)")
    }
  }

  private mutating func unknown(_ member: SourceNode.Member, among allowed: [ScenarioKey], shown: String) {
    let candidates = shown.isEmpty ? catalogue.topLevelNames : allowed.map(\.name)
    let help: String?
    if isFull {
      help = nil
    } else if member.name == "<<" {
      help = "merge keys are not read; write the values out"
    } else {
      help = SpellingHelp.help(for: member.name, among: candidates, listedAs: "allowed here")
    }
    let what = shown == "targets" ? "unknown target" : "unknown key"
    let place = shown.isEmpty || shown == "targets" ? "" : " in \(shown)"
    add(member.place, "\(what) '\(member.name)'\(place)", help: help)
  }

  private mutating func check(_ member: SourceNode.Member, _ key: ScenarioKey, shown: String) {
    if member.value.isEmpty {
      add(member.place, "\(shown) has no value", help: "write a value such as \(key.example), or remove the line")
      return
    }
    check(member.value, key, shown: shown)
  }

  private mutating func check(_ node: SourceNode, _ key: ScenarioKey, shown: String) {
    guard let shape = ShapeChoice.shape(of: node, among: key.shapes) else {
      let wanted = ShapeChoice.inWords(key.shapes)
      add(node.place, "\(shown) is \(wanted), not \(node.kindInWords)", help: Self.example(of: key))
      return
    }
    switch shape {
    case .scalar(let kind): check(node, kind, key, shown: shown)
    case .list(let kind): checkItems(of: node, kind, key, shown: shown)
    case .section, .sections, .entry: checkSection(node, key, shown: shown)
    case .clockMap(let kind): checkMap(node, keys: .clockRange, kind, key, shown: shown)
    case .nameMap(let kind): checkMap(node, keys: .name, kind, key, shown: shown)
    case .dayMap(let kind): checkMap(node, keys: nil, kind, key, shown: shown)
    case .dateMap(let kind): checkMap(node, keys: .dates, kind, key, shown: shown)
    // What an axis may be is known when the scenario is.
    case .axisMap: break
    }
  }

  /// The next step where a message has none of its own.
  private static func example(of key: ScenarioKey) -> String {
    "for instance \(key.name == "*" ? "" : "\(key.name): ")\(key.example)"
  }

  private mutating func checkSection(_ node: SourceNode, _ key: ScenarioKey, shown: String) {
    let members = node.members ?? []
    if members.isEmpty { add(node.place, "\(shown) is empty", help: "for instance \(shown): \(key.example)") }
    check(members, below: key.path, shown: shown, at: node.place)
  }

  private mutating func checkItems(of node: SourceNode, _ kind: ScalarKind, _ key: ScenarioKey, shown: String) {
    let items = node.items ?? []
    if items.isEmpty { add(node.place, "\(shown) is an empty list", help: Self.example(of: key)) }
    for (index, item) in items.enumerated() { check(item, kind, key, shown: "\(shown)[\(index + 1)]") }
  }

  private mutating func checkMap(
    _ node: SourceNode, keys: ScalarKind?, _ kind: ScalarKind, _ key: ScenarioKey, shown: String
  ) {
    let members = node.members ?? []
    if members.isEmpty { add(node.place, "\(shown) is an empty map", help: Self.example(of: key)) }
    for member in members {
      do throws(ValueProblem) {
        if let keys { try keys.check(member.name) } else { _ = try CalendarText.weekday(member.name) }
        check(member.value, kind, key, shown: "\(shown).\(member.name)")
      } catch {
        add(member.place, "\(shown): \(error.message)", help: error.help ?? Self.example(of: key))
      }
    }
  }

  private mutating func checkName(_ member: SourceNode.Member, shown: String) -> Bool {
    do throws(ValueProblem) {
      try ScalarKind.name(member.name)
      return true
    } catch {
      add(member.place, "\(shown): \(error.message)", help: error.help)
      return false
    }
  }

  private mutating func check(_ node: SourceNode, _ kind: ScalarKind, _ key: ScenarioKey, shown: String) {
    guard let text = node.scalar else {
      add(node.place, "\(shown) is a single value, not \(node.kindInWords)", help: Self.example(of: key))
      return
    }
    guard !node.isEmpty else {
      add(node.place, "\(shown) has no value", help: Self.example(of: key))
      return
    }
    do throws(ValueProblem) {
      try kind.check(text)
    } catch {
      add(node.place, "\(shown): \(error.message)", help: error.help ?? Self.example(of: key))
    }
  }

  /// Beyond this many problems only their number matters.
  private var isFull: Bool { problems.count > 2 * Reading.remarkLimit }

  private mutating func add(_ place: Place, _ message: String, help: String? = nil) {
    problems.append((place, ValueProblem(message, help: help)))
  }
}
