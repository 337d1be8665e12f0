internal import ContactCenter

/// Who is on duty when: the tours of one agent, with what keeps them away.
struct AgentRoster {
  struct Tour {
    var start: TimeSpan
    var end: TimeSpan
    /// Planned time away inside the tour, in order.
    var away: [Away] = []
  }

  struct Away {
    var start: TimeSpan
    var end: TimeSpan
    var activity: String
  }

  var team: Int
  var tours: [Tour]
}

/// A head count over time: scheduled people, and those of them who are present, on each stretch of constant staffing.
struct HeadcountStretch {
  var start: TimeSpan
  var end: TimeSpan
  var scheduled: Int
  var planned: PlannedShares
  var present: Int { planned.present(of: scheduled) }
}

extension AgentRoster {
  /// Agents whose numbers follow a head count: number i is scheduled while i < scheduled and present while i < present,
  /// so the same people stay on through the day and the last to come are the first to leave.
  static func rosters(team: Int, following stretches: [HeadcountStretch]) -> [AgentRoster] {
    let most = stretches.map(\.scheduled).max() ?? 0
    return (0..<most).map { number in
      var roster = AgentRoster(team: team, tours: [])
      for stretch in stretches where number < stretch.scheduled {
        roster.extend(by: stretch, isPresent: number < stretch.present) {
          stretch.planned.activity(ofAbsentee: number - stretch.present, among: stretch.scheduled - stretch.present)
        }
      }
      return roster
    }
  }

  private mutating func extend(by stretch: HeadcountStretch, isPresent: Bool, activity: () -> String) {
    if tours.last?.end == stretch.start {
      tours[tours.count - 1].end = stretch.end
    } else {
      tours.append(Tour(start: stretch.start, end: stretch.end))
    }
    guard !isPresent else { return }
    let away = Away(start: stretch.start, end: stretch.end, activity: activity())
    let last = tours.count - 1
    if let previous = tours[last].away.last, previous.end == away.start, previous.activity == away.activity {
      tours[last].away[tours[last].away.count - 1].end = away.end
    } else {
      tours[last].away.append(away)
    }
  }
}
