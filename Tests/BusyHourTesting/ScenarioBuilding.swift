public import ContactCenter

extension Scenario {
  /// One queue, one team, open 08:00-18:00 from Monday on, even demand, 30-minute intervals; every part can be changed
  /// after.
  public static func small(
    days: Int = 1, contactsPerDay: Double = 200, handleTime: TimeSpan = .minutes(5),
    open: ClockRange = .hours(8, 18), schedule: Team.Schedule = .throughout(4), shrinkage: Shrinkage = .none
  ) -> Scenario {
    Scenario(
      name: "small", timeZone: nil,
      days: (0..<days).map { OperatingDay(date: nil, weekday: Weekday.monday.advanced(by: $0), open: [open]) },
      openDaysPerWeek: 5, interval: .minutes(30),
      demand: Demand(
        contactsPerDay: contactsPerDay, weekdayFactors: Array(repeating: 1, count: 7),
        profile: [.init(clock: .allDay, weight: 1)], mix: [1]),
      queues: [
        ContactQueue(
          name: "main", handleTime: .exponential(mean: handleTime), wrapUp: nil, patience: nil, priority: 0,
          acceptableWait: .seconds(20))
      ],
      teams: [Team(name: "main", queues: [0], schedule: schedule, hourlyCost: nil)], shrinkage: shrinkage, targets: [],
      serviceLevelDefinition: .excludingShortAbandons, staffingTarget: .percent(80), staffingOccupancyCap: nil,
      afterClose: .serve, run: Run(replications: 10, seed: 1))
  }
}

extension ClockRange {
  public static func hours(_ start: Int64, _ end: Int64) -> ClockRange {
    ClockRange(start: .hours(start), end: .hours(end))
  }
}

extension Shrinkage {
  public static func planned(_ percent: Int64, unplanned: Int64? = nil) -> Shrinkage {
    Shrinkage(
      planned: [.init(name: "shrinkage", share: .percent(percent))],
      unplanned: unplanned.map { [.init(name: "sick", share: .percent($0))] } ?? [])
  }
}
