extension ScenarioKeyCatalogue {
  static let agentLimit = 65_000
  static let queueLimit = 250
  static let teamLimit = 250
  static let replicationLimit = 1_000_000
  static let warmUpLimit = 365
  /// The greatest whole number that JSON readers keep exactly.
  static let seedLimit = 9_007_199_254_740_991

  static var headKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "busyhour", shapes: [.scalar(.formatVersion)], summary: "Version of the file format; the first key.",
        example: "1", isRequired: true),
      ScenarioKey(
        path: "extends", shapes: [.scalar(.file)],
        summary:
          "A scenario file in the same folder whose values hold where this one is silent. Maps are merged, lists replace, an empty value or `null` removes, and `+25%`, `x3`, `-1` change the value there.",
        example: "clinic.yaml"),
      ScenarioKey(
        path: "name", shapes: [.scalar(.text)], summary: "What reports call the scenario.", example: "Front desk",
        standard: .init(text: "", reason: "the name of the file")),
      ScenarioKey(
        path: "timezone", shapes: [.scalar(.timeZone)], summary: "Time zone of all clock times, by its IANA name.",
        example: "America/Los_Angeles"),
      ScenarioKey(
        path: "open", shapes: [.scalar(.opening), .list(.opening)],
        summary: "Opening hours: one rule or a list of rules.", example: "Mon-Fri 08:00-18:00", isRequired: true),
      ScenarioKey(
        path: "period", shapes: [.scalar(.period)],
        summary: "The days that one replication covers, at most 366. Without it a replication is one typical day.",
        example: "2026-11-23..2026-12-20"),
      ScenarioKey(
        path: "closed", shapes: [.scalar(.date), .list(.date)],
        summary: "Dates of the period on which the center is closed.",
        example: "[2026-11-26, 2026-11-27]"),
      ScenarioKey(
        path: "interval", shapes: [.scalar(.interval)], summary: "Planning and reporting interval; it divides a day.",
        example: "15m", standard: .init(text: "30m", reason: "the interval of most ACD reports")),
    ]
  }

  static var demandKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "demand", shapes: [.section], summary: "How many calls come, when, and of which kind.",
        example: "{volume: 1000/day}"),
      ScenarioKey(
        path: "demand.volume", aliases: ["calls", "volume"], shapes: [.scalar(.rate), .section],
        summary: "Expected calls on an open day, or per week, hour or interval; or a file of interval counts.",
        example: "1000/day", isRequired: true),
      ScenarioKey(
        path: "demand.volume.file", shapes: [.scalar(.file)],
        summary:
          "CSV file of interval counts: columns `start` and `count`, optionally `queue`; it gives volume and profile.",
        example: "counts.csv"),
      ScenarioKey(
        path: "demand.weekday", shapes: [.dayMap(.weekdayFactor)],
        summary: "Busyness of the weekdays, scaled to mean 1 over the open ones; needs a period.",
        example: "{Mon: 1.25, Fri: 0.85}"),
      ScenarioKey(
        path: "demand.profile", aliases: ["profile"],
        shapes: [.scalar(.profileName), .list(.weight), .section, .clockMap(.weight)],
        summary:
          "Shape of the day: a name, one number for each interval of the open time, a map of clock ranges, or a file.",
        example: "double-peak", standard: .init(text: "flat", reason: "the same rate all day")),
      ScenarioKey(
        path: "demand.profile.file", shapes: [.scalar(.file)],
        summary: "CSV file with columns `start` and `count` (or `weight`), of which only the shape counts.",
        example: "profile.csv"),
      ScenarioKey(
        path: "demand.mix", aliases: ["mix"], shapes: [.nameMap(.share)],
        summary: "Share of each queue; sums to 100%.", example: "{routine: 55%, triage: 45%}"),
    ]
  }

  /// `handle` and its kin, with the fields of the long form.
  static func distributionKeys(
    _ path: String, use: DistributionText.Use, summary: String, example: String, standard: ScenarioKey.Standard? = nil,
    isRequired: Bool = false
  ) -> [ScenarioKey] {
    func field(_ name: String, _ kind: ScalarKind, _ summary: String, _ example: String) -> ScenarioKey {
      ScenarioKey(path: "\(path).\(name)", shapes: [.scalar(kind)], summary: summary, example: example)
    }
    let zero =
      use == .patience
      ? [
        field(
          "zero", .share, "Part that never waits and leaves where nobody is free; the others follow the law.", "10%")
      ]
      : []
    return [
      ScenarioKey(
        path: path, shapes: [.scalar(.distribution(use)), .section], summary: summary, example: example,
        standard: standard, isRequired: isRequired),
      field("law", .choice(DistributionReading.laws), "Family of the distribution.", "gamma"),
      field("mean", .duration, "Mean.", "14m"),
      field("cv", .number(10), "Coefficient of variation: standard deviation / mean.", "0.8"),
      field("sd", .duration, "Standard deviation.", "6m"),
      field("p50", .duration, "Median, with p90: a lognormal through both.", "4m"),
      field("p90", .duration, "90th percentile, with mean or p50: a lognormal through both.", "18m"),
      field("shape", .number(1_000_000), "Shape of a gamma or Weibull law; lowest value / mean of a uniform one.", "2"),
      field("file", .file, "CSV file of durations in seconds, used as they are.", "aht.csv"),
      field("column", .text, "Name of the column of the file; the first where it is not given.", "handle_s"),
    ] + zero
  }

  static var callKeys: [ScenarioKey] {
    distributionKeys(
      "handle", use: .handle, summary: "Talk and hold time of a call.", example: "5m")
      + distributionKeys(
        "wrap_up", use: .wrapUp, summary: "Work after a call, before the next.", example: "30s",
        standard: .init(text: "0", reason: "handle is taken to include it"))
      + distributionKeys(
        "patience", use: .patience, summary: "How long a caller waits before hanging up; `never` hangs up never.",
        example: "3m",
        standard: .init(text: "exp 3m", reason: "callers of published centers wait 2 to 4 minutes on average"))
  }

  static var peopleKeys: [ScenarioKey] {
    let heads = ScalarKind.integer(0...agentLimit)
    return [
      ScenarioKey(
        path: "agents", shapes: [.scalar(heads), .clockMap(heads)],
        summary: "People scheduled, shrinkage included: over all open hours, or by clock range.", example: "19"),
      ScenarioKey(
        path: "staffing", shapes: [.scalar(.choice(["solve"]))],
        summary: "`solve`: find the people that the service-level target needs, interval by interval.", example: "solve"
      ),
      ScenarioKey(
        path: "cost", shapes: [.scalar(.wage)], summary: "Wage of a paid hour of teams that state none.",
        example: "$22/h"),
      ScenarioKey(
        path: "definition", shapes: [.scalar(.choice(DefinitionWords.all))],
        summary: "Which calls count in the service level.", example: "answered",
        standard: .init(
          text: "excl_short_abandons", reason: "short abandons are nobody's fault; the usual contract text")),
      ScenarioKey(
        path: "wait_basis", shapes: [.scalar(.choice(["attempt", "customer"]))],
        summary: "Which wait the acceptable one bounds: that of each attempt (`attempt`, as without the key), or "
          + "those of a caller's attempts until an agent answers, together (`customer`).", example: "customer"),
      ScenarioKey(
        path: "after_close", shapes: [.scalar(.choice(["serve", "disconnect"]))],
        summary:
          "Calls that still wait at closing time: the last people serve them, and stay while somebody in self-service or handed on by a colleague may still come; or the line is cut, also to those who come to it later.",
        example: "disconnect", standard: .init(text: "serve", reason: "callers in line are served")),
    ]
  }

  static var targetKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "targets", shapes: [.section], summary: "What the scenario is held against.",
        example: "{asa: at most 20s}")
    ]
      + TargetMetric.all.map { metric in
        ScenarioKey(
          path: "targets.\(metric.key)", aliases: metric.aliases, shapes: [.scalar(.target(metric.unit))],
          summary: metric.summary, example: metric.example)
      }
  }

  static var queueKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues", shapes: [.section], summary: "Kinds of calls, each with its own line.",
        example: "{billing: {handle: 6m}}"),
      ScenarioKey(path: "queues.*", shapes: [.section], summary: "One queue, by its name.", example: "{handle: 6m}"),
    ]
      + distributionKeys("queues.*.handle", use: .handle, summary: "Talk and hold time in this queue.", example: "6m")
      + distributionKeys("queues.*.wrap_up", use: .wrapUp, summary: "Work after a call of this queue.", example: "20s")
      + distributionKeys("queues.*.patience", use: .patience, summary: "Patience in this queue.", example: "2m")
      + [
        ScenarioKey(
          path: "queues.*.priority", shapes: [.scalar(.priority)],
          summary: "Which calls go first: high (2), normal (5), low (8), or 0 (first) to 9 (last).", example: "high",
          standard: .init(text: "normal", reason: "calls are answered in the order in which they came")),
        ScenarioKey(
          path: "queues.*.target", shapes: [.scalar(.target(.serviceLevel))], summary: "Service level of this queue.",
          example: "80% in 30s"),
        ScenarioKey(
          path: "queues.*.days", shapes: [.scalar(.days)],
          summary:
            "Weekdays on which contacts of this queue come, for the first time or again; every open day where not given. The queues of a day share its volume in the proportions of the mix.",
          example: "Mon-Fri"),
      ] + ruleKeys("queues.*.") + queueRuleKeys + careKeys + outboundKeys + reviewKeys
      + profileKeys("queues.*.profile", summary: "Shape of this queue's day, where it has one of its own.")
  }

  static var teamKeys: [ScenarioKey] {
    let heads = ScalarKind.integer(0...agentLimit)
    return [
      ScenarioKey(
        path: "teams", shapes: [.section], summary: "Groups of people with the same skills and hours.",
        example: "{front: {count: 10}}"),
      ScenarioKey(path: "teams.*", shapes: [.section], summary: "One team, by its name.", example: "{count: 10}"),
      ScenarioKey(
        path: "teams.*.count", shapes: [.scalar(heads)], summary: "People scheduled over all open hours.", example: "10"
      ),
      ScenarioKey(
        path: "teams.*.agents", shapes: [.clockMap(heads)], summary: "People scheduled by clock range.",
        example: "{08:00-12:00: 10, 12:00-18:00: 14}"),
      ScenarioKey(
        path: "teams.*.shifts", shapes: [.nameMap(heads)], summary: "People scheduled on each shift.",
        example: "{early: 4, late: 3}"),
      ScenarioKey(path: "teams.*.cost", shapes: [.scalar(.wage)], summary: "Wage of a paid hour.", example: "$24/h"),
      ScenarioKey(
        path: "teams.*.price", shapes: [.scalar(.amount(per: ["contact", "min"]))],
        summary:
          "Price of an outsourcing partner whose people these are: for each contact answered, or minute of work.",
        example: "$4/contact"),
    ] + skillKeys + shrinkageKeys(of: "teams.*.") + conductKeys(of: "teams.*.") + tenureKeys
  }

  static var shiftKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "shifts", shapes: [.section], summary: "When people of a shift work.",
        example: "{early: {hours: 07:45-16:15}}"),
      ScenarioKey(
        path: "shifts.*", shapes: [.section], summary: "One shift, by its name.", example: "{hours: 07:45-16:15}"),
      ScenarioKey(
        path: "shifts.*.days", shapes: [.scalar(.days)], summary: "Days of the shift; the open days where not given.",
        example: "Mon-Fri"),
      ScenarioKey(
        path: "shifts.*.hours", shapes: [.scalar(.clockRange)],
        summary: "Start and end; an earlier end is on the next day.",
        example: "07:45-16:15", isRequired: true),
      ScenarioKey(
        path: "shifts.*.lunch", shapes: [.scalar(.lunch)],
        summary: "A pause, with the window in which people take it one after another.",
        example: "30m between 11:00 and 13:30"),
      ScenarioKey(
        path: "shifts.*.breaks", shapes: [.scalar(.breaks)], summary: "Pauses spread evenly over the shift.",
        example: "2 x 15m"),
      ScenarioKey(
        path: "shifts.*.count", shapes: [.scalar(.integer(0...agentLimit))],
        summary: "People on the shift, in a scenario without teams.", example: "6"),
    ]
  }

  static var runKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "sweep", shapes: [.axisMap],
        summary:
          "What `busyhour sweep` varies: keys, each with a range or a list of values, and `exclude`, a list of points to leave out.",
        example: "{shrinkage: 20%..40%/5%, demand.volume: [900/day, 1000/day]}"),
      ScenarioKey(
        path: "tornado", shapes: [.axisMap],
        summary:
          "How far inputs are uncertain, for `busyhour tornado`: keys, each with its lower and its higher value, or `+-15%`.",
        example: "{handle: 4m30s..6m, demand.volume: 900..1100, shrinkage: +-15%}"),
      ScenarioKey(
        path: "run", shapes: [.section], summary: "How the scenario is simulated.", example: "{replications: 500}"),
      ScenarioKey(
        path: "run.replications", shapes: [.scalar(.integer(1...replicationLimit))],
        summary: "Independent repetitions.", example: "1000",
        standard: .init(text: "200", reason: "service level within about 0.3 points")),
      ScenarioKey(
        path: "run.warm_up_days", shapes: [.scalar(.integer(1...warmUpLimit))],
        summary:
          "Days at the start of the period that are simulated and counted in no figure, so that backlogs, redials and repeats are as in the middle of things.",
        example: "7"),
      ScenarioKey(
        path: "run.start_at", shapes: [.scalar(.clock)],
        summary:
          "Time of the first day at which runs start, on the border of an interval: with the people of that time and the contacts of queues.*.waiting and talks. Figures are of those who come from then on.",
        example: "10:30"),
      ScenarioKey(
        path: "run.seed", shapes: [.scalar(.integer(0...seedLimit))],
        summary: "Seed of all chance; the same seed gives the same run.", example: "42",
        standard: .init(text: "1", reason: "any number is as good")),
    ]
  }
}
