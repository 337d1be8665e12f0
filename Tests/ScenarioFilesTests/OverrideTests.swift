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
