/// Rows of the table of keys for limits of time, escalations, refunds and complaints.
enum CareKeyCases {
  static let all: [KeyCase] = {
    func row(_ name: String, _ key: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      KeyCase(
        "queues.*.\(name)", "care", "queues.\(key)=\(first)", "queues.\(key)=\(second)", bad: "queues.\(key)=\(bad)")
    }
    return [
      row("due", "phone.due", "30m", "31m", bad: "30"),
      row("due.answered", "tier2.due.answered", "2h", "3h", bad: "2"),
      row("due.done", "tier2.due.done", "24h", "23h", bad: "soon"),
      row("due.clock", "tier2.due.clock", "business", "calendar", bad: "wall"),
      row("due.since", "tier2.due.since", "contact", "matter", bad: "birth"),
      row("escalate", "tier2.escalate", "{to: tier3, share: 5%}", "[{to: tier3, share: 6%}]", bad: "tier3"),
      row("escalate.*.to", "phone.escalate.1.to", "tier2", "tier3", bad: "phone"),
      row("escalate.*.share", "phone.escalate.1.share", "5%", "6%", bad: "5"),
      row("escalate.*.refund_above", "phone.escalate.2.refund_above", "50", "60", bad: "0"),
      row("refunds.share", "phone.refunds.share", "8%", "9%", bad: "8"),
      row("refunds.mean", "phone.refunds.mean", "60", "61", bad: "dear"),
      row("refunds.cv", "phone.refunds.cv", "1", "2", bad: "101"),
      row("complaints", "phone.complaints", "10%", "11%", bad: "10"),
      row("complaints.share", "phone.complaints.share", "10%", "12%", bad: "few"),
      row("complaints.to", "phone.complaints.to", "tier2", "tier3", bad: "nobody"),
    ] + Keys.law("queues.*.escalate.*.after", "queues.phone.escalate.1.after", base: "care")
      + Keys.law("queues.*.complaints.after", "queues.phone.complaints.after", base: "care")
  }()
}
