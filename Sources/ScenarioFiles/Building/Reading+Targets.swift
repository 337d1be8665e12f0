internal import ContactCenter

extension Reading {
  /// The center's service level, if it has one.
  func centerServiceLevel() -> TargetExpression? {
    node("targets", "service_level")?.scalar.flatMap { try? TargetExpression.parse($0, unit: .serviceLevel) }
  }

  /// Targets of the center in the order of the file, then those of the queues.
  func targets(_ queues: [ContactQueue], hasWages: Bool, currency: String?) -> [Target] {
    var targets: [Target] = []
    for member in node("targets")?.members ?? [] {
      guard let metric = TargetMetric.all.first(where: { $0.key == member.name }), let text = member.value.scalar,
        let expression = try? TargetExpression.parse(text, unit: metric.unit)
      else { continue }
      checkMoney(expression, member, hasWages: hasWages, currency: currency)
      form.targets.append((metric.key, text))
      targets.append(
        Target(
          metric: metric.metric, name: metric.key, range: expression.range, text: text,
          line: member.place.ownLine))
    }
    for (index, queue) in queues.enumerated() {
      guard let node = node("queues", queue.name, "target"), let text = node.scalar,
        let expression = try? TargetExpression.parse(text, unit: .serviceLevel)
      else { continue }
      form.queueTargets[index] = text
      targets.append(
        Target(
          metric: "service_level", name: "\(queue.name).service_level", range: expression.range, queue: index,
          text: text, line: node.place.ownLine))
    }
    return targets
  }

  /// The center counts each contact by the time of its own queue.
  func warnOfUnusedWait(_ queues: [ContactQueue]) {
    guard let node = node("targets", "service_level"), let wait = centerServiceLevel()?.wait, !queues.isEmpty,
      queues.allSatisfy({ self.node("queues", $0.name, "target") != nil && $0.acceptableWait != wait })
    else { return }
    warn(
      at: node.place,
      "targets.service_level: every queue has a target with its own time, so \(DurationText.text(wait)) changes nothing"
    )
  }

  /// Work that can wait, or that is dialled when people are free, is late for a caller's target nearly always.
  func warnOfCallersTarget(_ queues: [ContactQueue]) {
    guard let node = node("targets", "service_level"), let wait = centerServiceLevel()?.wait else { return }
    for queue in queues where queue.rules.channel.isDeferred || queue.rules.dialing != nil {
      guard let member = self.node("queues", queue.name), member["target"] == nil else { continue }
      let what = queue.rules.dialing == nil ? "can wait" : "is dialled"
      warn(
        at: member.place,
        "queue '\(queue.name)' \(what) but has no 'target', so the center's service level counts it as late after "
          + "\(DurationText.text(wait)) (line \(node.place.line))",
        help: "give it a target of its own, such as target: 95% in 4h")
    }
  }

  private func checkMoney(
    _ expression: TargetExpression, _ member: SourceNode.Member, hasWages: Bool, currency: String?
  ) {
    guard let wanted = expression.currency else { return }
    if !hasWages {
      error(
        at: member.place, "targets.\(member.name) needs the wages of the people", help: "add a line such as cost: $22/h"
      )
    } else if let currency, currency != wanted {
      error(
        at: member.value.place, "targets.\(member.name) is in \(wanted), the wages are in \(currency)",
        help: "use one currency")
    }
  }

  /// The share that the staffing solver aims at.
  func staffingTarget() -> Share {
    let standard = Share.percent(90)
    guard node("targets", "service_level") != nil else {
      fill(
        "targets.service_level", with: "90% in 20s",
        because: "no target is set; staffing and early answers go by the trade's usual one")
      return standard
    }
    guard let lower = centerServiceLevel()?.range.lower else { return standard }
    return Share(partsPerBillion: Int64((lower * 1e9).rounded()))
  }

  /// The upper end of an occupancy target caps the solver.
  func occupancyCap() -> Share? {
    guard let text = node("targets", "occupancy")?.scalar,
      let upper = (try? TargetExpression.parse(text, unit: .share(.atMost)))?.range.upper, upper > 0
    else { return nil }
    return Share(partsPerBillion: Int64((upper * 1e9).rounded()))
  }
}
