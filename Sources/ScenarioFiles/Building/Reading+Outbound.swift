internal import ContactCenter

// Calls that the center makes.

extension Reading {
  func dialing(of member: SourceNode.Member, _ index: Int, _ channel: Channel) -> Dialing? {
    guard let node = member.value["dial"] else { return nil }
    let source = RuleSource(node: node, path: ["queues", member.name, "dial"])
    guard channel == .outbound else {
      error(
        at: node.place, "\(source.shown): the queue's channel is \(channel.rawValue); nobody is called there",
        help: "leave the channel out, or write channel: outbound")
      return nil
    }
    guard let reached = node["reaches"]?.scalar.flatMap({ try? ShareText.parse($0) }),
      let ring = law(source, "ring", .handle, index), let retry = law(source, "retry", .delay, index)
    else { return nil }
    let ahead = node["ahead"]?.scalar.flatMap { try? ScalarKind.number($0, 100) }
    if let place = node["ahead"]?.place, let ahead, ahead.value < 1 {
      error(
        at: place, "\(source.shown).ahead: fewer than 1 number for a free agent would leave people idle",
        help: "leave it out for progressive dialing")
    }
    if let place = node["preview"]?.place, node["ahead"] != nil {
      error(
        at: place, "\(source.shown): 'preview' and 'ahead' exclude each other",
        help: "with ahead the number is dialled before an agent is there to read")
    }
    for key in ["paced", "while_free", "hold"] where node["ahead"] == nil {
      guard let place = node[key]?.place else { continue }
      error(
        at: place, "\(source.shown).\(key): an agent is there from the start of each attempt",
        help: "add ahead for a predictive dialer, or leave it out")
    }
    let attempts = value(source.at("attempts")) { text throws(ValueProblem) in
      try ScalarKind.integer(text, 1...ScenarioKeyCatalogue.attemptLimit)
    }
    return Dialing(
      reached: reached, wrongParty: wrongParty(source, index, reached), ring: ring,
      preview: node["preview"]?.scalar.flatMap { try? ScalarKind.span($0) } ?? .zero,
      attempts: attempts ?? 3, retryDelay: retry, callsPerAgent: ahead?.value,
      pacing: node["paced"]?.scalar.flatMap(DialPacing.init) ?? .steady, threshold: threshold(source),
      hold: node["hold"]?.scalar.flatMap { try? ScalarKind.span($0) } ?? .zero)
  }

  private func wrongParty(_ dial: RuleSource, _ index: Int, _ reached: Share) -> WrongParty? {
    guard let node = dial.node["wrong_party"], let stated = node["share"],
      let share = stated.scalar.flatMap({ try? ShareText.parse($0) }),
      let handleTime = law(RuleSource(node: node, path: dial.path + ["wrong_party"]), "handle", .handle, index)
    else { return nil }
    if reached + share > .whole {
      error(
        at: stated.place,
        "\(dial.shown).wrong_party: \(ShareText.text(reached)) and \(ShareText.text(share)) are more than all attempts",
        help: "write at most \(ShareText.text(reached.complement)); what is left reaches nobody")
    }
    return WrongParty(share: share, handleTime: handleTime)
  }

  private func threshold(_ source: RuleSource) -> FreePeople? {
    guard let node = source.node["while_free"],
      let count = node["people"].flatMap({ integer($0, 1...ScenarioKeyCatalogue.agentLimit) })
    else { return nil }
    let names = node["teams"].map { $0.items ?? [$0] } ?? []
    let teams = Set(names.compactMap { team($0, "\(source.shown).while_free") })
    return FreePeople(count: count, teams: teams.sorted())
  }

  /// A field of a rule that is a law, or its default.
  private func law(
    _ source: RuleSource, _ key: String, _ use: DistributionText.Use, _ index: Int
  ) -> DistributionSpecification? {
    let result: DistributionReading.Result?
    if let node = source.node[key] {
      result = law(node, "\(source.shown).\(key)", use)
    } else {
      let standard = value(source.at(key)) { text throws(ValueProblem) in try DistributionText.parse(text, use) }
      result = DistributionReading.result(of: standard ?? nil, use)
    }
    form.ruleLaws["\(index).dial.\(key)"] = result?.text
    return result?.specification
  }

  func list(of member: SourceNode.Member) -> ContactList? {
    guard let node = member.value["list"],
      let count = node["contacts"].flatMap({ integer($0, 1...ScenarioKeyCatalogue.listLimit) })
    else { return nil }
    return ContactList(
      contactsPerDay: Double(count), time: node["at"]?.scalar.flatMap { try? ClockText.parse($0) })
  }
}
