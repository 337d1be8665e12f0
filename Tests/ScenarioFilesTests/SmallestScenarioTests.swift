import ContactCenter
import ScenarioFiles
import Testing

@Suite struct `The eight-line file` {
  static let text = """
    busyhour: 1
    name: Front desk
    open: Mon-Fri 08:00-18:00
    calls: 1000/day
    handle: 5m
    agents: 19
    shrinkage: 30%
    target: 90% in 20s
    """

  @Test func `is a complete scenario`() throws {
    let document = try ScenarioReader().read(text: Self.text, name: "smallest.yaml")
    let hours = ClockRange(start: .hours(8), end: .hours(18))
    let expected = Scenario(
      name: "Front desk", timeZone: nil, days: [OperatingDay(date: nil, weekday: .monday, open: [hours])],
      openDaysPerWeek: 5, interval: .minutes(30),
      demand: Demand(
        contactsPerDay: 1_000, weekdayFactors: [1, 1, 1, 1, 1, 0, 0],
        profile: [Demand.Piece(clock: hours, weight: 10)], mix: [1]),
      queues: [
        ContactQueue(
          name: "main", handleTime: .lognormal(mean: .minutes(5), coefficientOfVariation: 1), wrapUp: nil,
          patience: .exponential(mean: .minutes(3)), priority: 5, acceptableWait: .seconds(20))
      ],
      teams: [Team(name: "main", queues: [0], schedule: .throughout(19), hourlyCost: nil)],
      shrinkage: Shrinkage(planned: [.init(name: "shrinkage", share: .percent(30))], unplanned: []),
      targets: [
        Target(
          metric: "service_level", name: "service_level", range: Target.Range(lower: 0.9), text: "90% in 20s", line: 8)
      ],
      serviceLevelDefinition: .excludingShortAbandons, staffingTarget: .percent(90), staffingOccupancyCap: nil,
      afterClose: .serve, run: Scenario.Run(replications: 200, seed: 1))
    #expect(document.scenario == expected)
    #expect(document.warnings == [])
  }
}
