internal import ContactCenter

// What rules mean together.

extension Reading {
  func checkRules(_ queues: [ContactQueue], _ teams: [Team]) {
    refuseEndlessTransfers(queues)
    for (index, queue) in queues.enumerated() { warnOfConditionalService(index, queue, teams) }
    refuseUnknownCosts(queues, teams)
    warnOfFullReserves(queues, teams)
    warnOfUnusedWeights(queues, teams)
    tellWhatTheSolverLeavesOut(queues, teams)
  }

  /// Who is cheapest is known only where everybody has a wage or a price.
  private func refuseUnknownCosts(_ queues: [ContactQueue], _ teams: [Team]) {
    for (index, queue) in queues.enumerated() where queue.rules.agentChoice == .cheapest {
      guard let team = teams.first(where: { $0.queues.contains(index) && $0.hourlyCost == nil && $0.price == nil })
      else { continue }
      let place = node("queues", queue.name, "goes_to")?.place ?? node("goes_to")?.place ?? .wholeFile
      error(
        at: place, "goes_to: cheapest, and team '\(team.name)' has neither wage nor price",
        help: "add a line such as cost: $22/h")
    }
  }

  /// A contact that is always handed on, in a circle, never ends.
  private func refuseEndlessTransfers(_ queues: [ContactQueue]) {
    func always(_ rules: ContactRules) -> Bool {
      rules.transfers.reduce(.zero) { $0 + $1.share } == Share.whole
        || rules.escalations.reduce(.zero) { $0 + ($1.share ?? .zero) } == Share.whole
    }
    var ends = queues.map { !always($0.rules) }
    for _ in queues {
      for (index, queue) in queues.enumerated() where !ends[index] {
        ends[index] =
          queue.rules.transfers.contains { $0.share > .zero && ends[$0.queue] }
          || queue.rules.escalations.contains { ($0.share ?? .zero) > .zero && ends[$0.queue] }
      }
    }
    if let endless = ends.firstIndex(of: false) {
      let (name, rules) = (queues[endless].name, queues[endless].rules)
      let isTransferred = rules.transfers.reduce(.zero) { $0 + $1.share } == Share.whole
      let key = isTransferred ? "transfer" : "escalate"
      error(
        at: node("queues", name, key)?.place ?? .wholeFile,
        "queues.\(name).\(key): its contacts are handed on for ever, 100% at each queue",
        help: "one of the queues in the circle must end some of the talks: give shares below 100%")
    }
    refuseCircularAuthority(queues)
  }

  /// A refund that nobody in a circle of queues may grant goes round for ever.
  private func refuseCircularAuthority(_ queues: [ContactQueue]) {
    var decides = queues.map { $0.rules.escalations.allSatisfy { $0.share != nil } }
    for _ in queues {
      for (index, queue) in queues.enumerated() where !decides[index] {
        decides[index] = queue.rules.escalations.allSatisfy { $0.share != nil || decides[$0.queue] }
      }
    }
    guard let circular = decides.firstIndex(of: false) else { return }
    let name = queues[circular].name
    error(
      at: node("queues", name, "escalate")?.place ?? .wholeFile,
      "queues.\(name).escalate: refunds go round in a circle of queues, and none of them may grant the greatest",
      help: "leave refund_above out at the highest tier")
  }

  private func warnOfConditionalService(_ index: Int, _ queue: ContactQueue, _ teams: [Team]) {
    let serving = teams.filter { $0.queues.contains(index) }
    let isConditional = serving.allSatisfy { team in
      team.skillHours[index] != nil || team.skills.contains { $0.queue == index && $0.isConditional }
    }
    // Deferred work may wait while people are kept free for those who hold a line.
    guard !serving.isEmpty, isConditional, !queue.rules.channel.isDeferred else { return }
    warn(
      at: node("queues", queue.name)?.place ?? node("teams")?.place ?? .wholeFile,
      "queue '\(queue.name)': every team serves it under conditions only, so contacts wait while people are free",
      help: "give one team the skill without after, from_line, keeps_free and hours")
  }

  private func warnOfFullReserves(_ queues: [ContactQueue], _ teams: [Team]) {
    for team in teams where team.schedule != .solved {
      let people = Self.people(in: team)
      for skill in team.skills where skill.keepsFree > 0 && skill.keepsFree >= people {
        let name = queues[skill.queue].name
        warn(
          at: node("teams", team.name, "skills", name)?.place ?? .wholeFile,
          "teams.\(team.name): of \(people) people \(skill.keepsFree) are kept free, so nobody ever serves '\(name)'",
          help: "keep fewer than \(people) free")
      }
    }
  }

  private func warnOfUnusedWeights(_ queues: [ContactQueue], _ teams: [Team]) {
    for (index, queue) in queues.enumerated() {
      let choices = teams.filter { $0.queues.contains(index) }.map(\.contactChoice)
      for key in ["head_start", "weight"] {
        if choices.contains(.weightedWait) || (key == "weight" && choices.contains(.queueRatio)) { continue }
        guard let place = node("queues", queue.name, key)?.place else { continue }
        warn(
          at: place,
          "queues.\(queue.name).\(key): no team of the queue picks by weighted_wait, so this changes nothing",
          help: "add picks: weighted_wait")
      }
    }
  }

  private func tellWhatTheSolverLeavesOut(_ queues: [ContactQueue], _ teams: [Team]) {
    guard let place = node("staffing")?.place else { return }
    var words: [String] = []
    func add(_ word: String, _ isThere: (ContactRules) -> Bool) {
      let names = queues.filter { isThere($0.rules) }.map(\.name)
      if !names.isEmpty { words.append(queues.count == 1 ? word : "\(word) (\(names.joined(separator: ", ")))") }
    }
    add("balking") { !$0.balking.isEmpty }
    add("waiting places") { $0.waitingPlaces != nil }
    add("trunks") { $0.trunkGroup != nil }
    add("self-service") { $0.selfService != nil }
    add("redials") { $0.redial != nil }
    add("offers to those who wait") { $0.waitOffer != nil }
    add("transfers") { !$0.transfers.isEmpty }
    add("escalations") { !$0.escalations.isEmpty || $0.refunds != nil }
    add("complaints") { $0.complaints != nil }
    add("limits of time") { $0.limits != nil }
    add("repeat contacts") { $0.outcome.map { $0.repeats > .zero } ?? false }
    add("work that can wait") { $0.channel.isDeferred }
    if teams.contains(where: { team in !team.skillHours.isEmpty || !team.skills.allSatisfy(\.isPlain) }) {
      words.append("levels and conditions of skills")
    }
    if queues.contains(where: { $0.list != nil }) { words.append("lists of outbound contacts") }
    for key in ["outages", "faults", "losses"] where !(node(key)?.members ?? []).isEmpty { words.append(key) }
    guard !words.isEmpty else { return }
    note(
      at: place,
      "staffing: the solver counts first contacts and their handle times; it leaves out \(words.joined(separator: ", ")); simulate shows what they do"
    )
  }
}
