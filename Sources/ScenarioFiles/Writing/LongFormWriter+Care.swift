internal import ContactCenter

extension LongFormWriter {
  /// Limits of time, escalations, refunds and complaints of a queue.
  func careLines(_ index: Int) -> [String] {
    let rules = scenario.queues[index].rules
    let queue = scenario.queues[index]
    var lines: [String] = []
    if let dialing = rules.dialing { lines.append("    dial: \(text(dialing, index))") }
    if let list = queue.list {
      let time = list.time.map { ", at: '\(ClockText.text($0))'" } ?? ""
      lines.append("    list: {contacts: \(Int(list.contactsPerDay))\(time)}")
    }
    if let limits = rules.limits { lines.append("    due: \(Self.text(limits))") }
    if !rules.escalations.isEmpty {
      lines += ["    escalate:"] + rules.escalations.enumerated().map { "      - \(text($1, index, $0))" }
    }
    if let refunds = rules.refunds {
      lines.append(
        "    refunds: {share: \(ShareText.text(refunds.share)), mean: \(DistributionReading.decimal(refunds.meanAmount)), "
          + "cv: \(DistributionReading.decimal(refunds.variation))}")
    }
    if let complaints = rules.complaints { lines.append("    complaints: \(text(complaints, index))") }
    return lines
  }

  private func text(_ dialing: Dialing, _ index: Int) -> String {
    let parts = [
      "reaches: \(ShareText.text(dialing.reached))", "ring: \(law("dial.ring", index, dialing.ring))",
      Self.text(scenario.queues[index].factors.reached).map { "reaches_at: \($0)" },
      dialing.wrongParty.map {
        "wrong_party: {share: \(ShareText.text($0.share)), handle: \(law("dial.handle", index, $0.handleTime))}"
      },
      "attempts: \(dialing.attempts)", "retry: \(law("dial.retry", index, dialing.retryDelay))",
      dialing.preview == .zero ? nil : "preview: \(DurationText.text(dialing.preview))",
      dialing.callsPerAgent.map { "ahead: \(DistributionReading.decimal($0))" },
      dialing.callsPerAgent.map { _ in "paced: \(dialing.pacing.rawValue)" },
      dialing.threshold.map { "while_free: \(text($0))" },
      dialing.hold == .zero ? nil : "hold: \(DurationText.text(dialing.hold))",
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  private func text(_ threshold: FreePeople) -> String {
    let teams = threshold.teams.map { name(team: $0) }.joined(separator: ", ")
    return "{people: \(threshold.count)\(teams.isEmpty ? "" : ", teams: [\(teams)]")}"
  }

  func clockLines(_ queue: ContactQueue) -> [String] {
    let lines = [
      Self.text(queue.factors.handleTime).map { "    handle_at: \($0)" },
      Self.text(queue.factors.patience).map { "    patience_at: \($0)" },
      queue.backlog > 0 ? "    backlog: \(queue.backlog)" : nil,
      Self.text(queue.present.waiting).map { "    waiting: \($0)" },
      Self.text(queue.present.talks).map { "    talks: \($0)" },
    ]
    return lines.compactMap { $0 }
  }

  /// Ages, or a number where none is known.
  private static func text(_ ages: [TimeSpan?]) -> String? {
    guard !ages.isEmpty else { return nil }
    let known = ages.compactMap { $0 }
    return known.isEmpty ? "\(ages.count)" : "[\(known.map(DurationText.text).joined(separator: ", "))]"
  }

  private static func text(_ factors: [ClockFactor]) -> String? {
    guard !factors.isEmpty else { return nil }
    let parts = factors.map { "\(ClockText.text($0.clock)): x\(DistributionReading.decimal($0.factor))" }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// Faults by chance, and losses of people.
  mutating func writeFaults() {
    if !scenario.faults.isEmpty { lines.append("faults:") }
    for fault in scenario.faults {
      let names = fault.queues.map { name($0) }.joined(separator: ", ")
      let parts =
        [
          "queues: [\(names)]", "availability: \(ShareText.text(fault.availability))",
          "repair: \(DurationText.text(fault.repair))",
        ] + Reading.parts(of: fault.handling, scenario.queues)
      lines.append("  - {\(parts.compactMap { $0 }.joined(separator: ", "))}")
    }
    if !scenario.losses.isEmpty { lines.append("losses:") }
    for loss in scenario.losses {
      let names = loss.teams.map { name(team: $0) }.joined(separator: ", ")
      let from =
        switch loss.start {
        case .peak: "peak"
        case .clock(let time): "'\(ClockText.text(time))'"
        }
      let parts = [
        "teams: [\(names)]", loss.people.map { "people: \($0)" }, loss.date.map { "on: \($0)" }, "from: \(from)",
        "for: \(DurationText.text(loss.length))",
      ]
      lines.append("  - {\(parts.compactMap { $0 }.joined(separator: ", "))}")
    }
  }

  private static func text(_ limits: TimeLimits) -> String {
    let parts = [
      limits.answered.map { "answered: \(DurationText.text($0))" },
      limits.done.map { "done: \(DurationText.text($0))" },
      "clock: \(limits.clock.rawValue)", "since: \(limits.origin.rawValue)",
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  private func text(_ escalation: Escalation, _ index: Int, _ number: Int) -> String {
    let reason =
      switch escalation.reason {
      case .share(let share): "share: \(ShareText.text(share))"
      case .refundAbove(let limit): "refund_above: \(DistributionReading.decimal(limit))"
      }
    let after = escalation.rest.map { ", after: \(law("escalate.\(number)", index, $0))" } ?? ""
    return "{to: \(name(escalation.queue)), \(reason)\(after)}"
  }

  private func text(_ complaints: ComplaintRules, _ index: Int) -> String {
    let to = complaints.queue.map { ", to: \(name($0))" } ?? ""
    return "{share: \(ShareText.text(complaints.share)), after: \(law("complaints", index, complaints.delay))\(to)}"
  }
}
