internal import ContactCenter

/// Who may serve whom, as flat arrays: the teams of each queue, and the queues of each team in order of priority.
struct RoutingTable: ~Copyable {
  private let teams: UnsafeMutablePointer<Int32>
  private let teamStart: UnsafeMutablePointer<Int32>
  private let queues: UnsafeMutablePointer<Int32>
  private let queueStart: UnsafeMutablePointer<Int32>
  private let priorities: UnsafeMutablePointer<Int32>
  /// The team of each queue that has but one; -1 for the others.
  private let onlyTeam: UnsafeMutablePointer<Int32>
  /// Few teams and queues are looked at all, without branches; of many, only those that matter.
  private let isSmall: Bool
  /// By queue and team: all ones where the team does not serve the queue, otherwise 0.
  private let exclusions: UnsafeMutablePointer<UInt64>
  /// By team and queue, see ``WaitingLines/first(by:)``.
  private let preferences: UnsafeMutablePointer<UInt64>

  init(plan: SimulationPlan) {
    let teamsOfQueue = plan.queues.indices.map { queue in
      plan.teams.indices.filter { plan.teams[$0].queues.contains(queue) }
    }
    let queuesOfTeam = plan.teams.map { team in
      // A stable order by priority: Swift's sort is stable.
      team.queues.sorted { (plan.queues[$0].priority, $0) < (plan.queues[$1].priority, $1) }
    }
    (teams, teamStart) = Self.flatten(teamsOfQueue)
    (queues, queueStart) = Self.flatten(queuesOfTeam)
    onlyTeam = Self.array(teamsOfQueue.map { $0.count == 1 ? $0[0] : -1 })
    priorities = Self.array(plan.queues.map(\.priority))
    isSmall = plan.teams.count <= KeyRow.size && plan.queues.count <= KeyRow.size
    let cells = isSmall ? KeyRow.size * KeyRow.size : 0
    exclusions = .allocate(capacity: cells)
    exclusions.initialize(repeating: .max, count: cells)
    preferences = .allocate(capacity: cells)
    preferences.initialize(repeating: .max, count: cells)
    guard isSmall else { return }
    for (team, queue) in plan.teams.indices.flatMap({ team in plan.queues.indices.map { (team, $0) } }) {
      guard plan.teams[team].queues.contains(queue) else { continue }
      let rank = plan.queues.filter { $0.priority < plan.queues[queue].priority }.count
      exclusions[queue * KeyRow.size + team] = 0
      preferences[team * KeyRow.size + queue] = UInt64(rank) << 40 | UInt64(queue)
    }
  }

  deinit {
    for array in [teams, teamStart, queues, queueStart, priorities, onlyTeam] { array.deallocate() }
    exclusions.deallocate()
    preferences.deallocate()
  }

  /// Call selects agent: the longest idle of all teams that serve the queue, the first such team at a tie; -1 if none.
  @inline(__always) func agent(
    for queue: Int, among idle: borrowing IdleAgents, in agents: UnsafeMutablePointer<AgentState>
  ) -> Int32 {
    if onlyTeam[queue] >= 0 { return idle.first(of: Int(onlyTeam[queue])) }
    if isSmall { return idle.first(exceptFor: exclusions + queue &* KeyRow.size) }
    var best: Int32 = -1
    var bestSince = Int64.max
    for position in Int(teamStart[queue])..<Int(teamStart[queue &+ 1]) {
      let candidate = idle.first(of: Int(teams[position]))
      guard candidate >= 0, agents[Int(candidate)].since < bestSince else { continue }
      bestSince = agents[Int(candidate)].since
      best = candidate
    }
    return best
  }

  /// Agent selects call: the best priority of the queues that the team serves, the first to arrive at a tie; -1 if none.
  @inline(__always) func contact(for team: Int, among waiting: borrowing WaitingLines) -> Int32 {
    if isSmall { return waiting.first(by: preferences + team &* KeyRow.size) }
    var best: Int32 = -1
    var bestPriority = Int32.max
    var bestContact = UInt32.max
    for position in Int(queueStart[team])..<Int(queueStart[team &+ 1]) {
      let queue = Int(queues[position])
      if priorities[queue] > bestPriority { break }
      let head = waiting.head(of: queue)
      guard head >= 0, waiting[head].contact < bestContact else { continue }
      (best, bestPriority, bestContact) = (head, priorities[queue], waiting[head].contact)
    }
    return best
  }

  private static func flatten(_ lists: [[Int]]) -> (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) {
    var starts = [0]
    for list in lists { starts.append(starts[starts.count - 1] + list.count) }
    return (array(lists.flatMap { $0 }), array(starts))
  }

  private static func array(_ values: [Int]) -> UnsafeMutablePointer<Int32> {
    let array = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (array + index).initialize(to: Int32(truncatingIfNeeded: value)) }
    return array
  }
}
