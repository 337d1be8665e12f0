internal import ContactCenter
internal import EventLog
internal import Reporting

/// Why a contact had to wait: what everybody who serves its queue did at that instant, who was before it in line, and by
/// which rule those who become free choose.
struct WaitReason {
  var scenario: Scenario
  var plan: SimulationPlan

  func sentences(for queued: RecordedEvent, in log: StoredLog) throws -> [String] {
    guard case .contactQueued(let contact, let queue, _) = queued.event else { return [] }
    let state = try log.state(until: queued.time.microseconds, before: queued.position)
    return [agents(state, queue), line(state, contact, queue)]
  }

  private func agents(_ state: CenterState, _ queue: Int) -> String {
    var (talk, after, away, out, free) = (0, 0, 0, 0, 0)
    for (index, agent) in plan.agents.enumerated() where plan.teams[agent.team].queues.contains(queue) {
      let state = index < state.agents.count ? state.agents[index] : CenterState.Agent()
      if !state.isSignedIn {
        out += 1
      } else if state.activity != nil {
        away += 1
      } else if state.work.contains(where: { !$0.isAfterTalk }) {
        talk += 1
      } else if !state.work.isEmpty {
        after += 1
      } else {
        free += 1
      }
    }
    let words = [
      (talk, "talked"), (after, "wrapped up"), (away, "were on a break"), (out, "were not signed in"),
      (free, "were free"),
    ]
    let list = words.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "Of the \(talk + after + away + out + free) who serve \(scenario.queues[queue].name): \(list)."
  }

  private func line(_ state: CenterState, _ contact: UInt32, _ queue: Int) -> String {
    let before = state.waiting.filter { $0.contact != contact }
    let mine = before.filter { $0.queue == queue }.count
    let others = before.count - mine
    let elsewhere = others > 0 ? ", \(others) in other queues" : ""
    return "\(mine) waited before it in its queue\(elsewhere); \(choice(queue))"
  }

  /// Who chooses among those who wait, and how.
  private func choice(_ queue: Int) -> String {
    if plan.queues[queue].rules.dialing?.callsPerAgent != nil { return "the dialer takes them in turn." }
    let teams = plan.teams.indices.filter { plan.teams[$0].queues.contains(queue) }
    let rules = teams.map { plan.teams[$0].contactChoice.rule }
    guard let first = rules.first, rules.contains(where: { $0.name != first.name }) else {
      return rules.first.map { "whoever becomes free takes \(words($0))." } ?? "nobody serves it."
    }
    let each = zip(teams, rules).map { "of \(scenario.teams[$0].name) \(words($1))" }
    return "whoever becomes free takes, " + each.joined(separator: "; ") + "."
  }

  private func words(_ rule: any ContactChoiceRule.Type) -> String { "\(rule.preference) (picks: \(rule.name))" }
}
