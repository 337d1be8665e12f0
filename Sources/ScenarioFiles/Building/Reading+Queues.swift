internal import ContactCenter

extension Reading {
  static let standardWait = TimeSpan.seconds(20)

  /// Queues in the order of the file; nil after a remark. Without `queues` there is one, `main`.
  func queues(centerWait: TimeSpan) -> [ContactQueue]? {
    guard let section = node("queues") else {
      return queue("main", named: nil, centerWait: centerWait).map { [$0] }
    }
    guard let members = section.members else { return nil }
    guard members.count <= ScenarioKeyCatalogue.queueLimit else {
      error(
        at: section.place, "there are \(members.count) queues; at most \(ScenarioKeyCatalogue.queueLimit) are possible")
      return nil
    }
    warnOfUnusedGeneralKeys(members)
    let queues = members.enumerated().map { queue($1.name, named: $1, index: $0, centerWait: centerWait) }
    return queues.contains { $0 == nil } ? nil : queues.compactMap { $0 }
  }

  private func warnOfUnusedGeneralKeys(_ members: [SourceNode.Member]) {
    for key in ["handle", "wrap_up", "patience"] + Self.generalRules {
      guard let node = node(key), members.allSatisfy({ $0.value[key] != nil }) else { continue }
      warn(at: node.place, "\(key): every queue has its own, so this changes nothing", help: "remove the line")
    }
  }

  /// One queue; `member` is nil for the single queue that the top of the file describes.
  private func queue(
    _ name: String, named member: SourceNode.Member?, index: Int = 0, centerWait: TimeSpan
  ) -> ContactQueue? {
    if member != nil, member?.value.members == nil { return nil }
    let handle = law("handle", .handle, of: member)
    let wrapUp = law("wrap_up", .wrapUp, of: member)
    let channel = channel(of: member)
    let patience = patience(of: member, channel)
    if handle.isAbsent, !isMisspelt("handle", in: member?.value ?? root) {
      let place = member?.place ?? .wholeFile
      let whose = member.map { "queue '\($0.name)' has no 'handle'" } ?? "'handle' is missing"
      error(at: place, whose, help: "add a line such as handle: 5m")
    }
    guard let handle = handle.result, let handleTime = handle.specification, let wrapUp = wrapUp.result,
      let patience = patience.result
    else { return nil }
    form.handle.append(handle.text)
    form.wrapUp.append(wrapUp.text)
    form.patience.append(patience.text)
    let priority = priority(of: member)
    let target = member?.value["target"]?.scalar.flatMap { try? TargetExpression.parse($0, unit: .serviceLevel) }
    var queue = ContactQueue(
      name: name, handleTime: handleTime, wrapUp: wrapUp.specification, patience: patience.specification,
      priority: priority, acceptableWait: target?.wait ?? centerWait, rules: rules(of: member, index, channel))
    queue.list = member.flatMap(list)
    queue.factors = clockFactors(of: member, channel)
    queue.backlog = member?.value["backlog"].flatMap { integer($0, 1...ScenarioKeyCatalogue.listLimit) } ?? 0
    queue.present = present(of: member, channel)
    return queue
  }

  private func isMisspelt(_ name: String, in node: SourceNode) -> Bool {
    (node.members ?? []).prefix(100).contains {
      !catalogue.topLevelNames.contains($0.name) && SpellingHelp.nearest(to: $0.name, among: [name]) != nil
    }
  }

  private func priority(of member: SourceNode.Member?) -> Int {
    guard let member else { return 5 }
    return value(["queues", member.name, "priority"], ScalarKind.priority) ?? 5
  }

  /// Nobody holds a line for deferred work: what the top of the file says of callers is not meant for it.
  private func patience(of member: SourceNode.Member?, _ channel: Channel) -> Law {
    guard channel.isDeferred, (member?.value ?? root)["patience"] == nil else {
      return law("patience", .patience, of: member)
    }
    let path = member.map { "queues.\($0.name).patience" } ?? "patience"
    fill(path, with: "never", because: "nobody holds a line for \(channel.rawValue)")
    return Law(result: DistributionReading.result(of: nil, .patience))
  }

  private struct Law {
    var result: DistributionReading.Result?
    var isAbsent = false
  }

  /// The law of a queue: its own, else that of the top of the file, else the default.
  private func law(_ key: String, _ use: DistributionText.Use, of member: SourceNode.Member?) -> Law {
    if let member, let own = member.value[key] { return Law(result: law(own, "queues.\(member.name).\(key)", use)) }
    if let general = node(key) {
      let shared = law(general, key, use)
      return Law(result: shared)
    }
    guard let standard = catalogue.key(at: key)?.standard else { return Law(isAbsent: true) }
    let path = member.map { "queues.\($0.name).\(key)" } ?? key
    fill(path, with: standard.text, because: standard.reason)
    let specification = try? DistributionText.parse(standard.text, use)
    return Law(result: DistributionReading.result(of: specification, use))
  }

  func law(_ node: SourceNode, _ path: String, _ use: DistributionText.Use) -> DistributionReading.Result? {
    switch node.content {
    case .list: return nil
    case .scalar(let text, _):
      do throws(ValueProblem) {
        let specification = try DistributionText.parse(text, use)
        if let specification, (try? DurationText.parse(text)) != nil { tellFamily(specification, path) }
        return DistributionReading.result(of: specification, use)
      } catch {
        return nil  // The structure check has said why.
      }
    case .map(let all):
      // Those who never wait balk; the law is that of the others.
      let members = use == .patience ? all.filter { $0.name != "zero" } : all
      if let file = node["file"] { return empirical(members, file, path) }
      guard isSound(members, use) else { return nil }
      do throws(ValueProblem) {
        let result = try DistributionReading(use: use, members: members).read()
        if let text = result.note { note(at: node.place, "\(path): \(text)") }
        return result
      } catch {
        self.error(at: node.place, "\(path): \(error.message)", help: error.help)
        return nil
      }
    }
  }

  /// Whether the structure check has let every field pass; else it has said why.
  private func isSound(_ members: [SourceNode.Member], _ use: DistributionText.Use) -> Bool {
    members.allSatisfy { member in
      guard case .scalar(let kind)? = catalogue.key(at: "handle.\(member.name)")?.shapes.first else { return false }
      guard let text = member.value.scalar else { return false }
      do throws(ValueProblem) {
        try kind.check(text)
        return true
      } catch {
        return false
      }
    }
  }

  /// A bare mean takes a family: that is a default, too.
  private func tellFamily(_ law: DistributionSpecification, _ path: String) {
    let isLognormal = law.family == "lognormal"
    fill(
      path, with: DistributionReading.text(law),
      because: isLognormal
        ? "a bare mean is lognormal with cv 1"
        : path.hasSuffix("patience") ? "a bare mean patience is exponential" : "a bare mean delay is exponential")
  }

  private func empirical(_ members: [SourceNode.Member], _ file: SourceNode, _ path: String) -> DistributionReading
    .Result?
  {
    if let other = members.first(where: { $0.name != "file" && $0.name != "column" }) {
      error(at: other.place, "\(path): '\(other.name)' and 'file' exclude each other", help: "keep one of them")
      return nil
    }
    let column = members.first { $0.name == "column" }?.value.scalar
    guard let name = file.scalar, let law = sample(name, column: column, at: file.place) else { return nil }
    note(
      at: file.place,
      "\(path): \(law.shape.count) durations of \(name), mean \(DurationText.text(TimeSpan(microseconds: (law.mean.microseconds + 50_000) / 100_000 * 100_000)))"
    )
    let columnText = column.map { ", column: \(YAMLText.quoted($0))" } ?? ""
    return DistributionReading.Result(specification: law, text: "{file: \(YAMLText.quoted(name))\(columnText)}")
  }

  // MARK: Mix

  /// Share of each queue.
  func mix(_ queues: [ContactQueue], _ volume: Volume?) -> [Double]? {
    let names = queues.map(\.name)
    if let byQueue = volume?.byQueue, !byQueue.isEmpty { return mix(of: byQueue, names) }
    guard let node = node("demand", "mix") else {
      // Nothing is divided where nobody calls in.
      if volume?.contactsPerDay == 0 { return names.map { _ in 1 / Double(names.count) } }
      guard queues.count == 1 else {
        error(
          at: self.node("queues")?.place ?? .wholeFile,
          "\(queues.count) queues need a mix: which share of the calls each gets",
          help: "add mix: {\(names.prefix(2).joined(separator: ": 50%, ")): 50%}")
        return nil
      }
      return [1]
    }
    guard let members = node.members else { return nil }
    return mix(members, names, node)
  }

  private func mix(_ members: [SourceNode.Member], _ names: [String], _ node: SourceNode) -> [Double]? {
    var shares = [Share](repeating: .zero, count: names.count)
    var isSound = true
    for member in members {
      guard let index = names.firstIndex(of: member.name) else {
        error(
          at: member.place, "mix: there is no queue '\(member.name)'",
          help: SpellingHelp.help(for: member.name, among: names, listedAs: "queues"))
        isSound = false
        continue
      }
      guard let share = member.value.scalar.flatMap({ try? ShareText.parse($0) }) else { return nil }
      shares[index] = share
    }
    for name in names where !members.contains(where: { $0.name == name }) {
      error(at: node.place, "mix: queue '\(name)' has no share", help: "give every queue a share; 0% is one")
      isSound = false
    }
    guard isSound, sumsToWhole(shares, "mix", at: node.place) else { return nil }
    form.mix = shares
    let sum = shares.reduce(Share.zero, +).fraction
    return shares.map { $0.fraction / sum }
  }

  private func mix(of byQueue: [(name: String, contacts: Double)], _ names: [String]) -> [Double]? {
    let place = node("demand", "volume", "file")?.place ?? .wholeFile
    if let other = node("demand", "mix") {
      error(at: other.place, "the mix comes with the counts by queue", help: "remove 'mix'")
      return nil
    }
    for (name, _) in byQueue where !names.contains(name) {
      error(
        at: place, "the counts name a queue '\(name)' that the scenario does not have",
        help: SpellingHelp.help(for: name, among: names, listedAs: "queues"))
      return nil
    }
    let contacts = names.map { name in byQueue.first { $0.name == name }?.contacts ?? 0 }
    let sum = contacts.reduce(0, +)
    return sum > 0 ? contacts.map { $0 / sum } : nil
  }
}
