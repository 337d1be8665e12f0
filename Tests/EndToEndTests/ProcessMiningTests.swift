import Foundation
import Testing

/// pm4py reads the exports and counts what it finds. It is fetched into an environment of the tests by
/// `.ci/process-mining`; where it cannot be had, the test is skipped.
struct ProcessMiningTests {
  static let slow = ProcessInfo.processInfo.environment["BUSYHOUR_SLOW"] != nil

  private static let script = """
    import collections, json, sys, warnings
    warnings.filterwarnings("ignore")
    import pm4py
    from pm4py.objects.ocel.validation import ocel20_rel_validation
    xes = pm4py.read_xes("a.xes")
    stories = pm4py.read_xes("b.xes")
    met, broken = ocel20_rel_validation.apply("a.sqlite")
    ocel = pm4py.read_ocel2_sqlite("a.sqlite")
    def counts(column):
      return {str(key): int(value) for key, value in collections.Counter(column).items()}
    print("COUNTS " + json.dumps({
      "cases": int(xes["case:concept:name"].nunique()), "case_events": counts(xes["concept:name"]),
      "stories": int(stories["case:concept:name"].nunique()), "story_events": counts(stories["concept:name"]),
      "events": counts(ocel.events["ocel:activity"]), "objects": counts(ocel.objects["ocel:type"]),
      "links": counts(ocel.o2o["ocel:qualifier"]), "broken": list(broken), "met": len(met),
      "contacts_with_arrival": int(ocel.relations[(ocel.relations["ocel:activity"] == "contact_arrived")
        & (ocel.relations["ocel:type"] == "contact")]["ocel:oid"].nunique()),
    }))
    """

  /// nil where there is no pm4py.
  private static let interpreter = Result { try findInterpreter() }

  @Test(.enabled(if: slow), .enabled(if: try interpreter.get() != nil, "needs pm4py, see .ci/process-mining"))
  func `pm4py finds in the exports what the log holds`() throws {
    let python = try #require(try Self.interpreter.get())
    let program = try Program()
    let scenarios = ReadmeTests.root.appendingPathComponent("scenarios/outage-drill.yaml")
    try program.write(String(contentsOf: scenarios, encoding: .utf8))
    #expect(try program.run("simulate", "a.yaml", "--name", "base", "--replications", "2").status == 0)
    for arguments in [["-o", "a.xes"], ["--case", "customer", "-o", "b.xes"], ["-o", "a.sqlite"]] {
      #expect(try program.run(["export", "base", "--replication", "all"] + arguments).status == 0)
    }
    try program.write(Self.script, to: "count.py")
    let found = try Self.run(python, "count.py", in: program)
    let log = try Log(try program.run("export", "base", "--replication", "all", "--format", "jsonl").output)

    #expect(found["events"] as? [String: Int] == log.types && log.types.count > 15)
    #expect(found["case_events"] as? [String: Int] == log.typesOfContacts)
    #expect(found["story_events"] as? [String: Int] == log.typesOfContacts)
    #expect(found["cases"] as? Int == log.types["contact_arrived"])
    #expect(found["contacts_with_arrival"] as? Int == log.types["contact_arrived"])
    let linked = log.types["contact_linked"] ?? 0
    #expect(found["stories"] as? Int == (log.types["contact_arrived"] ?? 0) - linked && linked > 100)
    let objects = try #require(found["objects"] as? [String: Int])
    #expect(objects["contact"] == log.types["contact_arrived"] && objects["replication"] == 2)
    #expect(objects["queue"] == log.queues && objects["team"] == log.teams && objects["agent"] == log.agents)
    let links = try #require(found["links"] as? [String: Int])
    #expect(links["continues"] == linked && links["of"] == linked + (objects["customer"] ?? 0))
    #expect(found["broken"] as? [String] == [] && found["met"] as? Int == 24, "rules of the relational representation")
  }

  /// What the list of events says.
  private struct Log {
    var types: [String: Int] = [:]
    var typesOfContacts: [String: Int] = [:]
    private var names: [String: Set<String>] = [:]
    var queues: Int { names["queue"]?.count ?? 0 }
    var teams: Int { names["team"]?.count ?? 0 }
    var agents: Int { names["agent"]?.count ?? 0 }

    init(_ text: String) throws {
      for line in text.split(separator: "\n") {
        let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        let type = event["type"] as? String ?? ""
        types[type, default: 0] += 1
        if event["contact"] != nil { typesOfContacts[type, default: 0] += 1 }
        for key in ["queue", "team"] { if let name = event[key] as? String { names[key, default: []].insert(name) } }
        if let agent = event["agent"] as? String {
          names["agent", default: []].insert("\(event["replication"] ?? "")/\(agent)")
        }
      }
    }
  }

  private struct Failed: Error { var status: Int32 }

  private static func findInterpreter() throws -> String? {
    let process = Process()
    process.executableURL = ReadmeTests.root.appendingPathComponent(".ci/process-mining")
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let path = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 77 { return nil }
    guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
    return path.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func run(_ python: String, _ script: String, in program: Program) throws -> [String: Any] {
    let process = program.process([script])
    process.executableURL = URL(fileURLWithPath: python)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let line = try #require(text.split(separator: "\n").last { $0.hasPrefix("COUNTS ") }, "\(text.suffix(500))")
    return try #require(try JSONSerialization.jsonObject(with: Data(line.dropFirst(7).utf8)) as? [String: Any])
  }
}
