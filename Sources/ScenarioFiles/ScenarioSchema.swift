/// The JSON Schema of scenario files, made from the key catalogue that the reader uses.
public enum ScenarioSchema {
  /// Draft-07 text, for editors and validators. It accepts what the reader accepts key by key; what keys mean together
  /// (a mix that sums to 100%, a queue that a team serves) is beyond a schema and checked by the reader alone.
  public static var json: String { schema(.standard).text() + "\n" }

  private static func schema(_ catalogue: ScenarioKeyCatalogue) -> JSONText {
    let whole = object(below: "", .init(catalogue: catalogue), required: ["busyhour", "open"])
    let overlay = object(below: "", .init(catalogue: catalogue, isOverlay: true), required: ["busyhour", "extends"])
    return JSONText.members([
      "$schema": .string("http://json-schema.org/draft-07/schema#"),
      "title": .string("BusyHour scenario"),
      "description": .string("A contact center and the questions asked of it."),
      "if": .members(["required": .strings(["extends"])]),
      "then": overlay.with(["allOf": .list(spellings(catalogue, isOverlay: true))]),
      "else": whole.with(["allOf": .list(spellings(catalogue, isOverlay: false))]),
    ])
  }

  /// Keys with several spellings: at most one of them, and one where the key is required.
  private static func spellings(_ catalogue: ScenarioKeyCatalogue, isOverlay: Bool) -> [JSONText] {
    catalogue.keys.filter { !$0.aliases.isEmpty }.flatMap { key in
      let present = (key.aliases + [key.path]).map(presence)
      var rules: [JSONText] = key.isRequired && !isOverlay ? [.members(["anyOf": .list(present)])] : []
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

  /// The catalogue, and whether the file extends another: nothing is required then, a value may be taken away, and
  /// quantities may be changes.
  private struct Form {
    var catalogue: ScenarioKeyCatalogue
    var isOverlay = false
  }

  private static func object(below path: String, _ form: Form, required: [String]) -> JSONText {
    let catalogue = form.catalogue
    var properties: [JSONText.Member] = []
    var result = JSONText.members(["type": .string("object"), "minProperties": .number("1")])
    var names: JSONText = .bool(false)
    for key in catalogue.children(of: path) {
      if key.name == "*" {
        names = property(key, form)
        result = result.with(["propertyNames": .members(["pattern": .string(ScalarKind.namePattern)])])
      } else {
        properties.append(.init(name: key.name, value: property(key, form)))
      }
    }
    properties += aliases(below: path, form)
    if !properties.isEmpty { result = result.with(["properties": .object(properties)]) }
    if !required.isEmpty { result = result.with(["required": .strings(required)]) }
    return result.with(["additionalProperties": names])
  }

  private static func aliases(below path: String, _ form: Form) -> [JSONText.Member] {
    form.catalogue.keys.flatMap { key in
      key.aliases.compactMap { alias in
        let names = alias.split(separator: ".").map(String.init)
        guard names.dropLast().joined(separator: ".") == path, let name = names.last else { return nil }
        return JSONText.Member(name: name, value: property(key, form))
      }
    }
  }

  private static func property(_ key: ScenarioKey, _ form: Form) -> JSONText {
    var head = JSONText.members(["description": .string(key.summary)])
    if let standard = key.standard, !standard.text.isEmpty { head = head.with(["default": .string(standard.text)]) }
    let shapes = key.shapes.map { schema(of: $0, key, form) } + changes(of: key, form)
    guard shapes.count == 1, case .object(let members) = shapes[0], case .object(let described) = head else {
      return head.with(["anyOf": .list(shapes)])
    }
    return .object(described + members)
  }

  /// What a file that extends another may write instead of a value.
  private static func changes(of key: ScenarioKey, _ form: Form) -> [JSONText] {
    guard form.isOverlay else { return [] }
    return [.members(["type": .string("null")])] + (key.shapes.contains(where: isChangeable) ? [change] : [])
  }

  private static func isChangeable(_ shape: ScenarioKey.Shape) -> Bool {
    if case .scalar(let kind) = shape { kind.isChangeable } else { false }
  }

  private static var change: JSONText {
    .members(["type": .strings(["string", "number"]), "pattern": .string("^(?:[+-][$0-9]|x[0-9]).*$")])
  }

  private static func schema(of shape: ScenarioKey.Shape, _ key: ScenarioKey, _ form: Form) -> JSONText {
    switch shape {
    case .scalar(let kind): return kind.schema
    case .list(let kind):
      return .members(["type": .string("array"), "minItems": .number("1"), "items": kind.schema])
    case .section:
      let children = form.isOverlay ? [] : form.catalogue.children(of: key.path)
      let required = children.filter { $0.isRequired && key.path != "demand" }.map(\.name)
      return object(below: key.path, form, required: required)
    case .clockMap(let kind): return map(of: kind, keys: "^(?:\(ClockText.rangePattern))$", form)
    case .nameMap(let kind): return map(of: kind, keys: ScalarKind.namePattern, form)
    case .dayMap(let kind): return map(of: kind, keys: "^\(CalendarText.dayPattern)$", form)
    case .dateMap(let kind): return map(of: kind, keys: "^(?:\(CalendarText.datesPattern))$", form)
    case .entry:
      let whole = Form(catalogue: form.catalogue)
      return form.catalogue.key(at: "\(key.path).*").map { property($0, whole) } ?? .bool(true)
    case .sections:
      guard let entry = form.catalogue.key(at: "\(key.path).*") else { return .members(["type": .string("array")]) }
      return .members([
        "type": .string("array"), "minItems": .number("1"), "items": property(entry, Form(catalogue: form.catalogue)),
      ])
    case .axisMap:
      return .members(["type": .string("object"), "minProperties": .number("1"), "additionalProperties": .bool(true)])
    }
  }

  private static func map(of kind: ScalarKind, keys: String, _ form: Form) -> JSONText {
    let changes = [JSONText.members(["type": .string("null")])] + (kind.isChangeable ? [change] : [])
    return .members([
      "type": .string("object"), "minProperties": .number("1"),
      "propertyNames": .members(["pattern": .string(keys)]),
      "additionalProperties": form.isOverlay ? .members(["anyOf": .list([kind.schema] + changes)]) : kind.schema,
    ])
  }
}
