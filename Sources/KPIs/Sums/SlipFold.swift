internal import ContactCenter

/// What people did against their schedule, by day and team, and by interval where that is asked for: fed with breaks as they
/// end. Empty where the plan does not tell.
struct SlipFold {
  struct Slips {
    /// Microseconds away that no schedule holds.
    var unplanned: Int64 = 0
    /// Microseconds at work although a break was due.
    var delayed: Int64 = 0
    /// Microseconds on a break that by schedule is over, less ``delayed``: over a day none.
    var breakShift: Int64 = 0
  }

  private struct Delay {
    var agent: Int
    var start, end: Int64
    var dayEnd: Int64
  }

  /// Of each activity: is it in no schedule?
  private let isUnplanned: [Bool]
  private let agentTeams: [Int]
  private let length: Int64
  /// By day and team.
  private var days: [[Slips]]
  /// By interval and team; empty where only days are asked for.
  private var intervals: [[Slips]]
  /// Of breaks that began late and have not ended, day by day.
  private var delays: [Delay] = []

  init(_ parameters: FoldParameters, days count: Int, byInterval: Bool) {
    isUnplanned = parameters.isUnplanned
    agentTeams = parameters.agentTeams
    length = parameters.interval.microseconds
    let empty = Array(repeating: Slips(), count: parameters.teamCount)
    let isTold = parameters.delayActivity != nil
    days = isTold ? Array(repeating: empty, count: count) : []
    intervals = isTold && byInterval ? Array(repeating: empty, count: parameters.intervalCount) : []
  }

  mutating func reset() {
    for day in days.indices { for team in days[day].indices { days[day][team] = Slips() } }
    for interval in intervals.indices {
      for team in intervals[interval].indices { intervals[interval][team] = Slips() }
    }
    delays = []
  }

  /// Adds a stretch of one day away from work.
  mutating func addAway(from start: Int64, to end: Int64, for activity: Int, day: Int, agent: Int) {
    guard !days.isEmpty, isUnplanned[activity] else { return }
    let team = agentTeams[agent]
    days[day][team].unplanned += end - start
    spread(from: start, to: end) { $0[team].unplanned += $1 }
  }

  /// Adds a stretch of one day at work although a break was due, which then begins.
  mutating func addDelay(from start: Int64, to end: Int64, day: Int, dayEnd: Int64, agent: Int) {
    guard !days.isEmpty else { return }
    let team = agentTeams[agent]
    days[day][team].delayed += end - start
    guard !intervals.isEmpty else { return }
    spread(from: start, to: end) { $0[team].delayed += $1 }
    delays.append(Delay(agent: agent, start: start, end: end, dayEnd: dayEnd))
  }

  /// A break ends. By as much as it began late it ends late: a break's length after the delay people are on a break instead
  /// of at work. Where that is on another day it counts where the delay is, so that intervals add up to days.
  mutating func breakEnds(of agent: Int, length: Int64) {
    guard !delays.isEmpty else { return }
    let team = agentTeams[agent]
    for delay in delays where delay.agent == agent {
      let shift = delay.end + length <= delay.dayEnd ? length : 0
      spread(from: delay.start, to: delay.end) { $0[team].breakShift -= $1 }
      spread(from: delay.start + shift, to: delay.end + shift) { $0[team].breakShift += $1 }
    }
    delays.removeAll { $0.agent == agent }
  }

  func tell(_ sums: inout [TeamSums], day: Int) { if !days.isEmpty { tell(days[day], &sums) } }
  func tell(_ sums: inout [TeamSums], interval: Int) { if !intervals.isEmpty { tell(intervals[interval], &sums) } }

  private func tell(_ slips: [Slips], _ sums: inout [TeamSums]) {
    for (team, slips) in slips.enumerated() {
      (sums[team].unplanned, sums[team].delayed) = (slips.unplanned, slips.delayed)
      sums[team].breakShift = slips.breakShift
    }
  }

  /// Adds a stretch to the intervals that it touches. The last one holds all that comes after.
  private mutating func spread(from start: Int64, to end: Int64, _ add: (inout [Slips], Int64) -> Void) {
    guard !intervals.isEmpty else { return }
    var from = start
    while from < end {
      let interval = min(Int(from / length), intervals.count - 1)
      let to = interval + 1 < intervals.count ? min(end, Int64(interval + 1) * length) : end
      add(&intervals[interval], to - from)
      from = to
    }
  }
}
