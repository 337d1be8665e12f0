import BusyHourTesting

@testable import ScenarioFiles

/// What keys mean together and the catalogue does not know. A new key needs a line here only where the reader refuses it
/// without others; a key that never gets past the reader fails the test of coverage.
enum GeneratedForms {
  /// One way to fill a section: keys that stand, and keys of other ways that then do not.
  struct Form {
    var stands: [String]
    var others: [String]
    func isOther(_ name: String) -> Bool { others.contains(name) && !stands.contains(name) }
  }

  /// Ways to fill a section, by the end of its path.
  private static let forms: [(section: String, ways: [[String]])] = [
    ("demand.busyness", [["cv"], ["cv", "by"], ["shape"], ["shape", "by"]]),
    ("demand.fluctuation", [["cv"], ["cv", "correlation"]]),
    ("demand.arrivals", [["process"], ["cv"]]),
    ("planned.*", [["share"], ["share", "weekday"], ["share", "clock"]]),
    ("unplanned.*", [["share"], ["share", "weekday"], ["share", "clock"], ["share", "correlation"]]),
    ("due", [["answered"], ["done"], ["answered", "done"]]),
    ("escalate.*", [["to", "share"], ["to", "refund_above"]]),
    ("balk.*", [["share"], ["share", "line"], ["share", "announced"]]),
    ("events.*", [["from", "for", "volume"]]),
    (
      "activities.*",
      [
        ["name"], ["name", "days"], ["name", "on"], ["name", "from", "for"], ["name", "from", "for", "people"],
        ["name", "days", "from", "for", "teams"], ["name", "from", "for", "people", "teams", "with"],
      ]
    ),
    (
      "outcomes_when.*",
      [
        ["waited", "accurate"], ["transfers", "accurate"], ["settled", "accurate"], ["team", "accurate"],
        ["tier", "accurate"], ["hired_within_weeks", "accurate"],
        ["waited", "resolved"], ["waited", "satisfaction"], ["waited", "recommendation"], ["waited", "passed"],
      ]
    ),
    ("premiums.*", [["share", "hours"], ["share", "days"]]),
    (
      "outages.*",
      [
        ["from", "for"], ["from", "for", "queues"], ["from", "for", "channel"],
        ["from", "for", "queues", "divert_to"],
      ]
    ),
    (
      "faults.*",
      [
        ["availability", "repair"], ["availability", "repair", "queues"], ["availability", "repair", "channel"],
        ["availability", "repair", "queues", "divert_to"],
      ]
    ),
    ("losses.*", [["from", "for"]]),
    ("targets", [["service_level"], ["service_level"], []]),
    (
      "dial",
      [
        ["reaches"], ["reaches", "preview"], ["reaches", "wrong_party"], ["reaches", "ahead"],
        ["reaches", "ahead", "wrong_party"], ["reaches", "ahead", "hold"],
        ["reaches", "ahead", "paced", "while_free"], ["reaches", "ahead", "hold", "paced", "while_free"],
      ]
    ),
  ]

  /// Keys that are refused without a sibling.
  static let needs = [
    "repeats": ["resolved"], "complaints": ["resolved"], "surveyed": ["satisfaction"],
    "outcomes_when": ["accurate", "resolved", "satisfaction", "recommendation", "quality"],
    "costs": ["cost", "targets"],
  ]

  /// Keys at the top without which a key is refused: what people cost has no target where nobody has a wage.
  static func atTop(for path: String) -> [String] { path.hasPrefix("targets.cost") ? ["cost"] : [] }

  private static let lawWays = [
    ["mean"], ["mean", "cv"], ["mean", "sd"], ["mean", "p90"], ["p50", "p90"], ["law", "mean", "shape"],
    ["law", "mean", "cv"], ["file"], ["file", "column"],
  ]

  static func form(
    of path: String, keys: [String], wished: String?, _ frame: ScenarioFrame, _ random: inout RepeatableRandom
  ) -> Form {
    let ways = ways(of: path, keys, frame)
    guard !ways.isEmpty else { return Form(stands: [], others: []) }
    let wanted = ways.filter { way in wished.map(way.contains) ?? true }
    return Form(stands: random.pick(wanted.isEmpty ? ways : wanted), others: ways.flatMap { $0 })
  }

  private static func ways(of path: String, _ keys: [String], _ frame: ScenarioFrame) -> [[String]] {
    switch path {
    case "":
      let asked = [
        (frame.hasQueues, "queues"), (frame.period != nil, "period"), (frame.interval != nil, "interval"),
        (frame.startClock != nil, "run"),
      ]
      return [["demand", "handle"] + people(frame) + asked.filter(\.0).map(\.1)]
    case "demand": return [frame.queues.count > 1 && frame.counts != .queues ? ["mix"] : ["volume"]]
    case "demand.volume": return [frame.counts == .dates ? ["file", "days"] : ["file"]]
    case "shifts.*": return [frame.people == .shifts ? ["hours", "count"] : ["hours"]]
    case "run": return frame.startClock == nil ? [] : [["start_at"]]
    // Who is called is on no other channel, and does not wait when the run starts.
    case "queues.*":
      let present = [["waiting"], ["talks"], ["channel", "waiting", "talks"]]
      return [[], [], ["channel"], ["channel"], ["dial"]] + (frame.startClock == nil ? [] : present)
    case "teams.*":
      return frame.people == .teamsSolved ? [[]] : frame.hasShifts ? [["shifts"]] : [["count"], ["agents"]]
    default:
      if keys.contains("p50") { return lawWays }
      return forms.first { path == $0.section || path.hasSuffix(".\($0.section)") }?.ways ?? []
    }
  }

  private static func people(_ frame: ScenarioFrame) -> [String] {
    switch frame.people {
    case .agents: ["agents"]
    case .shifts: ["shifts"]
    case .solved: ["staffing"]
    case .teams: ["teams"]
    case .teamsWithShifts: ["teams", "shifts"]
    case .teamsSolved: ["teams", "staffing"]
    }
  }

  /// Whether a key can stand in such a scenario, and all sections that it is in.
  static func isPossible(_ key: ScenarioKey, in frame: ScenarioFrame) -> Bool {
    let parts = key.path.split(separator: ".")
    return parts.indices.allSatisfy { isPossible(parts[...$0].joined(separator: "."), frame) }
  }

  static func isPossible(_ path: String, _ frame: ScenarioFrame) -> Bool {
    switch path {
    case "agents": frame.people == .agents
    case "shifts", "teams.*.shifts": frame.hasShifts
    case "staffing": frame.people == .solved || frame.people == .teamsSolved
    case "teams": frame.hasTeams
    case "teams.*.count", "teams.*.agents": frame.people == .teams
    case "shifts.*.count": frame.people == .shifts
    case "queues": frame.hasQueues
    case "queues.*.transfer", "queues.*.escalate", "queues.*.review", "outages.*.divert_to", "faults.*.divert_to":
      frame.queues.count > 1
    case "activities.*.on": frame.period != nil
    case "activities.*.with": frame.hasTeams && frame.teams.count > 1
    case "period": frame.period != nil
    case "run.start_at", "queues.*.waiting", "queues.*.talks": frame.startClock != nil
    case "run.warm_up_days": frame.period != nil && frame.dates.count > 1
    case "outages.*.on", "losses.*.on": frame.period != nil
    case "losses.*.teams", "queues.*.dial.while_free.teams": frame.hasTeams
    case "release": frame.people != .shifts
    case "teams.*.release": frame.people == .teams
    case "demand.volume.file": frame.counts != nil
    case "demand.volume.days": frame.counts == .dates
    case "demand.mix": frame.counts != .queues
    case "demand.profile", "demand.profiles", "queues.*.profile", "queues.*.days": frame.counts == nil
    default: true
    }
  }

  /// Whether a key can stand at a place among others like it: a queue that is reviewed reviews no other.
  static func fits(_ path: String, below place: [String], _ frame: ScenarioFrame) -> Bool {
    path != "queues.*.review" || place.last == frame.queues[0]
  }

  /// Whether the value is a map, not a single value or a list; nil where it may be either.
  static func isSection(_ path: String, _ frame: ScenarioFrame) -> Bool? {
    switch path {
    case "demand.volume": frame.counts != nil
    case "teams.*.newcomers": true
    case "demand.arrivals", "teams.*.skills": true  // Lists are made below: they must name the right queues.
    default: nil
    }
  }

  /// Names of the entries of a section, or of a map of names.
  static func names(
    of path: String, at place: [String], _ frame: ScenarioFrame, _ random: inout RepeatableRandom
  ) -> [String] {
    switch path {
    case "queues.*", "demand.mix": frame.queues
    case "teams.*": frame.teams
    case "shifts.*": ScenarioFrame.shiftNames
    // The first team does everything, so that no queue and no shift is without people.
    case "teams.*.shifts": some(ScenarioFrame.shiftNames, of: place, frame, &random)
    case "teams.*.skills.*": some(frame.queues, of: place, frame, &random)
    case "demand.profiles.*": random.pick([["Mon-Thu", "Sat"], ["Sun"], ["daily"]])
    case "trunks.*": random.pick([["main"], ["main", "spare lines"]])
    default: random.pick([["vacation", "sick"], ["training"]])
    }
  }

  private static func some(
    _ names: [String], of place: [String], _ frame: ScenarioFrame, _ random: inout RepeatableRandom
  ) -> [String] {
    guard place.count > 1, place[1] != frame.teams[0] else { return names }
    let some = names.filter { _ in random.chance(0.6) }
    return some.isEmpty ? [random.pick(names)] : some
  }

  /// Values that others decide; nil where the key's kind is enough.
  static func value(
    of path: String, at place: [String], _ frame: ScenarioFrame, _ random: inout RepeatableRandom
  ) -> SourceNode? {
    switch path {
    case "open":
      frame.open.rules.count == 1 && random.chance(0.7)
        ? .text(frame.open.rules[0]) : .list(frame.open.rules.map { .text($0) })
    case "period": frame.period.map { .text($0) }
    case "run.warm_up_days": .text("1")
    case "run.start_at": frame.startClock.map { .text($0) }
    case "queues.*.waiting", "queues.*.talks": random.chance(0.5) ? .text("1") : .list([.text("2m"), .text("10s")])
    // Who is cheapest is known only where everybody has a wage.
    case "goes_to", "queues.*.goes_to": .text(random.pick(["longest_idle", "most_idle", "uniform"]))
    case "extends": .text(GeneratedFiles.extended)
    case "interval": .text("\(frame.interval ?? 30)m")
    case "demand.mix": mix(frame.queues)
    case "demand.volume.file": .text(GeneratedFiles.counts(frame))
    case "demand.volume.days": .text("dated")
    case "teams.*.skills":
      random.chance(0.3) ? .list(some(frame.queues, of: place, frame, &random).map { .text($0) }) : nil
    case "demand.arrivals": random.chance(0.5) ? .text(random.pick(unspread)) : nil
    case "demand.arrivals.process": .text(random.pick(unspread))
    case "queues.*.refunds.mean": .text(random.pick(["20", "60.5"]))
    case "queues.*.transfer.*.share", "queues.*.escalate.*.share": .text(random.pick(["0%", "8%", "45%"]))
    case "outages.*.channel", "faults.*.channel": .text("phone")
    case "outages.*.queues", "faults.*.queues": .text(frame.queues[0])
    case "outages.*.divert_to", "faults.*.divert_to": .text(frame.queues[frame.queues.count - 1])
    case "faults.*.availability": .text(random.pick(["99.5%", "90%"]))
    case "losses.*.teams", "queues.*.dial.while_free.teams": .text(random.pick(frame.teams))
    case "queues.*.dial.ahead": .text(random.pick(["1", "2.5"]))
    case "activities.*.name": .text(random.pick(["huddle", "coaching"]))
    case "activities.*.teams": .list([.text(frame.hasTeams ? frame.teams[0] : "main")])
    case "activities.*.with": .text(frame.teams[1])
    case "teams.*.newcomers": random.chance(0.5) ? .text("1") : nil
    case "teams.*.newcomers.count": .text("1")
    case "queues.*.review.to": .text(frame.queues[frame.queues.count - 1])
    case "queues.*.transfer.*.to", "queues.*.escalate.*.to": .text(random.pick(frame.queues.filter { $0 != place[1] }))
    case "outcomes_when.*.team", "queues.*.outcomes_when.*.team": .text(frame.hasTeams ? frame.teams[0] : "main")
    case "call_equivalents": scores(["chat": "0.6"])
    case "costs.penalties.missed": scores(["service_level": "$5"])
    case _ where path.hasSuffix("satisfaction"): scores(["5": "80%", "2": "20%"])
    case _ where path.hasSuffix("recommendation"): scores(["10": "70%", "3": "30%"])
    default: lawOrProfile(path, frame, &random)
    }
  }

  private static func scores(_ values: KeyValuePairs<String, String>) -> SourceNode {
    .map(values.map { .init(name: $0.key, place: .nowhere, value: .text($0.value)) })
  }

  /// Processes without a spread of their own.
  private static let unspread = ScenarioKeyCatalogue.arrivalNames.filter { $0 != "renewal" }

  private static func lawOrProfile(
    _ path: String, _ frame: ScenarioFrame, _ random: inout RepeatableRandom
  ) -> SourceNode? {
    if path.hasSuffix(".column") { return .text("handle_s") }
    if path.hasSuffix(".profile.file") || path.hasSuffix(".profiles.*.file") { return .text(GeneratedFiles.shape) }
    if path.hasSuffix(".file") { return .text(GeneratedFiles.durations) }
    if path.hasSuffix(".mean") { return .text(random.pick(["5m", "6m"])) }
    if path.hasSuffix(".p90") { return .text(random.pick(["8m", "10m"])) }
    if path.hasSuffix(".sd") { return .text(random.pick(["90s", "4m"])) }
    if path.hasSuffix(".p50") { return .text("3m") }
    if path.hasSuffix(".law") { return .text(random.pick(["gamma", "weibull", "uniform"])) }
    if path.hasSuffix(".shape") || path.hasSuffix(".cv"), !path.hasPrefix("demand") { return .text("0.5") }
    guard path.hasSuffix("profile"), random.chance(0.3), let count = frame.intervalsOfADay else { return nil }
    return .list((0..<count).map { .text("\($0 % 5 + 1)") })
  }

  private static func mix(_ queues: [String]) -> SourceNode {
    let shares = [["100%"], ["70%", "30%"], ["50%", "12.5%", "37.5%"]][queues.count - 1]
    return .map(zip(queues, shares).map { .init(name: $0, place: .nowhere, value: .text($1)) })
  }
}
