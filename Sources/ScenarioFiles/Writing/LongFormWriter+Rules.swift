internal import ContactCenter

extension LongFormWriter {
  /// Rules of a queue; what a plain queue does not have is not written.
  func ruleLines(_ index: Int) -> [String] {
    let rules = scenario.queues[index].rules
    var lines: [String] = []
    func add(_ key: String, _ text: String?) { if let text { lines.append("    \(key): \(text)") } }
    add("channel", rules.channel == .phone ? nil : rules.channel.rawValue)
    add("places", rules.waitingPlaces.map { "\($0)" })
    if !rules.balking.isEmpty { lines += ["    balk:"] + rules.balking.map { "      - \(Self.text($0))" } }
    add("self_service", rules.selfService.map { text($0, index) })
    add("redial", rules.redial.map { text($0, index) })
    add("offer", rules.waitOffer.map(text))
    if !rules.transfers.isEmpty { lines += ["    transfer:"] + rules.transfers.map { "      - \(text($0))" } }
    add("resolved", rules.outcome.map { ShareText.text($0.resolved) })
    add("repeats", rules.outcome.flatMap { text(ofRepeats: $0, index) })
    lines += ratingLines(rules.ratings)
    add("review", rules.review.map { "{share: \(ShareText.text($0.share)), to: \(name($0.queue))}" })
    add("concurrency", concurrencyText(rules))
    add("goes_to", rules.agentChoice == .longestIdle ? nil : rules.agentChoice.rawValue)
    add("head_start", rules.headStart == .zero ? nil : DurationText.text(rules.headStart))
    add("weight", rules.weight == 1 ? nil : DistributionReading.decimal(rules.weight))
    return lines + careLines(index)
  }

  /// Chat holds several at once unless it says otherwise.
  private func concurrencyText(_ rules: ContactRules) -> String? {
    guard let concurrency = rules.concurrency else { return rules.channel == .chat ? "1" : nil }
    return "{limit: \(concurrency.limit), slowdown: \(ShareText.text(concurrency.slowdown))}"
  }

  private static func text(_ balking: Balking) -> String {
    let share = "share: \(ShareText.text(balking.share))"
    return switch balking.condition {
    case .mustWait: "{\(share)}"
    case .lineLength(let length): "{line: \(length), \(share)}"
    case .announcedWait(let wait): "{announced: \(DurationText.text(wait)), \(share)}"
    }
  }

  private func text(_ service: SelfService, _ index: Int) -> String {
    "{contained: \(ShareText.text(service.contained)), time: \(law("self_service", index, service.time))}"
  }

  private func text(_ redial: Redial, _ index: Int) -> String {
    let parts = [
      "chance: \(ShareText.text(redial.afterAbandonment))", "after_busy: \(ShareText.text(redial.afterBusySignal))",
      redial.afterClosing == .zero ? nil : "after_closed: \(ShareText.text(redial.afterClosing))",
      "after: \(law("redial", index, redial.delay))", "attempts: \(redial.attempts)",
      "draws: \(redial.drawsAnew ? "fresh" : "same")", redial.queue.map { "to: \(name($0))" },
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  private func text(_ offer: WaitOffer) -> String {
    let (kind, queue): (String, Int?) =
      switch offer.kind {
      case .message(let queue): ("message", queue)
      case .callback(let queue, let keepsPlace): (keepsPlace ? "virtual_hold" : "callback", queue)
      }
    let to = queue.map { ", to: \(name($0))" } ?? ""
    return
      "{after: \(DurationText.text(offer.after)), kind: \(kind), share: \(ShareText.text(offer.share))\(to)}"
  }

  private func text(_ transfer: Transfer) -> String {
    let warm = transfer.briefing.map { ", warm: \(DurationText.text($0))" } ?? ""
    return "{to: \(name(transfer.queue)), share: \(ShareText.text(transfer.share))\(warm)}"
  }

  private func text(ofRepeats outcome: OutcomeRules, _ index: Int) -> String? {
    guard let delay = outcome.repeatDelay else { return nil }
    let to = outcome.repeatQueue.map { ", to: \(name($0))" } ?? ""
    return "{share: \(ShareText.text(outcome.repeats)), after: \(law("repeats", index, delay))\(to)}"
  }

  func law(_ rule: String, _ index: Int, _ law: DistributionSpecification) -> String {
    form.ruleLaws["\(index).\(rule)"] ?? DistributionReading.text(law)
  }

  func name(_ queue: Int) -> String { YAMLText.quoted(scenario.queues[queue].name) }
  func name(team: Int) -> String { YAMLText.quoted(scenario.teams[team].name) }

  // MARK: Lines and teams

  mutating func writeLines() {
    if !scenario.trunkGroups.isEmpty { lines.append("trunks:") }
    for (index, group) in scenario.trunkGroups.enumerated() {
      let queues = scenario.queues.filter { $0.rules.trunkGroup == index }.map { YAMLText.quoted($0.name) }
      lines.append(
        "  \(YAMLText.quoted(group.name)): {lines: \(group.lines), queues: [\(queues.joined(separator: ", "))]}")
    }
    if !form.outages.isEmpty { lines += ["outages:"] + form.outages }
    writeFaults()
  }

  func skillLines(_ team: Team) -> [String] {
    let isPlain = team.skillHours.isEmpty && team.skills.allSatisfy(\.isPlain)
    let skills = team.skills.map {
      isPlain ? "      - \(name($0.queue))" : "      \(name($0.queue)): \(text($0, team))"
    }
    return skills + (team.contactChoice == .priority ? [] : ["    picks: \(team.contactChoice.rawValue)"])
      + (team.release == .own ? [] : ["    release: \(team.release.rawValue)"])
  }

  private func text(_ skill: Skill, _ team: Team) -> String {
    let hours = (team.skillHours[skill.queue] ?? []).map { "'\(ClockText.text($0))'" }
    let parts = [
      "level: \(skill.level)",
      skill.handleTimeFactor == 1 ? nil : "handle: x\(DistributionReading.decimal(skill.handleTimeFactor))",
      skill.afterWait == .zero ? nil : "after: \(DurationText.text(skill.afterWait))",
      skill.fromLineLength == 0 ? nil : "from_line: \(skill.fromLineLength)",
      skill.keepsFree == 0 ? nil : "keeps_free: \(skill.keepsFree)",
      skill.occupancyBelow.map { "occupancy_below: \(ShareText.text($0))" },
      hours.isEmpty ? nil : "hours: [\(hours.joined(separator: ", "))]",
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }
}
