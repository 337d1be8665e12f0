import ContactCenter
import Foundation
import ScenarioFiles
import Testing

@Suite struct `Extended files` {
  func overlay(_ overrides: [String] = []) throws -> ScenarioDocument {
    try ScenarioReader().read(
      file: Fixtures.folder.appending(path: "GoodScenarios/overlay.yaml").path, overrides: overrides)
  }

  func base(_ overrides: [String] = []) throws -> ScenarioDocument {
    try ScenarioReader().read(
      file: Fixtures.folder.appending(path: "GoodScenarios/base.yml").path, overrides: overrides)
  }

  @Test func `an overlay is the base with the same changes made by set`() throws {
    let changed = try base([
      "name=Flu season", "calls=+25%", "mix={scheduling: 55%, clinical: 45%}", "redial=40%",
      "queues.clinical.handle=+10%", "queues.clinical.priority=normal", "teams.front.count=-2",
      "teams.front.skills=[scheduling, clinical]", "teams.nurses.cost=+$4/h",
      "shrinkage.planned={vacation: 8%}", "shrinkage.unplanned.sick=x2",
      "events=[{on: 2026-11-24, from: 10:00, for: 3h, volume: x3, queue: clinical}]",
      "targets={service_level: 90% in 20s, abandonment: at most 5%}",
    ])
    var whole = changed.scenario
    whole.outages = []
    #expect(try overlay().scenario.withoutLines == whole.withoutLines)
  }

  @Test func `what an overlay does not say is as it was`() throws {
    let (base, overlay) = (try base().scenario, try overlay().scenario)
    #expect(overlay.days == base.days && overlay.timeZone == base.timeZone)
    #expect(overlay.queues[0].handleTime == base.queues[0].handleTime)
    #expect(overlay.queues[0].rules.redial?.delay == base.queues[0].rules.redial?.delay)
    #expect(overlay.queues.map(\.name) == ["scheduling", "clinical"])
    #expect(overlay.teams.map(\.name) == ["front", "nurses"])
  }

  @Test func `set comes after the files`() throws {
    #expect(try overlay(["calls=900/day"]).scenario.demand.contactsPerDay == 900)
    #expect(try overlay(["calls=x2"]).scenario.demand.contactsPerDay == 2_500)
  }

  @Test func `the extended files are kept with the scenario`() throws {
    let document = try ScenarioReader().read(
      file: Fixtures.folder.appending(path: "GoodScenarios/overlay-of-overlay.yaml").path)
    #expect(document.dataFiles.map(\.name) == ["overlay.yaml", "base.yml"])
    #expect(document.scenario.name == "Flu season, one more nurse")
    #expect(document.scenario.teams[1].schedule == .throughout(17))
  }

  @Test func `a factor by the clock is a value, not a change of the extended file's`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "busyhour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = "busyhour: 1\nopen: 08:00-18:00\ncalls: 200/day\nhandle: 5m\nagents: 8\ntarget: 80% in 20s\n"
    let upper = "busyhour: 1\nextends: base.yaml\nhandle_at: {08:00-10:00: x1.5}\n"
    let file = folder.appending(path: "upper.yaml")
    try base.write(to: folder.appending(path: "base.yaml"), atomically: true, encoding: .utf8)
    try upper.write(to: file, atomically: true, encoding: .utf8)
    let once = try ScenarioReader().read(file: file.path)
    let again = try ScenarioReader().read(file: file.path, overrides: ["handle_at.08:00-10:00=x1.5"])
    #expect(once.scenario.queues[0] == again.scenario.queues[0])
    #expect(once.expandedText.contains("x1.5"), "\(once.expandedText)")
  }

  @Test func `a chain of files has an end`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "busyhour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for index in 0..<9 {
      let text = "busyhour: 1\nextends: \(index + 1).yaml\n"
      try text.write(to: folder.appending(path: "\(index).yaml"), atomically: true, encoding: .utf8)
    }
    let problems = #expect(throws: ScenarioProblems.self) {
      try ScenarioReader().read(file: folder.appending(path: "0.yaml").path)
    }
    #expect(problems?.errors.map(\.message) == ["extends: more than 8 files extend one another"])
    #expect(problems?.errors.first?.file.hasSuffix("/7.yaml") == true)
    #expect(problems?.errors.first?.line == 2)
  }
}
