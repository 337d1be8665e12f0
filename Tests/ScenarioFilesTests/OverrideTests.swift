import ContactCenter
import Foundation
import ScenarioFiles
import Testing

@Suite struct `Overrides by --set` {
  func read(_ overrides: [String], base: String = "full") throws -> ScenarioDocument {
    try ScenarioReader().read(
      text: Fixtures.text("GoodScenarios/\(base).yaml"), name: "\(base).yaml",
      directory: Fixtures.folder.appending(path: "GoodScenarios").path, overrides: overrides)
  }

  @Test func `say the same as the line in the file`() throws {
    let text = `The eight-line file`.text
    let edited = try ScenarioReader().read(text: text.replacing("1000/day", with: "1100/day"), name: "a.yaml")
    for override in ["calls=1100/day", "demand.volume=1100/day", "volume=+10%", "calls=x1.1"] {
      let changed = try ScenarioReader().read(text: text, name: "a.yaml", overrides: [override])
      #expect(changed.fingerprint == edited.fingerprint, "\(override)")
    }
  }

  @Test func `reach entries of maps`() throws {
    let scenario = try read([
      "shrinkage.unplanned.sick=9%", "shrinkage.planned.vacation=x0.5", "teams.front.shifts.early=+50%",
      "teams.nurses.agents.08:00-12:00=11", "demand.weekday.Mon=x2",
    ]).scenario
    #expect(scenario.shrinkage.unplanned[0].share == .percent(9))
    #expect(scenario.shrinkage.planned[0].share == .percent(4))
    guard case .shifts(let shifts) = scenario.teams[0].schedule else {
      Issue.record("the front team works shifts")
      return
    }
    #expect(shifts[0].count == 18)
    let levels = [
      Team.Level(clock: ClockRange(start: .hours(8), end: .hours(12)), count: 11),
      Team.Level(clock: ClockRange(start: .hours(12), end: .hours(18)), count: 7),
    ]
    #expect(scenario.teams[1].schedule == .byClock(levels))
    #expect(scenario.demand.weekdayFactors[0] == 2.5 * scenario.demand.weekdayFactors[1])
  }

  @Test func `scale the times of a distribution and keep its shape`() throws {
    let law = try read(["queues.triage.handle=+50%"]).scenario.queues[1].handleTime
    let plain = try read([]).scenario.queues[1].handleTime
    #expect(law.mean == .minutes(21))
    #expect(law.shape == plain.shape)
  }

  @Test func `add and take away amounts in the value's own unit`() throws {
    let text = `The eight-line file`.text
    func scenario(_ override: String) throws -> Scenario {
      try ScenarioReader().read(text: text, name: "a.yaml", overrides: [override]).scenario
    }
    #expect(try scenario("agents=-1").teams[0].schedule == .throughout(18))
    #expect(try scenario("agents=+2").teams[0].schedule == .throughout(21))
    #expect(try scenario("handle=-1m30s").queues[0].handleTime.mean == .seconds(210))
    #expect(try scenario("calls=+50/day").demand.contactsPerDay == 1_050)
    #expect(try scenario("calls=-50").demand.contactsPerDay == 950)
    #expect(try scenario("shrinkage=-2.5pts").shrinkage.totalShare == Share(partsPerBillion: 275_000_000))
    let law = try read(["queues.triage.handle=-7m"]).scenario.queues[1].handleTime
    #expect(law.mean == .minutes(7))
    #expect(law.shape == (try read([]).scenario.queues[1].handleTime.shape), "the shape stays")
  }

  @Test(arguments: [
    "agents=-20", "agents=-1.5", "handle=-6m", "handle=-5", "calls=-5/week", "shrinkage=-5", "target=+1",
  ])
  func `refuse an amount that leaves nothing or is of another unit`(override: String) {
    let problems = #expect(throws: ScenarioProblems.self) {
      try ScenarioReader().read(text: `The eight-line file`.text, name: "a.yaml", overrides: [override])
    }
    #expect(problems?.errors.isEmpty == false)
  }

  @Test func `change what a queue has from all of them, and all queues at once`() throws {
    let text =
      `The eight-line file`.text
      + "\nresolved: 80%\nmix: {a: 50%, b: 50%}\nqueues: {a: {priority: 5}, b: {resolved: 70%}}\n"
    func resolved(_ overrides: String...) throws -> [Double?] {
      try ScenarioReader().read(text: text, name: "a.yaml", overrides: overrides).scenario.queues.map {
        $0.rules.outcome?.resolved.fraction
      }
    }
    #expect(try resolved() == [0.8, 0.7])
    #expect(try resolved("queues.a.resolved=+5pts") == [0.85, 0.7])
    #expect(try resolved("queues.*.resolved=+5pts") == [0.85, 0.75])
    #expect(try resolved("queues.*.resolved=90%") == [0.9, 0.9])
    func handle(_ override: String) throws -> [TimeSpan] {
      try ScenarioReader().read(text: text, name: "a.yaml", overrides: [override]).scenario.queues.map(
        \.handleTime.mean)
    }
    #expect(try handle("queues.*.handle=-1m30s") == [.seconds(210), .seconds(210)])
    let alone = try ScenarioReader().read(
      text: `The eight-line file`.text, name: "a.yaml", overrides: ["queues.*.handle=-1m30s"])
    #expect(alone.scenario.queues.map(\.handleTime.mean) == [.seconds(210)])
    for wrong in ["queues.*.handles=4m", "queues.*.refunds=+1pts", "shifts.*.count=3"] {
      #expect(throws: ScenarioProblems.self, "\(wrong)") { try handle(wrong) }
    }
  }

  @Test func `reach items of lists`() throws {
    let text = `The eight-line file`.text.replacing(
      "open: Mon-Fri 08:00-18:00", with: "open: [Mon-Fri 08:00-18:00, Sat 09:00-12:00]")
    func same(_ override: String, as open: String) throws -> Bool {
      let left = try ScenarioReader().read(text: text, name: "a.yaml", overrides: [override])
      let right = try ScenarioReader().read(text: text, name: "a.yaml", overrides: ["open=\(open)"])
      return left.fingerprint == right.fingerprint
    }
    #expect(try same("open.2=Sat 09:00-13:00", as: "[Mon-Fri 08:00-18:00, Sat 09:00-13:00]"))
    #expect(try same("open.3=Sun 09:00-10:00", as: "[Mon-Fri 08:00-18:00, Sat 09:00-12:00, Sun 09:00-10:00]"))
    #expect(throws: ScenarioProblems.self) { try same("open.5=Sun 09:00-10:00", as: "24/7") }
    #expect(throws: ScenarioProblems.self) { try same("open.0=Sun 09:00-10:00", as: "24/7") }
  }

  @Test func `of a target with a sign say how it is written`() {
    let problems = #expect(throws: ScenarioProblems.self) { try read(["targets.occupancy=>= 80%"], base: "solved") }
    #expect(problems?.errors.first?.message.contains("uses a sign") == true, "\(problems?.description ?? "")")
  }

  /// Whatever `check --expand` and the messages of `compare` name can be set, in the file as it was written. Of long files
  /// some 30 values are tried.
  @Test func `take every value of the long form at its path`() throws {
    let folder = Fixtures.repository.appending(path: "scenarios")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".yaml")
    {
      let file = folder.appending(path: name).path
      let document = try ScenarioReader().read(file: file)
      let inputs = document.inputs.filter { !$0.path.hasPrefix("demand.profile.") }
      for place in stride(from: 0, to: inputs.count, by: max(1, inputs.count / 30)) {
        let input = inputs[place]
        let override = "\(input.path)=\(input.value)"
        let again = try? ScenarioReader().read(file: file, overrides: [override])
        #expect(again?.fingerprint == document.fingerprint, "\(name): \(override)")
      }
    }
  }

  @Test func `are applied in order`() throws {
    #expect(try read(["calls=100/day", "calls=x2", "calls=+10%"]).scenario.demand.contactsPerDay == 220)
  }

  @Test func `change defaults, too`() throws {
    #expect(try read(["run.replications=x5"], base: "solved").scenario.run.replications == 1_000)
  }

  @Test func `keep names that look like changes`() throws {
    #expect(try read(["name=x3"], base: "solved").scenario.name == "x3")
  }
}
