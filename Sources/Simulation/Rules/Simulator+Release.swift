internal import ContactCenter
internal import EventLog

// Teams whose people go by their number, not by name: where it falls, who is free first goes. Two people then exchange their
// rows of the roster, so that whoever goes comes back when the other would have.

extension Simulator {
  /// Whose turn a duty is.
  func standIn(for duty: SimulationPlan.Duty) -> SimulationPlan.Duty {
    guard !lines.standIns.isEmpty else { return duty }
    var duty = duty
    duty.agent = lines.standIns[duty.agent]
    return duty
  }

  /// The time of somebody ends who has work in hand: an idle colleague goes, if there is one.
  /// - Returns: whether there was.
  mutating func colleagueGoes(for agent: Int, into buffer: inout EventBuffer) -> Bool {
    guard goesByNumber(agent), isWorking(agent) else { return false }
    let colleague = Int(idle.first(of: Int(agents[agent].team), in: agents))
    guard colleague >= 0 else {
      lines.leavers.append(agent)
      return false
    }
    exchangeRows(agent, colleague)
    agents[colleague].scheduledEnd = clock
    leaveIdle(colleague)
    signOut(colleague, into: &buffer)
    return true
  }

  /// Somebody is free, and a colleague would go who still works.
  /// - Returns: whether they go in the colleague's place.
  mutating func goesFirst(_ agent: Int, into buffer: inout EventBuffer) -> Bool {
    guard agents[agent].leaving == .no, goesByNumber(agent) else { return false }
    let team = agents[agent].team
    guard let place = lines.leavers.firstIndex(where: { agents[$0].team == team }) else { return false }
    let colleague = lines.leavers[place]
    needsNotGo(colleague)
    exchangeRows(agent, colleague)
    agents[agent].scheduledEnd = agents[colleague].scheduledEnd
    agents[colleague].leaving = .no
    settleOpenness(of: colleague)
    signOut(agent, into: &buffer)
    return true
  }

  /// Whether more people of a team are here than its number says: who holds contacts then takes no others.
  mutating func isAboveNumber(_ team: Int) -> Bool {
    !lines.leavers.isEmpty && lines.leavers.contains { Int(agents[$0].team) == team }
  }

  /// Nobody has to go any more in the agent's place. Where the number is right again, people who hold contacts may take others.
  mutating func needsNotGo(_ agent: Int) {
    guard let place = lines.leavers.firstIndex(of: agent) else { return }
    lines.leavers.remove(at: place)
    let team = Int(agents[agent].team)
    guard !isAboveNumber(team) else { return }
    for queue in rules.teams[team].queues where rules[queue].concurrency > 1 {
      setTimer(.wakeQueue, Int32(truncatingIfNeeded: queue), at: clock)
    }
  }

  private func goesByNumber(_ agent: Int) -> Bool { rules.teams[Int(agents[agent].team)].release == .firstFree }

  private func isWorking(_ agent: Int) -> Bool {
    agents[agent].activity == .talking || agents[agent].activity == .wrappingUp
  }

  private mutating func exchangeRows(_ one: Int, _ other: Int) {
    lines.rows.swapAt(one, other)
    lines.standIns[lines.rows[one]] = one
    lines.standIns[lines.rows[other]] = other
  }
}
