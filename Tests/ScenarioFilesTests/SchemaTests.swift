import BusyHourTesting
import Foundation
import Testing

@testable import ScenarioFiles

/// The schema is held against the reader by a real validator, Python's `jsonschema`; without it the suite is skipped.
@Suite(.enabled(if: SchemaValidator.isAvailable, "needs python3 with the jsonschema package"))
struct `The JSON Schema` {
  @Test func `accepts every good scenario, as the reader does`() throws {
    var instances = try Fixtures.names(in: "GoodScenarios").map {
      ("good/\($0)", try SchemaValidator.json(of: Fixtures.text("GoodScenarios/\($0).yaml")))
    }
    for template in ScenarioTemplate.allCases {
      instances.append(("template \(template.rawValue)", try SchemaValidator.json(of: template.text)))
    }
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Fixtures.repository.appending(path: "scenarios").path)
    where name.hasSuffix(".yaml") {
      let text = try String(contentsOf: Fixtures.repository.appending(path: "scenarios/\(name)"), encoding: .utf8)
      instances.append((name, try SchemaValidator.json(of: text)))
    }
    let long = try Fixtures.names(in: "GoodScenarios").map {
      ("long/\($0)", try SchemaValidator.json(of: Fixtures.read($0, in: "GoodScenarios").expandedText))
    }
    #expect(try SchemaValidator.refused(instances + long) == [])
  }

  @Test func `accepts generated scenarios, as the reader does`() throws {
    let instances = try (0..<(TestSwitch.slow ? 2_000 : 100)).map { seed in
      let scenario = try GeneratedScenario.make(seed: seed)
      return ("\(seed)", try SchemaValidator.json(of: scenario.text))
    }
    let refused = try SchemaValidator.refused(instances)
    #expect(refused == [])
  }

  @Test func `refuses what the reader refuses for its structure, and no more`() throws {
    var structure: [(String, String)] = []
    var meaning: [(String, String)] = []
    for name in try Fixtures.names(in: "BadScenarios") {
      let text = try Fixtures.text("BadScenarios/\(name).yaml")
      if text.contains("# --set") || text.hasPrefix("# syntax") { continue }
      #expect(text.hasPrefix("# structure\n") || text.hasPrefix("# meaning\n"), "\(name)")
      let instance = (name, try SchemaValidator.json(of: text))
      if text.hasPrefix("# structure") { structure.append(instance) } else { meaning.append(instance) }
    }
    #expect(try SchemaValidator.refused(structure) == structure.map(\.0).sorted())
    #expect(try SchemaValidator.refused(meaning) == [])
  }

  @Test func `is a draft-07 schema`() throws {
    #expect(ScenarioSchema.json.contains("http://json-schema.org/draft-07/schema#"))
    #expect(try SchemaValidator.run("check", []) == [])
  }

  /// Every value that the reader takes fits its pattern: values are examples, mutated.
  @Test func `has patterns as wide as the reader's grammar`() throws {
    var random = SmallGenerator(state: 7)
    var instances: [(String, String)] = []
    for key in ScenarioKeyCatalogue.standard.keys where !key.path.hasPrefix("queues.*.") {
      for case .scalar(let kind) in key.shapes {
        for round in 0..<120 {
          let text = round == 0 ? key.example : Mutation.of(key.example, &random)
          guard text.allSatisfy({ $0 != "\n" }), (try? kind.check(text)) != nil else { continue }
          instances.append(("\(key.path)=\(text)", "[\(kind.schema.text()), \(JSONText.string(text).text())]"))
        }
      }
    }
    #expect(instances.count > 1_000)
    #expect(try SchemaValidator.run("values", instances) == [])
  }
}

/// Runs `jsonschema` once for many instances.
enum SchemaValidator {
  static let isAvailable = (try? python(["-c", "import jsonschema"], input: "")) != nil

  static func refused(_ instances: [(String, String)]) throws -> [String] { try run("files", instances) }

  static func run(_ mode: String, _ instances: [(String, String)]) throws -> [String] {
    let list = instances.map { "[\(JSONText.string($0.0).text()), \($0.1)]" }.joined(separator: ",\n")
    let input = "{\"schema\": \(ScenarioSchema.json), \"instances\": [\(list)]}"
    let script = """
      import json, sys, jsonschema
      data = json.load(sys.stdin)
      V = jsonschema.Draft7Validator
      V.check_schema(data["schema"])
      if sys.argv[1] == "values":
          bad = [n for n, (s, v) in data["instances"] if not V(s).is_valid(v)]
      else:
          v = V(data["schema"])
          bad = [n for n, i in data["instances"] if not v.is_valid(i)]
      print("\\n".join(sorted(bad)))
      """
    let output = try python(["-c", script, mode], input: input)
    return output.split(separator: "\n").map(String.init)
  }

  private struct Failed: Error { var output: String }

  private static func python(_ arguments: [String], input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let file = FileManager.default.temporaryDirectory.appending(path: "busyhour-schema-\(UUID().uuidString).json")
    try input.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failed(output: text) }
    return text
  }

  /// The JSON that an editor sees: YAML 1.2 core types for plain scalars.
  static func json(of yaml: String) throws -> String {
    var composer = SourceComposer(source: SourceText(name: "", text: yaml))
    guard let root = composer.compose() else { throw Failed(output: "not YAML: \(composer.failures)") }
    return json(of: root).text()
  }

  private static func json(of node: SourceNode) -> JSONText {
    switch node.content {
    case .map(let members): .object(members.map { .init(name: $0.name, value: json(of: $0.value)) })
    case .list(let items): .list(items.map(json(of:)))
    case .scalar(let text, let isQuoted): isQuoted ? .string(text) : plain(text)
    }
  }

  private static func plain(_ text: String) -> JSONText {
    if ["", "~", "null"].contains(text) { return .number("null") }
    if ["true", "false"].contains(text) { return .bool(text == "true") }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if let number = ExactDecimal(digits) { return .number((text.hasPrefix("-") ? "-" : "") + number.text) }
    return .string(text)
  }
}
