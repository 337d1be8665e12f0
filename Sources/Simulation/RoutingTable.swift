internal import ContactCenter

/// Who may serve whom: for each queue the teams, for each team the queues with their ranks.
///
/// A choice looks at all candidates of its row and takes the one with the least key. Rows are filled up to whole groups of
/// four by repeating a candidate, so that most choices are seven comparisons at most and no branch: which team is idle
/// longest, or which queue is first, is as good as random.
struct RoutingTable: ~Copyable {
  private static let group = 4

  /// By queue: the teams that serve it.
  private let teams: Rows
  /// By team: of each queue that it serves the rank by priority x 2^40 + the queue.
  private let queues: Rows

  init(plan: SimulationPlan) {
    teams = Rows(
      plan.queues.indices.map { queue in
        plan.teams.indices.filter { plan.teams[$0].queues.contains(queue) }.map { UInt64($0) }
      }, nothing: UInt64(plan.teams.count))
    queues = Rows(
      plan.teams.map { team in
        team.queues.map { queue in
          let rank = plan.queues.filter { $0.priority < plan.queues[queue].priority }.count
          return UInt64(rank) << 40 | UInt64(queue)
        }
      }, nothing: WaitingLines.nobody)
  }

  /// Call selects agent: the team whose longest idle agent has been idle longest, the first such team at a tie; -1 if
  /// nobody is idle.
  @inline(__always) func team(for queue: Int, among idle: borrowing IdleAgents) -> Int {
    let keys = idle.keys
    let best = teams.least(in: queue) { keys[Int(truncatingIfNeeded: $0)] }
    return best >= IdleAgents.nobody ? -1 : Int(truncatingIfNeeded: best & 0xFFFF)
  }

  /// Agent selects call: the queue with the best priority, of equals the one whose first contact came first; -1 if nobody
  /// waits.
  @inline(__always) func queue(for team: Int, among waiting: borrowing WaitingLines) -> Int {
    let keys = waiting.keys
    let best = queues.least(in: team) { keys[Int(truncatingIfNeeded: $0 & 0xFF)] | $0 }
    return best >= WaitingLines.nobody ? -1 : Int(truncatingIfNeeded: best & 0xFF)
  }

  /// Lists of candidates, each filled up to groups.
  private struct Rows: ~Copyable {
    private let entries: UnsafeMutablePointer<UInt64>
    private let starts: UnsafeMutablePointer<Int>

    /// - Parameter nothing: what an empty row holds.
    init(_ rows: [[UInt64]], nothing: UInt64) {
      let full = rows.map { row in
        let missing = (RoutingTable.group - row.count % RoutingTable.group) % RoutingTable.group
        return row.isEmpty
          ? Array(repeating: nothing, count: RoutingTable.group) : row + Array(repeating: row[0], count: missing)
      }
      let all = full.flatMap(\.self)
      entries = .allocate(capacity: max(1, all.count))
      entries.initialize(from: all, count: all.count)
      starts = .allocate(capacity: rows.count + 1)
      var start = 0
      for (index, row) in full.enumerated() {
        (starts + index).initialize(to: start)
        start += row.count
      }
      (starts + rows.count).initialize(to: start)
    }

    deinit {
      entries.deallocate()
      starts.deallocate()
    }

    @inline(__always) func least(in row: Int, _ key: (UInt64) -> UInt64) -> UInt64 {
      let entry = entries + starts[row]
      let best = least(at: entry, key)
      return starts[row &+ 1] &- starts[row] == RoutingTable.group ? best : min(best, leastOfRest(row, key))
    }

    /// A call, since the compiler would give this loop, in the midst of the simulator's, more room than all the rest.
    @inline(never) private func leastOfRest(_ row: Int, _ key: (UInt64) -> UInt64) -> UInt64 {
      stride(from: starts[row] + RoutingTable.group, to: starts[row + 1], by: RoutingTable.group)
        .reduce(.max) { min($0, least(at: entries + $1, key)) }
    }

    @inline(__always) private func least(at entry: UnsafeMutablePointer<UInt64>, _ key: (UInt64) -> UInt64) -> UInt64 {
      min(min(key(entry[0]), key(entry[1])), min(key(entry[2]), key(entry[3])))
    }
  }
}
