internal import ContactCenter

/// A rule in the file: its value, and the path at which it stands.
struct RuleSource {
  var node: SourceNode
  var path: [String]
  var shown: String { path.joined(separator: ".") }
  func at(_ name: String) -> [String] { path + [name] }
}

extension Reading {
  /// Rules that may stand at the top of the file, for every queue without its own.
  static let generalRules =
    [
      "channel", "places", "balk", "redial", "offer", "self_service", "resolved", "repeats", "concurrency", "goes_to",
      "handle_at", "patience_at",
    ] + ratingRules
  /// Those that are about people who hold a line; at the top of the file they are not meant for deferred work.
  private static let callerRules: Set = ["places", "balk", "redial", "offer", "self_service", "patience_at"]
  /// Those of them that mean nothing where nobody holds a line.
  private static let lineRules = ["balk", "offer", "self_service"]
  private static let chatLimit = 2

  /// A rule of a queue: its own, else that of the top of the file.
  func rule(_ key: String, of member: SourceNode.Member?, _ channel: Channel) -> RuleSource? {
    if channel.isDeferred, Self.lineRules.contains(key) { return nil }
    if let member {
      if let own = member.value[key] { return RuleSource(node: own, path: ["queues", member.name, key]) }
      if channel.isDeferred, Self.callerRules.contains(key) { return nil }
    }
    return node(key).map { RuleSource(node: $0, path: [key]) }
  }

  func channel(of member: SourceNode.Member?) -> Channel {
    if let member, member.value["dial"] != nil, member.value["channel"] == nil {
      fill("queues.\(member.name).channel", with: Channel.outbound.rawValue, because: "its contacts are dialled")
      return .outbound
    }
    return rule("channel", of: member, .phone)?.node.scalar.flatMap(Channel.init) ?? .phone
  }

  /// What happens in queue number `index` besides waiting and answering.
  func rules(of member: SourceNode.Member?, _ index: Int, _ channel: Channel) -> ContactRules {
    let names = queueNames
    func rule(_ key: String) -> RuleSource? { self.rule(key, of: member, channel) }
    var rules = ContactRules.none
    rules.channel = channel
    rules.waitingPlaces = rule("places").flatMap { integer($0.node, 0...ScenarioKeyCatalogue.placeLimit) }
    if channel.isDeferred { warnOfLineRules(member, channel) }
    rules.balking = balking(rule("balk"), patience: channel.isDeferred ? nil : patienceSource(of: member))
    rules.selfService = rule("self_service").flatMap { selfService($0, index) }
    rules.redial = rule("redial").flatMap { redial($0, index, names) }
    rules.waitOffer = rule("offer").flatMap { offer($0, index, names) }
    rules.outcome = outcome(rule("resolved"), rule("repeats"), index, names)
    rules.ratings = ratings(rule)
    rules.concurrency = concurrency(rule("concurrency"), of: member, channel)
    if let word = rule("goes_to")?.node.scalar, let choice = AgentChoice(rawValue: word) { rules.agentChoice = choice }
    guard let member else { return rules }
    rules.transfers = member.value["transfer"].map { transfers($0, member.name, index, names) } ?? []
    if let span = member.value["head_start"]?.scalar.flatMap({ try? ScalarKind.span($0) }) { rules.headStart = span }
    if let weight = member.value["weight"]?.scalar.flatMap({ try? ScalarKind.number($0, 1_000) }) {
      rules.weight = weight.value
    }
    addCare(to: &rules, of: member, index, names)
    return rules
  }

  private func warnOfLineRules(_ member: SourceNode.Member?, _ channel: Channel) {
    let section = member?.value ?? root
    for path in Self.lineRules.map({ [$0] }) + [["patience", "zero"]] {
      guard let place = NodePath.node(path, in: section)?.place else { continue }
      let shown = ((member.map { ["queues", $0.name] } ?? []) + path).joined(separator: ".")
      warn(
        at: place,
        "\(shown): nobody holds a line for \(channel.rawValue), so this changes nothing",
        help: "remove it, or give it to the queue of a channel on which people wait")
    }
  }

  /// Names of the queues in the order of the file.
  private var queueNames: [String] { node("queues")?.members?.map(\.name) ?? ["main"] }

  // MARK: Giving up

  private func patienceSource(of member: SourceNode.Member?) -> RuleSource? {
    if let member, let own = member.value["patience"] {
      return RuleSource(node: own, path: ["queues", member.name, "patience"])
    }
    return node("patience").map { RuleSource(node: $0, path: ["patience"]) }
  }

  /// The atom of the patience at zero, then the rules of `balk`.
  private func balking(_ source: RuleSource?, patience: RuleSource?) -> [Balking] {
    var rules: [Balking] = []
    if let share = share(patience?.node["zero"]) { rules.append(Balking(.mustWait, share: share)) }
    for member in source?.node.members ?? [] {
      guard let share = share(member.value["share"]), let condition = condition(member.value, source) else { continue }
      if condition == .mustWait, rules.contains(where: { $0.condition == .mustWait }) {
        error(
          at: member.value.place, "\(source?.shown ?? ""): two rules say who leaves wherever nobody is free",
          help: "keep one of them; 'zero' in patience is such a rule, too")
      }
      rules.append(Balking(condition, share: share))
    }
    return rules
  }

  private func condition(_ node: SourceNode, _ source: RuleSource?) -> Balking.Condition? {
    if let announced = node["announced"] {
      guard node["line"] == nil else {
        error(
          at: node.place, "\(source?.shown ?? ""): 'line' and 'announced' are two rules",
          help: "write a list: [{line: 10, share: 50%}, {announced: 5m, share: 30%}]")
        return nil
      }
      return announced.scalar.flatMap { try? DistributionText.mean($0) }.map { .announcedWait(atLeast: $0) }
    }
    guard let line = node["line"] else { return .mustWait }
    return integer(line, 1...ScenarioKeyCatalogue.placeLimit).map { .lineLength(atLeast: $0) }
  }

  private func redial(_ source: RuleSource, _ index: Int, _ names: [String]) -> Redial? {
    guard let chance = share(source.node["chance"]), let delay = delay(source, index) else { return nil }
    if source.node["after_busy"] == nil {
      fill(
        "\(source.shown).after_busy", with: ShareText.text(chance), because: "the same as of those who hang up")
    }
    let attempts = value(source.at("attempts")) { text throws(ValueProblem) in
      try ScalarKind.integer(text, 2...ScenarioKeyCatalogue.attemptLimit)
    }
    let draws = value(source.at("draws")) { $0 }
    return Redial(
      afterAbandonment: chance, afterBusySignal: share(source.node["after_busy"]) ?? chance,
      afterClosing: share(source.node["after_closed"]) ?? .zero, delay: delay,
      attempts: attempts ?? 3, drawsAnew: draws == "fresh", queue: queue(source, names))
  }

  private func offer(_ source: RuleSource, _ index: Int, _ names: [String]) -> WaitOffer? {
    guard let after = source.node["after"]?.scalar.flatMap({ try? ScalarKind.span($0) }),
      let word = source.node["kind"]?.scalar
    else { return nil }
    let share = value(source.at("share"), ShareText.parse) ?? .whole
    let queue = queue(source, names)
    if queue == nil, word != "message" { fill("\(source.shown).to", with: names[index], because: "the same queue") }
    let kind: WaitOffer.Kind =
      word == "message"
      ? .message(queue: queue) : .callback(queue: queue ?? index, keepsPlace: word == "virtual_hold")
    return WaitOffer(after: after, share: share, kind: kind)
  }

  // MARK: Before and after the talk

  private func selfService(_ source: RuleSource, _ index: Int) -> SelfService? {
    guard let contained = share(source.node["contained"]), let node = source.node["time"],
      let law = law(node, "\(source.shown).time", .handle), let time = law.specification
    else { return nil }
    form.ruleLaws["\(index).self_service"] = law.text
    return SelfService(contained: contained, time: time)
  }

  private func outcome(_ resolved: RuleSource?, _ repeats: RuleSource?, _ index: Int, _ names: [String])
    -> OutcomeRules?
  {
    guard let resolved else {
      if let repeats {
        error(
          at: repeats.node.place, "\(repeats.shown) is a part of the unsettled, and nothing says how many they are",
          help: "add a line such as resolved: 78%")
      }
      return nil
    }
    guard let settled = share(resolved.node) else { return nil }
    guard let repeats, let share = share(repeats.node["share"]), let delay = delay(repeats, index) else {
      return OutcomeRules(resolved: settled)
    }
    return OutcomeRules(resolved: settled, repeats: share, repeatDelay: delay, repeatQueue: queue(repeats, names))
  }

  private func transfers(_ node: SourceNode, _ name: String, _ index: Int, _ names: [String]) -> [Transfer] {
    var transfers: [Transfer] = []
    for member in node.members ?? [] {
      let shown = member.writtenAs ?? "queues.\(name).transfer.\(member.name)"
      guard let share = share(member.value["share"]), let to = member.value["to"],
        let target = queue(to, shown, names)
      else { continue }
      if target == index {
        error(at: to.place, "\(shown): '\(name)' is the queue itself", help: "name the queue that gets the contacts")
      }
      let briefing = member.value["warm"]?.scalar.flatMap { try? ScalarKind.span($0) }
      transfers.append(Transfer(queue: target, share: share, briefing: briefing))
    }
    let sum = transfers.reduce(Share.zero) { $0 + $1.share }
    if sum > .whole {
      error(
        at: node.place, "queues.\(name).transfer: its shares sum to \(ShareText.text(sum))",
        help: "they are parts of all talks of the queue, at most 100% together")
    }
    return transfers
  }

  // MARK: Agents

  /// Chat without a rule has one: it is what makes it chat.
  private func concurrency(_ source: RuleSource?, of member: SourceNode.Member?, _ channel: Channel) -> Concurrency? {
    let path = ((member.map { ["queues", $0.name] } ?? []) + ["concurrency"])
    guard let source else {
      guard channel == .chat else { return nil }
      fill(
        path.joined(separator: "."), with: "{limit: 2, slowdown: 25%}",
        because: "an assumption: two at once are 1.6 times the output, so a chat weighs about 0.6 of a call")
      return Concurrency(limit: Self.chatLimit, slowdown: .percent(25))
    }
    guard let limit = source.node["limit"].flatMap({ integer($0, 1...ScenarioKeyCatalogue.concurrencyLimit) }) else {
      return nil
    }
    guard limit > 1 else { return nil }
    if channel == .phone {
      warn(
        at: source.node.place, "\(source.shown): nobody talks on \(limit) phones at once",
        help: "say channel: chat, or remove it")
    }
    return Concurrency(limit: limit, slowdown: value(source.at("slowdown"), ShareText.parse) ?? .percent(25))
  }

  // MARK: Values

  func share(_ node: SourceNode?) -> Share? { node?.scalar.flatMap { try? ShareText.parse($0) } }

  func integer(_ node: SourceNode, _ range: ClosedRange<Int>) -> Int? {
    node.scalar.flatMap { try? ScalarKind.integer($0, range) }
  }

  /// The field `after`, or its default.
  func delay(_ source: RuleSource, _ index: Int) -> DistributionSpecification? {
    let shown = "\(source.shown).after"
    let result: DistributionReading.Result?
    if let node = source.node["after"] {
      result = law(node, shown, .delay)
    } else {
      let specification = value(source.at("after")) { text throws(ValueProblem) in
        try DistributionText.parse(text, .delay)
      }
      result = DistributionReading.result(of: specification ?? nil, .delay)
    }
    form.ruleLaws["\(index).\(source.path.last ?? "")"] = result?.text
    return result?.specification
  }

  /// The field `to`; nil where it is not given, or after a remark.
  func queue(_ source: RuleSource, _ names: [String]) -> Int? {
    source.node["to"].flatMap { queue($0, source.shown, names) }
  }

  func queue(_ node: SourceNode, _ shown: String, _ names: [String]) -> Int? {
    guard let name = node.scalar else { return nil }
    if let index = names.firstIndex(of: name) { return index }
    error(
      at: node.place, "\(shown): there is no queue '\(name)'",
      help: SpellingHelp.help(for: name, among: names, listedAs: "queues"))
    return nil
  }
}
