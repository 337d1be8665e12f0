internal import ContactCenter

// Rules that can never hold, or stop for good, by the way in which queues lead to one another.

extension Reading {
  // MARK: Cases

  /// A contact is handed on only along transfers and escalations, and comes to a higher tier only by the latter.
  func warnOfCasesBeyondTransfers(_ scenario: Scenario) {
    let steps = Self.mostSteps(scenario.queues, countTransfers: true)
    let escalations = Self.mostSteps(scenario.queues, countTransfers: false)
    let own = scenario.queues.map { node("queues", $0.name, "outcomes_when") }
    let others = own.indices.filter { own[$0] == nil }
    let cases = zip([node("outcomes_when")] + own, [others] + own.indices.map { [$0] })
    for (node, queues) in cases {
      for member in node?.members ?? [] {
        warn(member, "transfers", reaching: queues.map { steps[$0] }.max() ?? 0, queues, scenario)
        warn(member, "tier", reaching: 1 + (queues.map { escalations[$0] }.max() ?? 0), queues, scenario)
      }
    }
  }

  private func warn(
    _ member: SourceNode.Member, _ key: String, reaching most: Int, _ queues: [Int], _ scenario: Scenario
  ) {
    guard let node = member.value[key], let count = node.scalar.flatMap(Int.init), count > most else { return }
    let place = queues.count == 1 ? " of queue '\(scenario.queues[queues[0]].name)'" : ""
    let what = key == "tier" ? "reaches a tier as high as that" : "is handed on so often"
    warn(
      at: node.place, "\(key): no contact\(place) \(what), so this case never holds",
      help: key == "tier"
        ? "let a queue escalate to it: escalate: {to: ..., share: 5%}" : "add a transfer, or lower the number")
  }

  /// How often a contact of each queue may have been handed on, counted up to the greatest number that a case can ask for.
  private static func mostSteps(_ queues: [ContactQueue], countTransfers: Bool) -> [Int] {
    var steps = queues.map { _ in 0 }
    for _ in 0...ScenarioKeyCatalogue.attemptLimit {
      var next = steps
      for (index, queue) in queues.enumerated() {
        for transfer in queue.rules.transfers where transfer.share > .zero {
          next[transfer.queue] = max(next[transfer.queue], steps[index] + (countTransfers ? 1 : 0))
        }
        for escalation in queue.rules.escalations where escalation.share != .zero {
          next[escalation.queue] = max(next[escalation.queue], steps[index] + 1)
        }
      }
      if next == steps { break }
      steps = next
    }
    return steps
  }

  // MARK: Dialers

  /// Batches begin where work ends: with no other work a batch that reaches nobody is the last one.
  func warnOfDialersThatStop(_ scenario: Scenario) {
    func isByEnds(_ queue: ContactQueue) -> Bool {
      queue.rules.dialing.map { $0.callsPerAgent != nil && $0.pacing == .eachEnd } ?? false
    }
    let calls = scenario.demand.contactsPerDay
    let hasOtherWork = scenario.queues.enumerated().contains { index, queue in
      !isByEnds(queue) && (queue.list != nil || queue.backlog > 0 || (calls > 0 && scenario.demand.mix[index] > 0))
    }
    guard !hasOtherWork else { return }
    for queue in scenario.queues where isByEnds(queue) {
      warn(
        at: node("queues", queue.name, "dial", "paced")?.place ?? .wholeFile,
        "queues.\(queue.name).dial.paced: each_end dials where work ends, and there is no other work: after a batch that reaches nobody the dialer stands still",
        help: "leave it out: a steady dialer follows each failed attempt by another")
    }
  }
}
