internal import Randomness

extension ScenarioKeyCatalogue {
  /// Days that differ, chance beyond single callers, events, and callers outside opening hours.
  static var demandDetailKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "demand.volume.days", shapes: [.scalar(.choice(["average", "dated"]))],
        summary:
          "What counts with dates mean: `average` makes them one typical day, `dated` gives each date of the period its own.",
        example: "dated")
    ]
      + [
        ScenarioKey(
          path: "demand.profiles", shapes: [.section], summary: "Shapes of weekdays that differ from `profile`.",
          example: "{Sat: flat}")
      ] + profileKeys("demand.profiles.*", summary: "Shape of these days, `Sat` or `Mon-Thu`.")
      + [
        ScenarioKey(
          path: "demand.dates", shapes: [.dateMap(.dateVolume)],
          summary:
            "Dates, or stretches `2026-12-24..2026-12-31`, that differ: a factor, calls a day, or `closed`; needs a period.",
          example: "{2026-11-25: x1.3, 2026-11-26: closed}")
      ] + variationKeys + arrivalKeys + closedTimeKeys
  }

  static func profileKeys(_ path: String, summary: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: path, shapes: [.scalar(.profileName), .list(.weight), .section, .clockMap(.weight)], summary: summary,
        example: "morning-peak"),
      ScenarioKey(
        path: "\(path).file", shapes: [.scalar(.file)],
        summary: "CSV file with columns `start` and `count` (or `weight`), of which only the shape counts.",
        example: "profile.csv"),
    ]
  }

  private static var variationKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "demand.uncertainty", shapes: [.scalar(.share)],
        summary:
          "How wrong the forecast may be as a whole: coefficient of variation of a gamma factor, one for each replication. Staffing counts on the forecast.",
        example: "8%"),
      ScenarioKey(
        path: "demand.busyness", shapes: [.scalar(.share), .section],
        summary:
          "Busy and quiet days: coefficient of variation of a gamma factor, one for each day.", example: "20%"),
      ScenarioKey(
        path: "demand.busyness.cv", shapes: [.scalar(.share)], summary: "Coefficient of variation of the day's factor.",
        example: "20%"),
      ScenarioKey(
        path: "demand.busyness.shape", shapes: [.scalar(.number(10_000))],
        summary: "Shape of the gamma law instead of cv, which is 1 / its root.", example: "10"),
      ScenarioKey(
        path: "demand.busyness.by", shapes: [.scalar(.choice(["center", "queue"]))],
        summary: "`center`: all queues have the same busy days; `queue`: each has its own.", example: "queue"),
      ScenarioKey(
        path: "demand.fluctuation", shapes: [.scalar(.share), .section],
        summary:
          "Busy and quiet intervals: coefficient of variation of a lognormal factor, one for each interval.",
        example: "15%"),
      ScenarioKey(
        path: "demand.fluctuation.cv", shapes: [.scalar(.share)],
        summary: "Coefficient of variation of the interval's factor.", example: "15%"),
      ScenarioKey(
        path: "demand.fluctuation.correlation", shapes: [.scalar(.share)],
        summary:
          "How much an interval is like the one before, on the same day: correlation of the logarithms, below 100%.",
        example: "70%"),
    ]
  }

  static let arrivalNames = ArrivalCatalog.all.map { $0.name }

  private static var arrivalKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "demand.arrivals", shapes: [.scalar(.choice(arrivalNames)), .section],
        summary:
          "How calls scatter: `poisson` (without this key) as callers who know nothing of one another; `exact` with just the calls stated, at random instants of their interval; `renewal` more evenly or in bursts.",
        example: "exact"),
      ScenarioKey(
        path: "demand.arrivals.process", shapes: [.scalar(.choice(arrivalNames))], summary: "Name of the process.",
        example: "renewal"),
      ScenarioKey(
        path: "demand.arrivals.cv", shapes: [.scalar(.number(10))],
        summary:
          "Coefficient of variation of the gaps of `renewal`: below 1 more even than poisson, above 1 in bursts.",
        example: "1.5"),
    ]
  }

  private static var closedTimeKeys: [ScenarioKey] {
    func share(_ path: String, _ summary: String) -> ScenarioKey {
      ScenarioKey(path: "\(path).share", shapes: [.scalar(.share)], summary: summary, example: "2%", isRequired: true)
    }
    func within(_ path: String, _ summary: String) -> ScenarioKey {
      ScenarioKey(
        path: "\(path).within", shapes: [.scalar(.duration)], summary: summary, example: "20m", isRequired: true)
    }
    return [
      ScenarioKey(
        path: "demand.before_opening", shapes: [.section],
        summary: "Callers who come too early and wait for opening, as long as their patience lasts.",
        example: "{share: 2%, within: 20m}"),
      share("demand.before_opening", "Early callers beside the day's volume, as a part of it."),
      within("demand.before_opening", "How early they come."),
      ScenarioKey(
        path: "demand.after_closing", shapes: [.section], summary: "Callers who come too late.",
        example: "{share: 2%, within: 30m}"),
      share("demand.after_closing", "Late callers beside the day's volume, as a part of it."),
      within("demand.after_closing", "How late they come."),
      ScenarioKey(
        path: "demand.after_closing.rule", shapes: [.scalar(.choice(["turn_away", "wait"]))],
        summary:
          "`turn_away`: they hear that the center is closed and count as disconnected; `wait`: they join the line, which those still on duty serve.",
        example: "wait"),
    ]
  }

  static var eventKeys: [ScenarioKey] {
    func key(_ name: String, _ kind: ScalarKind, _ summary: String, _ example: String, isRequired: Bool = false)
      -> ScenarioKey
    {
      ScenarioKey(
        path: "events.*.\(name)", shapes: [.scalar(kind)], summary: summary, example: example, isRequired: isRequired)
    }
    return [
      ScenarioKey(
        path: "events", shapes: [.sections, .section],
        summary: "What is special about a stretch of a day: a list. `--set events.1.volume=x4` changes the first.",
        example: "[{from: 10:00, for: 2h, volume: x3}]"),
      ScenarioKey(
        path: "events.*", shapes: [.section], summary: "One event, by its place in the list, or by a name.",
        example: "{from: 10:00, for: 2h, volume: x3}"),
      key("on", .date, "Its date; every day where it is not given.", "2026-12-01"),
      key("from", .clock, "When it begins.", "10:00", isRequired: true),
      key("for", .duration, "How long it lasts.", "2h", isRequired: true),
      key("volume", .factor, "How many times as many calls come.", "x3"),
      key("queue", .name, "The queue that it is about; all where it is not given.", "clinical"),
      key(
        "foreseen", .choice(["yes", "no"]),
        "Whether `staffing: solve` counts on it; `no` is a surprise for the people of an ordinary day.", "no"),
      key("note", .text, "What it is, for readers.", "Recall notice"),
    ]
  }
}
