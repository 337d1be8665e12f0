internal import ContactCenter
internal import EventLog

/// People scheduled and on the phones in the interval with the greatest offered load, by team: each tour's part in it.
struct PeakFold {
  private struct Tour {
    var signedInAt: Int64 = 0
    /// Since when on the phones; -1 while away.
    var presentSince: Int64 = -1
  }

  private let start: Int64
  private let end: Int64
  private let agentTeams: [Int]
  private var tours: [Tour]
  private(set) var teams: [AgentSums]

  init(_ parameters: FoldParameters) {
    let length = parameters.interval.microseconds
    start = Int64(parameters.peakInterval) * length
    // What happens after the horizon belongs to its last interval.
    end = parameters.peakInterval + 1 == parameters.intervalCount ? .max : start + length
    agentTeams = parameters.agentTeams
    tours = agentTeams.map { _ in Tour() }
    teams = Array(repeating: AgentSums(), count: parameters.teamCount)
  }

  mutating func apply(_ record: EventRecord) {
    let (agent, time) = (record.agent, record.time)
    switch EventKind(rawValue: record.kindCode) {
    case .agentSignedIn: tours[agent] = Tour(signedInAt: time, presentSince: time)
    case .breakStarted:
      addPresence(of: agent, until: time)
      tours[agent].presentSince = -1
    case .breakEnded: tours[agent].presentSince = time
    case .agentSignedOut:
      let scheduledEnd = min(time, record.reference)
      addPresence(of: agent, until: scheduledEnd)
      teams[agentTeams[agent]].scheduled += overlap(from: tours[agent].signedInAt, to: scheduledEnd)
      tours[agent].presentSince = -1
    default: break
    }
  }

  private mutating func addPresence(of agent: Int, until time: Int64) {
    guard tours[agent].presentSince >= 0 else { return }
    teams[agentTeams[agent]].present += overlap(from: tours[agent].presentSince, to: time)
  }

  private func overlap(from first: Int64, to last: Int64) -> Int64 { max(0, min(last, end) - max(first, start)) }
}
