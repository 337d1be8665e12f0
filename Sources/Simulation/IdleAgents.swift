/// Who is free: one line of idle agents a team, the longest idle first.
///
/// The links lie in the agents' states, so that an agent who goes on a break leaves the middle of a line in O(1).
struct IdleAgents: ~Copyable {
  private struct Line {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private let lines: UnsafeMutablePointer<Line>
  private let teamCount: Int

  init(teamCount: Int) {
    self.teamCount = teamCount
    lines = .allocate(capacity: teamCount)
    lines.initialize(repeating: Line(), count: teamCount)
  }

  deinit { lines.deallocate() }
  func removeAll() { lines.update(repeating: Line(), count: teamCount) }

  /// The longest idle agent of a team; -1 when all are busy.
  @inline(__always) func first(of team: Int) -> Int32 { lines[team].first }

  /// The agent at a place of the line, 0 being the longest idle. O(place).
  func agent(_ place: Int, of team: Int, in agents: UnsafeMutablePointer<AgentState>) -> Int32 {
    var agent = lines[team].first
    for _ in 0..<place { agent = agents[Int(agent)].nextIdle }
    return agent
  }

  @inline(__always) func append(_ agent: Int, to team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    let last = lines[team].last
    agents[agent].previousIdle = last
    agents[agent].nextIdle = -1
    let number = Int32(truncatingIfNeeded: agent)
    if last >= 0 { agents[Int(last)].nextIdle = number } else { lines[team].first = number }
    lines[team].last = number
  }

  @inline(__always) func remove(_ agent: Int, from team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    let (previous, next) = (agents[agent].previousIdle, agents[agent].nextIdle)
    if previous >= 0 { agents[Int(previous)].nextIdle = next } else { lines[team].first = next }
    if next >= 0 { agents[Int(next)].previousIdle = previous } else { lines[team].last = previous }
  }
}
