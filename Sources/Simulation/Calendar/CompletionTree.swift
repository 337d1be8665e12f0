/// When each agent's present activity ends: a winner tree with one leaf an agent.
///
/// Every transition of an agent is one path from leaf to root, without a branch that depends on data; a heap of as many
/// entries would cost two to four times as much. Keys hold the time in the upper 48 bits and the agent below, so that
/// simultaneous ends come in the order of agents.
struct CompletionTree: ~Copyable {
  static let never = UInt64.max
  /// The tree as loops take it along, in registers.
  struct Path {
    fileprivate let leaves: Int
    fileprivate let keys: UnsafeMutablePointer<UInt64>

    /// Sets the key of an agent and returns the earliest, which the next step then has without a way through memory.
    /// O(log agents).
    @inline(__always) func place(_ agent: Int, _ key: UInt64) -> UInt64 {
      var position = leaves &+ agent
      var winner = key
      keys[position] = key
      while position > 1 {
        winner = min(winner, keys[position ^ 1])
        position &>>= 1
        keys[position] = winner
      }
      return winner
    }
  }

  let path: Path

  init(agentCount: Int) {
    var size = 2
    while size < agentCount { size *= 2 }
    path = Path(leaves: size, keys: .allocate(capacity: 2 * size))
    path.keys.initialize(repeating: Self.never, count: 2 * size)
  }

  deinit { path.keys.deallocate() }

  /// The earliest end: time x 2^16 + agent, or ``never``.
  @inline(__always) var first: UInt64 { path.keys[1] }

  @inline(__always) func set(_ agent: Int, endsAt time: Int64) {
    _ = path.place(agent, UInt64(bitPattern: time) &<< 16 | UInt64(agent))
  }
  @inline(__always) func clear(_ agent: Int) { _ = path.place(agent, Self.never) }
  /// When the activity of this agent ends; at or beyond 2^48 - 1 for never.
  func end(of agent: Int) -> Int64 { Int64(bitPattern: path.keys[path.leaves &+ agent] &>> 16) }
  func removeAll() { path.keys.update(repeating: Self.never, count: 2 * path.leaves) }
}
