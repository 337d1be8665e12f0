/// Who is free: one line of idle agents a team, the longest idle first.
///
/// The links lie in the agents' states, so that an agent who goes on a break leaves the middle of a line in O(1).
struct IdleAgents: ~Copyable {
  private struct Line {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private let lines: UnsafeMutablePointer<Line>
  /// Of each team: since when its longest idle agent is, x 2^16 + team; the greatest number when all are busy.
  private let keys: UnsafeMutablePointer<UInt64>
  private let teamCount: Int

  init(teamCount: Int) {
    self.teamCount = teamCount
    lines = .allocate(capacity: teamCount)
    lines.initialize(repeating: Line(), count: teamCount)
    keys = .allocate(capacity: max(KeyRow.size, teamCount))
    keys.initialize(repeating: .max, count: max(KeyRow.size, teamCount))
  }

  deinit {
    lines.deallocate()
    keys.deallocate()
  }

  func removeAll() {
    lines.update(repeating: Line(), count: teamCount)
    keys.update(repeating: .max, count: teamCount)
  }

  /// The longest idle agent of a team; -1 when all are busy.
  @inline(__always) func first(of team: Int) -> Int32 { lines[team].first }

  /// The longest idle agent of the teams that a row of a table does not exclude, the first such team at a tie; -1 if none.
  /// For at most ``KeyRow/size`` teams.
  @inline(__always) func first(exceptFor excluded: UnsafeMutablePointer<UInt64>) -> Int32 {
    let best = KeyRow.least(keys, with: excluded)
    return best == .max ? -1 : lines[Int(best & 0xFFFF)].first
  }

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
    if last >= 0 { agents[Int(last)].nextIdle = number } else { putFirst(number, team, in: agents) }
    lines[team].last = number
  }

  @inline(__always) func remove(_ agent: Int, from team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    let (previous, next) = (agents[agent].previousIdle, agents[agent].nextIdle)
    if previous >= 0 { agents[Int(previous)].nextIdle = next } else { putFirst(next, team, in: agents) }
    if next >= 0 { agents[Int(next)].previousIdle = previous } else { lines[team].last = previous }
  }

  @inline(__always) private func putFirst(_ agent: Int32, _ team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    lines[team].first = agent
    keys[team] =
      agent < 0 ? .max : UInt64(bitPattern: agents[Int(agent)].since) &<< 16 | UInt64(truncatingIfNeeded: team)
  }
}
