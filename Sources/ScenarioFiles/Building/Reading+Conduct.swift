internal import ContactCenter

extension Reading {
  // MARK: Conduct

  func conduct() -> Conduct { node("conduct").map { conduct($0) } ?? .none }

  func conduct(of member: SourceNode.Member) -> Conduct? { member.value["conduct"].map { conduct($0) } }

  private func conduct(_ node: SourceNode) -> Conduct {
    func slip(_ name: String, _ length: String) -> Conduct.Slip? {
      guard let node = node[name], let share = node["chance"]?.scalar.flatMap({ try? ShareText.parse($0) }),
        let mean = duration(node[length])
      else { return nil }
      return share > .zero ? Conduct.Slip(share: share, mean: mean) : nil
    }
    var conduct = Conduct(
      lateness: slip("late", "by"), overrun: slip("overrun", "by"), afterContact: slip("after_contact", "for"))
    if let strays = node["strays"], let every = duration(strays["every"]), let mean = duration(strays["for"]) {
      conduct.straying = Conduct.Straying(every: every, mean: mean)
    }
    return conduct
  }

  private func duration(_ node: SourceNode?) -> TimeSpan? { node?.scalar.flatMap { try? DistributionText.mean($0) } }

  // MARK: Newcomers

  func onboarding() -> Onboarding {
    Onboarding(
      stages: (node("onboarding")?.members ?? []).compactMap { member in
        guard let weeks = member.value["weeks"].flatMap({ integer($0, 1...ScenarioKeyCatalogue.weekLimit) }) else {
          return nil
        }
        var stage = Onboarding.Stage(weeks: weeks)
        stage.training = member.value["training"]?.scalar.flatMap { try? ShareText.parse($0) } ?? .zero
        stage.reviewed = member.value["reviewed"]?.scalar.flatMap { try? ShareText.parse($0) } ?? .zero
        stage.handleTimeFactor = factor(member.value["handle"], above: true) ?? 1
        stage.resolvedFactor = factor(member.value["resolved"], above: false) ?? 1
        return stage
      })
  }

  private func factor(_ node: SourceNode?, above isPositive: Bool) -> Double? {
    guard let node, let number = node.scalar.flatMap({ try? FactorText.parse($0) }) else { return nil }
    if number > ExactDecimal(100) || isPositive && number.mantissa == 0 {
      error(
        at: node.place, "a factor of \(node.scalar ?? "") is not possible",
        help: "factors of newcomers are at most x100, those of handle times above x0")
    }
    return number.value
  }

  func newcomers(of member: SourceNode.Member, _ people: Int) -> Newcomers? {
    guard let node = member.value["newcomers"], let count = node["count"].flatMap({ heads($0) }) else { return nil }
    let weeks = node["weeks"].flatMap { integer($0, 0...ScenarioKeyCatalogue.weekLimit) } ?? 0
    if count > people, people > 0 {
      error(
        at: node["count"]?.place ?? node.place,
        "teams.\(member.name).newcomers: \(count) of \(people) people cannot be new",
        help: "newcomers are part of the team's people")
    }
    warnWithoutProgramme(member, node)
    return count > 0 ? Newcomers(count: count, weeks: weeks) : nil
  }

  func attrition(of member: SourceNode.Member) -> Attrition? {
    guard let node = member.value["attrition"],
      let weekly = node["weekly"]?.scalar.flatMap({ try? ShareText.parse($0) })
    else { return nil }
    let weeks = node["replaced_after"].flatMap { integer($0, 0...ScenarioKeyCatalogue.weekLimit) }
    if form.period.map({ $0.upperBound.dayNumber - $0.lowerBound.dayNumber < 7 }) ?? true {
      warn(
        at: node.place, "teams.\(member.name).attrition: no week ends inside the period, so nobody leaves",
        help: "give a period of more than a week")
    }
    if weeks != nil { warnWithoutProgramme(member, node) }
    return weekly > .zero ? Attrition(weekly: weekly, replacedAfterWeeks: weeks) : nil
  }

  private func warnWithoutProgramme(_ member: SourceNode.Member, _ node: SourceNode) {
    guard self.node("onboarding") == nil else { return }
    warn(
      at: node.place, "teams.\(member.name): newcomers are as good as everybody, there is no 'onboarding'",
      help: "say what they go through, such as onboarding: [{weeks: 5, handle: x1.4}]")
  }

  private func heads(_ node: SourceNode) -> Int? { integer(node, 0...ScenarioKeyCatalogue.agentLimit) }

  // MARK: Reviews

  /// Which contacts of each queue are reviewed, and where. A review is work of the center: its queue is not reviewed.
  func readReviews(_ queues: inout [ContactQueue]) {
    let names = queues.map(\.name)
    for index in queues.indices {
      guard let node = node("queues", names[index], "review"),
        let share = node["share"]?.scalar.flatMap({ try? ShareText.parse($0) }), let to = node["to"]
      else { continue }
      let shown = "queues.\(names[index]).review"
      guard let target = queue(to, shown, names) else { continue }
      if target == index || self.node("queues", names[target], "review") != nil {
        error(
          at: to.place, "\(shown): '\(names[target])' is reviewed itself", help: "name a queue that has no review")
      }
      queues[index].rules.review = ReviewRule(share: share, queue: target)
    }
  }
}
