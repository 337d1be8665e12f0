internal import ContactCenter

extension Reading {
  func costs() -> CostRules {
    var costs = CostRules.none
    guard node("costs")?.members != nil else { return costs }
    costs.premiums = (node("costs", "premiums")?.members ?? []).compactMap(premium)
    costs.overtime = share(node("costs", "overtime"))
    costs.seat = amount("costs", "seat")
    costs.customerRecords = amount("costs", "crm")
    costs.training = amount("costs", "training")
    costs.telephony = amount("costs", "telephony")
    costs.abandoned = amount("costs", "penalties", "abandoned")
    costs.blocked = amount("costs", "penalties", "blocked")
    costs.late = amount("costs", "penalties", "late")
    costs.missedTargets = (node("costs", "penalties", "missed")?.members ?? []).compactMap(missedTarget)
    return costs
  }

  func callEquivalents() -> CallEquivalents? {
    guard let members = node("call_equivalents")?.members else { return nil }
    var equivalents = CallEquivalents()
    for member in members {
      guard let channel = Channel(rawValue: member.name) else {
        let channels = Channel.allCases.map(\.rawValue)
        error(
          at: member.place, "call_equivalents: there is no channel '\(member.name)'",
          help: SpellingHelp.help(for: member.name, among: channels, listedAs: "channels"))
        continue
      }
      guard let weight = member.value.scalar.flatMap({ try? ScalarKind.number($0, 1_000) }) else { return nil }
      equivalents.weights[channel] = weight.value
    }
    return equivalents
  }

  private func amount(_ path: String...) -> Money? {
    NodePath.node(path, in: root)?.scalar.flatMap { try? MoneyText.parseAmount($0, per: nil).money }
  }

  private func premium(_ member: SourceNode.Member) -> CostRules.Premium? {
    guard let share = share(member.value["share"]) else { return nil }
    let (hours, days) = (member.value["hours"]?.scalar, member.value["days"]?.scalar)
    if hours == nil, days == nil {
      error(
        at: member.place, "costs.premiums.\(member.name): nothing says when",
        help: "add hours, days, or both; what is paid at all times is the wage")
    }
    return CostRules.Premium(
      name: member.name, hours: hours.flatMap { try? ClockText.parseRange($0) },
      days: Set(days.flatMap { try? CalendarText.days($0) } ?? Weekday.allCases), share: share)
  }

  private func missedTarget(_ member: SourceNode.Member) -> CostRules.MissedTarget? {
    let path = "costs.penalties.missed"
    guard let amount = member.value.scalar.flatMap({ try? MoneyText.parseAmount($0, per: nil).money }) else {
      return nil
    }
    guard let metric = TargetMetric.all.first(where: { $0.key == member.name }) else {
      let targets = (node("targets")?.members ?? []).map(\.name)
      error(
        at: member.place, "\(path): unknown target '\(member.name)'",
        help: SpellingHelp.help(for: member.name, among: TargetMetric.all.map(\.key), listedAs: "targets here")
          ?? "targets here: \(targets.joined(separator: ", "))")
      return nil
    }
    if case .money = metric.unit {
      error(
        at: member.place, "\(path): \(member.name) is a cost, and a penalty would be a part of it",
        help: "name a target that is no cost")
      return nil
    }
    guard node("targets", metric.key) != nil else {
      error(
        at: member.place, "\(path): the scenario has no target \(member.name)",
        help: "add it to targets: \(member.name): \(metric.example)")
      return nil
    }
    return CostRules.MissedTarget(target: metric.key, amount: amount)
  }

  /// The price of a partner's team.
  func price(of member: SourceNode.Member) -> PartnerPrice? {
    guard let node = member.value["price"], let text = node.scalar,
      let (money, unit) = try? MoneyText.parseAmount(text, per: ["contact", "min"])
    else { return nil }
    if member.value["cost"] != nil {
      error(
        at: node.place, "teams.\(member.name): 'price' and 'cost' both say what these people cost",
        help: "keep 'price' for a partner's people, 'cost' for the center's own")
    }
    return unit == "min" ? .minute(money) : .contact(money)
  }

  /// All money of a scenario is in one currency, and costs need to know what everybody costs.
  func checkCurrency(_ costs: CostRules, _ teams: [Team]) {
    let all = teams.compactMap { $0.hourlyCost ?? $0.price?.money } + costs.amounts
    if let first = all.first, let other = all.first(where: { $0.currency != first.currency }) {
      error(
        at: node("costs")?.place ?? node("teams")?.place ?? .wholeFile,
        "money is in \(first.currency) and in \(other.currency)", help: "use one currency")
    }
    guard costs != .none, let unpaid = teams.first(where: { $0.hourlyCost == nil && $0.price == nil }),
      let place = node("costs")?.place
    else { return }
    error(
      at: place, "costs: nothing says what the people of '\(unpaid.name)' cost",
      help: "add a line such as cost: $22/h, or price: $4/contact for a partner's team")
  }
}
