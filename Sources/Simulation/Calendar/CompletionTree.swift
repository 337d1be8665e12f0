/// When each agent's present activity ends.
///
/// Keys hold the time in the upper 48 bits and the agent below, so that simultaneous ends come in the order of agents.
struct CompletionTree: ~Copyable {
  static let never = WinnerTree.never
  private let tree: WinnerTree
  @inline(__always) var path: WinnerTree.Path { tree.path }

  init(agentCount: Int) { tree = WinnerTree(leafCount: agentCount) }

  /// The earliest end: time x 2^16 + agent, or ``never``.
  @inline(__always) var first: UInt64 { tree.first }

  @inline(__always) func set(_ agent: Int, endsAt time: Int64) {
    tree.set(agent, UInt64(bitPattern: time) &<< 16 | UInt64(agent))
  }
  @inline(__always) func clear(_ agent: Int) { tree.set(agent, Self.never) }
  /// When the activity of this agent ends; at or beyond 2^48 - 1 for never.
  func end(of agent: Int) -> Int64 { Int64(bitPattern: tree[agent] &>> 16) }
  func removeAll() { tree.removeAll() }
}
