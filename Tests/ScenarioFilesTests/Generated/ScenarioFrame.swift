import BusyHourTesting
import ContactCenter

/// What is decided before a scenario is filled in, because many keys hang on it: who there is, when it is.
struct ScenarioFrame {
  struct Open {
    var rules: [String]
    /// Maps of clock ranges that fit.
    var clocks: [[String]]
    /// Of every open day, where all are alike.
    var minutes: Int?
  }

  /// What a file of counts, if there is one, holds.
  enum Counts {
    case typicalDay, dates, queues
  }

  enum People: CaseIterable {
    case agents, shifts, solved, teams, teamsWithShifts, teamsSolved
  }

  static let queueNames = ["front", "nurse line", "Büro"]
  static let teamNames = ["first", "second", "night"]
  static let shiftNames = ["early", "late"]
  static let opens = [
    Open(rules: ["Mon-Sun 09:00-12:00"], clocks: [["09:00-10:30", "10:30-12:00"], ["10:00-11:00"]], minutes: 180),
    Open(rules: ["Mon-Fri 08:00-13:00", "Sat 10:00-12:00"], clocks: [["08:00-10:00", "10:00-13:00"]]),
    Open(
      rules: ["09:00-11:00", "14:00-16:00"], clocks: [["09:00-11:00", "14:00-16:00"], ["10:00-15:00"]], minutes: 240),
    Open(
      rules: ["24/7"], clocks: [["00:00-08:00", "08:00-24:00"], ["09:00-17:00", "17:00-09:00"]],
      minutes: 1_440),
    Open(rules: ["daily 22:00-02:00"], clocks: [["22:00-23:30", "23:30-02:00"], ["00:00-01:00"]], minutes: 240),
  ]

  /// Two of the weekends have a change of clocks, in Europe and in North America.
  static let firstDates = [(3, 27), (3, 29), (10, 31), (11, 23)].map { month, day in
    CalendarDate(year: 2026, month: month, day: day)!
  }

  let hasQueues: Bool
  /// Names that may be asked for; without a section of queues there is one, `main`.
  let queues: [String]
  let people: People
  let teams: [String]
  let open: Open
  /// Minutes of the interval; nil for the default of 30.
  let interval: Int?
  let counts: Counts?
  /// nil: one typical day.
  let period: String?
  /// Dates inside the period; of other days where there is none.
  let dates: [String]
  /// When runs start, where not with the first day.
  let startClock: String?
  /// Chance of a key that need not stand.
  let density: Double

  init(_ random: inout RepeatableRandom) {
    hasQueues = random.chance(0.7)
    queues = hasQueues ? Array(Self.queueNames.prefix(random.whole(1...3))) : ["main"]
    people = random.pick(People.allCases)
    teams = Array(Self.teamNames.prefix(random.whole(1...3)))
    open = random.pick(Self.opens)
    let start = random.pick(Self.firstDates)
    let length = random.whole(1...3)
    dates = (0..<length).map { start.advanced(by: $0).description }
    period =
      random.chance(0.6)
      ? random.pick(["\(length)d from \(start)", "\(start)..\(start.advanced(by: length - 1))"]) : nil
    interval = random.pick([nil, nil, 15, 20, 60])
    counts = random.pick([nil, nil, nil, nil, nil, .typicalDay, period == nil ? .typicalDay : .dates, .queues])
    startClock = random.chance(0.2) ? (open.rules[0].contains("22:00") ? "23:00" : "10:00") : nil
    density = random.pick([0.04, 0.1, 0.1, 0.2, 0.35])
  }

  /// How many numbers a profile by interval has; nil where that is not so simple.
  var intervalsOfADay: Int? { open.minutes.map { $0 / (interval ?? 30) } }
  var hasShifts: Bool { people == .shifts || people == .teamsWithShifts }
  var hasTeams: Bool { [.teams, .teamsWithShifts, .teamsSolved].contains(people) }
}
