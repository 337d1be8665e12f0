internal import ContactCenter

extension LongFormWriter {
  /// Limits of time, escalations, refunds and complaints of a queue.
  func careLines(_ index: Int) -> [String] {
    let rules = scenario.queues[index].rules
    var lines: [String] = []
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
