/// Who is free: one line of idle agents a team, the longest idle first.
///
/// The links lie in the agents' states, so that an agent who goes on a break leaves the middle of a line in O(1). Each
/// line is a ring that is closed by a state behind those of the agents, which stands for nobody: so nothing asks, by a
/// branch as good as random, whether a line was or becomes empty.
struct IdleAgents: ~Copyable {
  /// The state that closes the ring of the first team; those of the others follow.
  private let firstClosing: Int
  /// Of each team: since when its longest idle agent is, x 2^16 + team; not below ``nobody`` when all are busy.
  let keys: UnsafeMutablePointer<UInt64>
  private let teamCount: Int

  /// Keys from here on mean that all are busy.
  static let nobody: UInt64 = 1 << 63

  init(teamCount: Int, firstClosing: Int) {
    self.teamCount = teamCount
    self.firstClosing = firstClosing
    keys = .allocate(capacity: teamCount + 1)
    keys.initialize(repeating: .max, count: teamCount + 1)
  }

  deinit { keys.deallocate() }

  func removeAll(in agents: UnsafeMutablePointer<AgentState>) {
    for team in 0..<teamCount {
      let closing = firstClosing + team
      (agents + closing).initialize(to: AgentState(team: team, owner: closing))
      agents[closing].since = Simulator.endOfTime  // x 2^16 it is ``nobody``.
      agents[closing].previousIdle = Int32(truncatingIfNeeded: closing)
      agents[closing].nextIdle = Int32(truncatingIfNeeded: closing)
      settleKey(of: team, in: agents)
    }
  }

  /// The longest idle agent of a team; -1 when all are busy.
  func first(of team: Int, in agents: UnsafeMutablePointer<AgentState>) -> Int32 {
    next(after: firstClosing + team, in: agents)
  }

  /// The next in line; -1 behind the last.
  func next(after agent: Int, in agents: UnsafeMutablePointer<AgentState>) -> Int32 {
    let next = agents[agent].nextIdle
    return next < firstClosing ? next : -1
  }

  /// The agent at a place of the line, 0 being the longest idle. O(place).
  func agent(_ place: Int, of team: Int, in agents: UnsafeMutablePointer<AgentState>) -> Int32 {
    var agent = first(of: team, in: agents)
    for _ in 0..<place { agent = next(after: Int(agent), in: agents) }
    return agent
  }

  @inline(__always) func append(_ agent: Int, to team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    let closing = firstClosing &+ team
    let last = agents[closing].previousIdle
    agents[agent].previousIdle = last
    agents[agent].nextIdle = Int32(truncatingIfNeeded: closing)
    agents[Int(last)].nextIdle = Int32(truncatingIfNeeded: agent)
    agents[closing].previousIdle = Int32(truncatingIfNeeded: agent)
    settleKey(of: team, in: agents)
  }

  @inline(__always) func remove(_ agent: Int, from team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    let (previous, next) = (agents[agent].previousIdle, agents[agent].nextIdle)
    agents[Int(previous)].nextIdle = next
    agents[Int(next)].previousIdle = previous
    settleKey(of: team, in: agents)
  }

  /// Takes the longest idle agent of a team out of the line.
  /// - Precondition: there is one.
  @inline(__always) func removeFirst(of team: Int, in agents: UnsafeMutablePointer<AgentState>) -> Int {
    let closing = firstClosing &+ team
    let agent = Int(agents[closing].nextIdle)
    let next = agents[agent].nextIdle
    agents[closing].nextIdle = next
    agents[Int(next)].previousIdle = Int32(truncatingIfNeeded: closing)
    keys[team] = Self.key(agents[Int(next)].since, team)
    return agent
  }

  @inline(__always) private func settleKey(of team: Int, in agents: UnsafeMutablePointer<AgentState>) {
    keys[team] = Self.key(agents[Int(agents[firstClosing &+ team].nextIdle)].since, team)
  }

  @inline(__always) private static func key(_ since: Int64, _ team: Int) -> UInt64 {
    UInt64(bitPattern: since) &<< 16 | UInt64(truncatingIfNeeded: team)
  }
}
