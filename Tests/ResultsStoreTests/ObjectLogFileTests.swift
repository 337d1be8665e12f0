import Foundation
import ResultsStore
import StoreTesting
import Testing

/// The database of OCEL 2.0: its tables, its keys, what is in them.
struct ObjectLogFileTests {
  private func write(_ path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try ObjectLogFile(
      path: path,
      events: [.init(name: "call", attributes: [("since", .instant), ("n", .integer), ("x", .real)])],
      objects: [.init(name: "odd \"type\"", attributes: [("name", .text)]), .init(name: "agent", attributes: [])])
    try file.add(object: "o'1", type: "odd \"type\"", attributes: ["name": .text("<a> \"b\"")])
    try file.add(object: "o2", type: "agent", attributes: [:])
    try file.relate("o'1", to: "o2", qualifier: "knows")
    try file.add(
      event: "0/1", type: "call", time: "2026-11-23T10:00:00.000000Z", attributes: ["n": .integer(3), "x": .real(0.5)],
      relations: [("o'1", "caller"), ("o2", "agent")])
    try file.finish()
  }

  @Test func `the tables hold what was added, with keys that lead to each other`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("log.sqlite")
    try write(path)
    let raw = try RawDatabase(path)
    #expect(
      try raw.value("SELECT group_concat(ocel_id || ':' || ocel_type) FROM object") == "o'1:odd \"type\",o2:agent")
    #expect(
      try raw.value("SELECT ocel_time || ' ' || ifnull(since, '-') || ' ' || n || ' ' || x FROM event_call")
        == "2026-11-23T10:00:00.000000Z - 3 0.5")
    #expect(
      try raw.value("SELECT name || ifnull(ocel_changed_field, '-') FROM \"object_odd \"\"type\"\"\"") == "<a> \"b\"-")
    #expect(
      try raw.value("SELECT group_concat(ocel_object_id || ' ' || ocel_qualifier) FROM event_object")
        == "o'1 caller,o2 agent")
    #expect(
      try raw.value("SELECT ocel_source_id || ocel_target_id || ocel_qualifier FROM object_object") == "o'1o2knows")
    #expect(try raw.value("SELECT count(*) FROM pragma_foreign_key_check") == "0")
    #expect(try raw.value("PRAGMA integrity_check") == "ok")
    #expect(try raw.value("SELECT group_concat(ocel_type_map) FROM event_map_type") == "call")
  }

  @Test func `a file that is no database, or is not there, is a failure with a reason`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("This is a text, and it is long enough to be looked at.".utf8), to: "a.txt")
    for path in [path, folder.file("none/there.sqlite")] {
      let failure = #expect(throws: ObjectLogFile.Failure.self) {
        _ = try ObjectLogFile(path: path, events: [], objects: [])
      }
      #expect(failure?.reason.isEmpty == false)
    }
  }
}

extension RawDatabase {
  fileprivate func value(_ sql: String) throws -> String? { try rows(sql).first?.first }
}
