/// What people did against their schedule, by day and team: fed with breaks as they end. Empty where the plan does not tell.
struct SlipFold {
  struct Slips {
    /// Microseconds away that no schedule holds.
    var unplanned: Int64 = 0
    /// Microseconds at work although a break was due.
    var delayed: Int64 = 0
  }

  /// Of each activity: is it in no schedule?
  private let isUnplanned: [Bool]
  private(set) var slips: [[Slips]]

  init(_ parameters: FoldParameters, days: Int) {
    isUnplanned = parameters.isUnplanned
    let empty = Array(repeating: Slips(), count: parameters.teamCount)
    slips = parameters.delayActivity == nil ? [] : Array(repeating: empty, count: days)
  }

  mutating func reset() {
    for day in slips.indices { for team in slips[day].indices { slips[day][team] = Slips() } }
  }

  mutating func add(_ time: Int64, of activity: Int, isDelay: Bool, day: Int, team: Int) {
    guard !slips.isEmpty else { return }
    if isDelay { slips[day][team].delayed += time } else if isUnplanned[activity] { slips[day][team].unplanned += time }
  }

  func tell(_ sums: inout [TeamSums], day: Int) {
    guard !slips.isEmpty else { return }
    for team in sums.indices {
      (sums[team].unplanned, sums[team].delayed) = (slips[day][team].unplanned, slips[day][team].delayed)
    }
  }
}
