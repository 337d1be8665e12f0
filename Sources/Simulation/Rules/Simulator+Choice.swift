internal import ContactCenter
internal import Randomness

// Who serves whom, under rules.

extension Simulator {
  /// Contact selects agent: among the people who may take it now, those of the best level, and among them as the queue
  /// says; people with nothing in hand before people who hold contacts. -1 if there is none.
  mutating func agentFor(_ customer: Int32, hasWaited: Int64) -> Int32 {
    let queue = Int(customers[customer].queue)
    if isDown(queue) { return -1 }
    let count = rules[queue].teams.count
    var first = 0
    while first < count {
      var last = first
      let level = rules[queue].teams[first].skill.level
      while last < count, rules[queue].teams[last].skill.level == level { last += 1 }
      let agent = idleAgent(for: customer, among: first..<last, hasWaited: hasWaited)
      if agent >= 0 { return agent }
      first = last
    }
    if !lines.staying.isEmpty {
      let agent = stayingAgent(for: queue, hasWaited: hasWaited)
      if agent >= 0 { return agent }
    }
    return rules[queue].concurrency > 1 ? openAgent(for: queue, hasWaited: hasWaited) : -1
  }

  private mutating func idleAgent(for customer: Int32, among range: Range<Int>, hasWaited: Int64) -> Int32 {
    let queue = Int(customers[customer].queue)
    let choice = rules[queue].contact.agentChoice.rule
    if choice.isByChance { return anyIdleAgent(for: customer, among: range, hasWaited: hasWaited) }
    if range.count == 1 { return onlyIdleAgent(rules[queue].teams[range.lowerBound], hasWaited: hasWaited) }
    var best: Int32 = -1
    var leastRank = Double.infinity
    for index in range {
      let candidate = idle.first(of: rules[queue].teams[index].team, in: agents)
      guard candidate >= 0 else { continue }
      let serving = rules[queue].teams[index]
      guard serves(serving.skill, hasWaited: hasWaited, serving.team, lines.idle[serving.team]) else { continue }
      let rank = choice.rank(
        IdleTeam(
          idlePeople: lines.idle[serving.team],
          idleSince: SimulationTime(microseconds: agents[Int(candidate)].since),
          costPerHour: serving.skill.costPerHour))
      if rank < leastRank { (best, leastRank) = (candidate, rank) }
    }
    return best
  }

  /// Of a single team there is nothing to rank.
  private mutating func onlyIdleAgent(_ serving: QueueRules.ServingTeam, hasWaited: Int64) -> Int32 {
    let candidate = idle.first(of: serving.team, in: agents)
    guard candidate >= 0, serves(serving.skill, hasWaited: hasWaited, serving.team, lines.idle[serving.team]) else {
      return -1
    }
    return candidate
  }

  private mutating func anyIdleAgent(for customer: Int32, among range: Range<Int>, hasWaited: Int64) -> Int32 {
    let queue = Int(customers[customer].queue)
    let teams = range.map { rules[queue].teams[$0] }.filter {
      serves($0.skill, hasWaited: hasWaited, $0.team, lines.idle[$0.team])
    }
    let count = teams.reduce(0) { $0 + lines.idle[$1.team] }
    guard count > 0 else { return -1 }
    var place = min(count - 1, Int(laterDraws.uniform(.agentChoice, customers[customer].key) * Double(count)))
    for serving in teams {
      guard place >= lines.idle[serving.team] else { return idle.agent(place, of: serving.team, in: agents) }
      place -= lines.idle[serving.team]
    }
    return -1
  }

  /// The first who holds other contacts and may take this one too.
  private mutating func openAgent(for queue: Int, hasWaited: Int64) -> Int32 {
    for serving in rules[queue].teams where serves(serving.skill, hasWaited: hasWaited, serving.team, .max) {
      if isAboveNumber(serving.team) { continue }
      var agent = open.first(of: serving.team, in: agents)
      while agent >= 0 {
        if canJoin(Int(agent), queue) { return agent }
        agent = open.next(after: Int(agent), in: agents)
      }
    }
    return -1
  }

  /// Whether a skill holds now. `idleCount` includes the agent who would take the contact.
  mutating func serves(_ skill: Skill, hasWaited: Int64, _ team: Int, _ idleCount: Int) -> Bool {
    guard skill.isConditional else { return true }
    return hasWaited >= skill.afterWait.microseconds && waiting.length(of: skill.queue) >= skill.fromLineLength
      && idleCount > skill.keepsFree && isCalm(skill, team, idleCount)
      && (skill.hours?.contains { $0.contains(SimulationTime(microseconds: clock)) } ?? true)
  }

  /// Whether the team's occupancy, before the contact is taken, leaves room for what is blended in.
  private mutating func isCalm(_ skill: Skill, _ team: Int, _ idleCount: Int) -> Bool {
    guard let limit = skill.occupancyBelow else { return true }
    // Who holds contacts and takes another is counted as busy.
    let idle = idleCount == .max ? lines.idle[team] : idleCount
    return Double(lines.busy[team]) < limit.fraction * Double(lines.busy[team] + idle)
  }

  /// Whether an agent's hands have room for a contact of this queue beside those that they hold.
  mutating func canJoin(_ agent: Int, _ queue: Int) -> Bool {
    let held = Int32(agents[agent].held)
    guard rules[queue].concurrency > held else { return false }
    return (0..<Int(held)).allSatisfy {
      rules[Int(agents[rules.hand($0, of: agent)].queue)].concurrency > held
    }
  }

  /// Agent selects contact: among the heads of the lines that the agent may serve now. -1 if there is none.
  mutating func contactFor(_ agent: Int) -> Int32 {
    let team = Int(agents[agent].team)
    var best: Int32 = -1
    var bestKey = TurnKey.last
    let takenLines = rules.takenLines(ofTeam: team)
    for index in takenLines.indices {
      let slot = waiting.head(of: takenLines[index])
      guard slot >= 0 else { continue }
      let skill = rules.teams[team].skills[index]
      guard mayTake(skill, agent, slot) else { continue }
      let key = turnKey(skill, waiting[slot].customer, rules.teams[team].contactChoice.rule)
      if key < bestKey { (best, bestKey) = (waiting[slot].customer, key) }
    }
    return best
  }

  private mutating func mayTake(_ skill: Skill, _ agent: Int, _ slot: Int32) -> Bool {
    if agents[agent].leaving == .afterQueue, rules.isDeferred(skill.queue) { return false }
    if isDown(skill.queue) { return false }
    if agents[agent].held > 0, !canJoin(agent, skill.queue) { return false }
    let idleCount = lines.idle[Int(agents[agent].team)] + 1
    // What nobody holds the dialer takes.
    if rules[skill.queue].callsPerAgent != nil, rules[skill.queue].heldLine < 0 { return false }
    let isDialled = rules[skill.queue].callsPerAgent != nil
    return serves(
      skill, hasWaited: isDialled ? .max : clock &- customers[waiting[slot].customer].turn, Int(agents[agent].team),
      idleCount)
  }

  /// Smaller goes first.
  private mutating func turnKey(_ skill: Skill, _ customer: Int32, _ rule: any ContactChoiceRule.Type) -> TurnKey {
    let state = customers[customer]
    let rank = rule.rank(
      WaitingContact(
        priority: plan.queues[skill.queue].priority, level: skill.level,
        wait: TimeSpan(microseconds: clock &- state.turn), headStart: rules[skill.queue].contact.headStart,
        weight: rules[skill.queue].contact.weight, lineLength: waiting.length(of: rules[skill.queue].takenLine)))
    return TurnKey(first: rank.0, second: rank.1, turn: state.turn, contact: state.contact)
  }

  private struct TurnKey {
    var first: Double
    var second: Double
    var turn: Int64
    var contact: UInt32

    static let last = TurnKey(first: .infinity, second: .infinity, turn: .max, contact: .max)

    static func < (left: TurnKey, right: TurnKey) -> Bool {
      (left.first, left.second, left.turn, left.contact) < (right.first, right.second, right.turn, right.contact)
    }
  }
}
