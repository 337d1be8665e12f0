internal import ContactCenter

// Limits of time, escalations, refunds, complaints.

extension Reading {
  /// Adds them to the rules of queue number `index`.
  func addCare(to rules: inout ContactRules, of member: SourceNode.Member, _ index: Int, _ names: [String]) {
    func source(_ key: String) -> RuleSource? {
      member.value[key].map { RuleSource(node: $0, path: ["queues", member.name, key]) }
    }
    rules.dialing = dialing(of: member, index, rules.channel)
    rules.limits = source("due").flatMap(limits)
    rules.escalations = source("escalate").map { escalations($0, member.name, index, names) } ?? []
    rules.refunds = source("refunds").flatMap(refunds)
    rules.complaints = source("complaints").flatMap { complaints($0, index, names, isSettled: rules.outcome != nil) }
  }

  private func limits(_ source: RuleSource) -> TimeLimits? {
    func span(_ key: String) -> TimeSpan? { source.node[key]?.scalar.flatMap { try? ScalarKind.span($0) } }
    guard source.node["answered"] != nil || source.node["done"] != nil else {
      if source.node.members != nil {
        error(
          at: source.node.place, "\(source.shown) does not say what is due",
          help: "add answered: 2h, done: 24h, or both")
      }
      return nil
    }
    return TimeLimits(
      answered: span("answered"), done: span("done"),
      clock: value(source.at("clock")) { $0 }.flatMap(TimeLimits.Clock.init) ?? .calendar,
      origin: value(source.at("since")) { $0 }.flatMap(TimeLimits.Origin.init) ?? .contact)
  }

  private func escalations(_ source: RuleSource, _ name: String, _ index: Int, _ names: [String]) -> [Escalation] {
    var escalations: [Escalation] = []
    for (number, member) in (source.node.members ?? []).enumerated() {
      let shown = member.writtenAs ?? "\(source.shown).\(member.name)"
      guard let to = member.value["to"], let target = queue(to, shown, names),
        let reason = reason(member.value, shown)
      else { continue }
      if target == index {
        error(at: to.place, "\(shown): '\(name)' is the queue itself", help: "name the queue of the higher tier")
      }
      let rest = member.value["after"].flatMap { law($0, "\(shown).after", .delay) }
      form.ruleLaws["\(index).escalate.\(number)"] = rest?.text
      escalations.append(Escalation(queue: target, reason: reason, rest: rest?.specification))
    }
    let sum = escalations.reduce(Share.zero) { $0 + ($1.share ?? .zero) }
    if sum > .whole {
      error(
        at: source.node.place, "\(source.shown): its shares sum to \(ShareText.text(sum))",
        help: "they are parts of all talks of the queue, at most 100% together")
    }
    return escalations
  }

  private func reason(_ node: SourceNode, _ shown: String) -> Escalation.Reason? {
    let share = node["share"]?.scalar.flatMap { try? ShareText.parse($0) }
    let limit = node["refund_above"]?.scalar.flatMap { try? ScalarKind.number($0, ScenarioKeyCatalogue.refundLimit) }
    switch (node["share"] == nil, node["refund_above"] == nil) {
    case (false, true): return share.map { .share($0) }
    case (true, false): return limit.map { .refundAbove($0.value) }
    case (true, true), (false, false):
      error(
        at: node.place, "\(shown): one of 'share' and 'refund_above' says what is escalated",
        help: "for instance {to: supervisor, share: 5%}, or {to: supervisor, refund_above: 50}")
      return nil
    }
  }

  private func refunds(_ source: RuleSource) -> RefundRules? {
    guard let share = source.node["share"]?.scalar.flatMap({ try? ShareText.parse($0) }),
      let mean = source.node["mean"]?.scalar.flatMap({ try? ScalarKind.number($0, ScenarioKeyCatalogue.refundLimit) })
    else { return nil }
    let variation = value(source.at("cv")) { text throws(ValueProblem) in try ScalarKind.number(text, 100) }
    return RefundRules(share: share, meanAmount: mean.value, variation: variation?.value ?? 1)
  }

  private func complaints(
    _ source: RuleSource, _ index: Int, _ names: [String], isSettled: Bool
  ) -> ComplaintRules? {
    guard isSettled else {
      error(
        at: source.node.place, "\(source.shown) is a part of the unsettled, and nothing says how many they are",
        help: "add a line such as resolved: 78%")
      return nil
    }
    guard let share = source.node["share"]?.scalar.flatMap({ try? ShareText.parse($0) }),
      let delay = delay(source, index)
    else { return nil }
    return ComplaintRules(share: share, queue: queue(source, names), delay: delay)
  }
}
