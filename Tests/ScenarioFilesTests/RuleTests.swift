import ContactCenter
import ScenarioFiles
import Testing

@Suite struct `Rules in scenario files` {
  func read(_ overrides: [String] = []) throws -> Scenario {
    try ScenarioReader().read(
      text: Fixtures.text("GoodScenarios/rules.yaml"), name: "rules.yaml", overrides: overrides
    ).scenario
  }

  @Test func `an atom of patience at zero is balking`() throws {
    let queue = try read().queues[1]
    #expect(queue.patience == .exponential(mean: .seconds(1_000)))
    #expect(queue.rules.balking == [Balking(.mustWait, share: .percent(10))])
  }

  @Test func `a field of a short form can be changed alone`() throws {
    let redial = try read(["queues.spanish.redial.chance=40%", "queues.billing.redial.chance=40%", "redial=25%"])
      .queues.map(\.rules.redial)
    #expect(redial[0]?.afterAbandonment == .percent(25))
    #expect(redial[1]?.afterAbandonment == .percent(40))
    #expect(redial[1]?.afterBusySignal == .percent(60))
    #expect(try read(["queues.tier2.balk.share=x2"]).queues[5].rules.balking[1].share == .percent(40))
    let skills = try read(["teams.billing.skills.scheduling.level=3"]).teams[1].skills
    #expect(skills.map(\.queue) == [0, 1, 6])
    #expect(skills.map(\.level) == [3, 1, 1])
  }

  @Test func `people in line are not meant where nobody holds a line`() throws {
    let email = try read().queues[4]
    #expect(email.patience == nil)
    #expect(email.rules.redial == nil)
    #expect(email.rules.balking.isEmpty)
  }

  @Test func `lines are those of phone queues that name no others`() throws {
    let scenario = try read()
    #expect(scenario.trunkGroups.map(\.lines) == [6, 40])
    #expect(scenario.queues.map(\.rules.trunkGroup) == [1, 1, 0, nil, nil, 1, nil])
  }

  @Test func `an outage without a date is on every open day`() throws {
    let outages = try read().outages
    #expect(outages.count == 6)
    #expect(outages[0].time.start == .zero + .hours(3 * 24 + 14))
    #expect(outages[0].queues == [0, 1, 2, 5])
  }
}
