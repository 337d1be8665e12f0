/// When each agent's present activity ends: a winner tree with one leaf an agent.
///
/// Every transition of an agent is one path from leaf to root, without a branch that depends on data; a heap of as many
/// entries would cost two to four times as much. Keys hold the time in the upper 48 bits and the agent below, so that
/// simultaneous ends come in the order of agents.
struct CompletionTree: ~Copyable {
  static let never = UInt64.max
  private let leaves: Int
  private let keys: UnsafeMutablePointer<UInt64>

  init(agentCount: Int) {
    var size = 2
    while size < agentCount { size *= 2 }
    leaves = size
    keys = .allocate(capacity: 2 * size)
    keys.initialize(repeating: Self.never, count: 2 * size)
  }

  deinit { keys.deallocate() }

  /// The earliest end: time x 2^16 + agent, or ``never``.
  @inline(__always) var first: UInt64 { keys[1] }

  @inline(__always) func set(_ agent: Int, endsAt time: Int64) {
    place(agent, UInt64(bitPattern: time) &<< 16 | UInt64(agent))
  }
  @inline(__always) func clear(_ agent: Int) { place(agent, Self.never) }
  /// When the activity of this agent ends; at or beyond 2^48 - 1 for never.
  func end(of agent: Int) -> Int64 { Int64(bitPattern: keys[leaves &+ agent] &>> 16) }
  func removeAll() { keys.update(repeating: Self.never, count: 2 * leaves) }

  /// O(log agents).
  @inline(__always) private func place(_ agent: Int, _ key: UInt64) {
    var position = leaves &+ agent
    var winner = key
    keys[position] = key
    while position > 1 {
      winner = min(winner, keys[position ^ 1])
      position &>>= 1
      keys[position] = winner
    }
  }
}
