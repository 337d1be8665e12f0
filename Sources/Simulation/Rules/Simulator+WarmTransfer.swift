internal import ContactCenter
internal import EventLog

// Warm transfers: an agent stays on the line until a colleague answers.

extension Simulator {
  /// Whether somebody else is on duty for a queue who does not stay with a caller already: people who wait for one
  /// another would wait for ever. Whose own shift is over stays for nobody.
  mutating func canCome(to queue: Int, besides agent: Int) -> Bool {
    guard agents[agent].leaving == .no else { return false }
    let others = rules[queue].teams.reduce(0) { sum, entry in
      sum + lines.onDuty[entry.team] - lines.handingOver[entry.team]
        - (entry.team == Int(agents[agent].team) ? 1 : 0)
    }
    return others > 0
  }

  /// The agent stays on the line; the customer's next contact arrives in the other queue.
  mutating func handOverWarm(_ customer: Int32, _ transfer: Transfer, into buffer: inout EventBuffer) {
    customers[customer].handingTo = Int32(truncatingIfNeeded: transfer.queue)
    completions.clear(Int(customers[customer].hand))
    let next = customers.insert(customers[customer])
    customers[customer].trunk = -1  // The line goes on with the next contact.
    handOnLimits(of: customer, into: &buffer)
    moveMatter(from: customer, to: next)
    customers[customer].companion = next
    customers[next].companion = customer
    lines.handingOver[team(ofHand: customers[customer].hand)] += 1
    prepareNext(next, .transfer, in: transfer.queue, drawingAnew: true)
    reaches(next, into: &buffer)
  }

  /// Lets the agent go who stayed with this contact: after the briefing when a colleague has answered, at once (0) when
  /// the contact was lost.
  mutating func releaseCompanion(of customer: Int32, after briefing: Int64?) {
    let companion = customers[customer].companion
    guard companion >= 0 else { return }
    let state = customers[companion]
    let transfer = rules[Int(state.queue)].contact.transfers.first { $0.queue == Int(state.handingTo) }
    part(companion, from: customer, after: briefing ?? transfer?.briefing?.microseconds ?? 0)
  }

  /// In an outage callers wait on alone: no colleague comes.
  mutating func releaseCompanions(ofLine queue: Int) {
    var slot = waiting.head(of: queue)
    while slot >= 0 {
      releaseCompanion(of: waiting[slot].customer, after: 0)
      slot = waiting.slot(after: slot)
    }
  }

  /// At the end of a shift callers wait on alone.
  mutating func leaveCallers(_ agent: Int) {
    for number in 0..<Int(agents[agent].held) {
      let customer = agents[rules.hand(number, of: agent)].customer
      guard customer >= 0, customers[customer].handingTo >= 0, customers[customer].companion >= 0 else { continue }
      part(customer, from: customers[customer].companion, after: 0)
    }
  }

  private mutating func part(_ former: Int32, from next: Int32, after time: Int64) {
    customers[next].companion = -1
    customers[former].companion = -1
    lines.handingOver[team(ofHand: customers[former].hand)] -= 1
    completions.set(Int(customers[former].hand), endsAt: clock &+ time)
  }

  private mutating func team(ofHand hand: Int32) -> Int { Int(agents[Int(agents[Int(hand)].owner)].team) }
}
