/// The JSON Schema of scenario files, made from the key catalogue that the reader uses.
public enum ScenarioSchema {
  /// Draft-07 text, for editors and validators. It accepts what the reader accepts key by key; what keys mean together
  /// (a mix that sums to 100%, a queue that a team serves) is beyond a schema and checked by the reader alone.
  public static var json: String { schema(.standard).text() + "\n" }

  private static func schema(_ catalogue: ScenarioKeyCatalogue) -> JSONText {
    let root = object(below: "", catalogue, required: ["busyhour", "open"])
    guard case .object(let members) = root else { return root }
    let head = JSONText.members([
      "$schema": .string("http://json-schema.org/draft-07/schema#"),
      "title": .string("BusyHour scenario"),
      "description": .string("A contact center and the questions asked of it."),
    ])
    guard case .object(let headMembers) = head else { return root }
    return JSONText.object(headMembers + members).with(["allOf": .list(spellings(catalogue))])
  }

  /// Keys with several spellings: at most one of them, and one where the key is required.
  private static func spellings(_ catalogue: ScenarioKeyCatalogue) -> [JSONText] {
    catalogue.keys.filter { !$0.aliases.isEmpty }.flatMap { key in
      let present = (key.aliases + [key.path]).map(presence)
      var rules: [JSONText] = key.isRequired ? [.members(["anyOf": .list(present)])] : []
      for (index, one) in present.enumerated() {
        rules += present[(index + 1)...].map { .members(["not": .members(["allOf": .list([one, $0])])]) }
      }
      return rules
    }
  }

  /// "There is something at this path."
  private static func presence(_ path: String) -> JSONText {
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first else { return .bool(true) }
    let here = JSONText.members(["type": .string("object"), "required": .strings([first])])
    guard names.count > 1 else { return here }
    let rest = presence(names.dropFirst().joined(separator: "."))
    return here.with(["properties": .object([.init(name: first, value: rest)])])
  }

  private static func object(below path: String, _ catalogue: ScenarioKeyCatalogue, required: [String]) -> JSONText {
    var properties: [JSONText.Member] = []
    var result = JSONText.members(["type": .string("object"), "minProperties": .number("1")])
    var names: JSONText = .bool(false)
    for key in catalogue.children(of: path) {
      if key.name == "*" {
        names = property(key, catalogue)
        result = result.with(["propertyNames": .members(["pattern": .string(ScalarKind.namePattern)])])
      } else {
        properties.append(.init(name: key.name, value: property(key, catalogue)))
      }
    }
    properties += aliases(below: path, catalogue)
    if !properties.isEmpty { result = result.with(["properties": .object(properties)]) }
    if !required.isEmpty { result = result.with(["required": .strings(required)]) }
    return result.with(["additionalProperties": names])
  }

  private static func aliases(below path: String, _ catalogue: ScenarioKeyCatalogue) -> [JSONText.Member] {
    catalogue.keys.flatMap { key in
      key.aliases.compactMap { alias in
        let names = alias.split(separator: ".").map(String.init)
        guard names.dropLast().joined(separator: ".") == path, let name = names.last else { return nil }
        return JSONText.Member(name: name, value: property(key, catalogue))
      }
    }
  }

  private static func property(_ key: ScenarioKey, _ catalogue: ScenarioKeyCatalogue) -> JSONText {
    var head = JSONText.members(["description": .string(key.summary)])
    if let standard = key.standard, !standard.text.isEmpty { head = head.with(["default": .string(standard.text)]) }
    let shapes = key.shapes.map { schema(of: $0, key, catalogue) }
    guard shapes.count == 1, case .object(let members) = shapes[0], case .object(let described) = head else {
      return head.with(["anyOf": .list(shapes)])
    }
    return .object(described + members)
  }

  private static func schema(
    of shape: ScenarioKey.Shape, _ key: ScenarioKey, _ catalogue: ScenarioKeyCatalogue
  ) -> JSONText {
    switch shape {
    case .scalar(let kind): return kind.schema
    case .list(let kind):
      return .members(["type": .string("array"), "minItems": .number("1"), "items": kind.schema])
    case .section:
      let required = catalogue.children(of: key.path).filter { $0.isRequired && key.path != "demand" }.map(\.name)
      return object(below: key.path, catalogue, required: required)
    case .clockMap(let kind): return map(of: kind, keys: "^(?:\(ClockText.rangePattern))$")
    case .nameMap(let kind): return map(of: kind, keys: ScalarKind.namePattern)
    case .dayMap(let kind): return map(of: kind, keys: "^\(CalendarText.dayPattern)$")
    case .dateMap(let kind): return map(of: kind, keys: "^(?:\(CalendarText.datesPattern))$")
    case .entry: return catalogue.key(at: "\(key.path).*").map { property($0, catalogue) } ?? .bool(true)
    case .sections:
      guard let entry = catalogue.key(at: "\(key.path).*") else { return .members(["type": .string("array")]) }
      return .members([
        "type": .string("array"), "minItems": .number("1"), "items": property(entry, catalogue),
      ])
    case .axisMap:
      return .members(["type": .string("object"), "minProperties": .number("1"), "additionalProperties": .bool(true)])
    }
  }

  private static func map(of kind: ScalarKind, keys: String) -> JSONText {
    .members([
      "type": .string("object"), "minProperties": .number("1"),
      "propertyNames": .members(["pattern": .string(keys)]), "additionalProperties": kind.schema,
    ])
  }
}
