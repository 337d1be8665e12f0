internal import ContactCenter

extension ScenarioKeyCatalogue {
  static let refundLimit = 1_000_000

  /// Limits of time, escalations, refunds and complaints of a queue.
  static var careKeys: [ScenarioKey] { limitKeys + escalationKeys + refundKeys + complaintKeys }

  private static var limitKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.due", bareField: "answered", shapes: [.scalar(.span), .section],
        summary: "How soon the work of the queue is to be done: what is late is counted when the limit passes.",
        example: "{answered: 2h, done: 24h, clock: business}"),
      ScenarioKey(
        path: "queues.*.due.answered", shapes: [.scalar(.span)],
        summary: "Until an agent takes the contact: first response, acknowledgement.", example: "2h"),
      ScenarioKey(
        path: "queues.*.due.done", shapes: [.scalar(.span)],
        summary: "Until the work is done: plan, resolution, follow-up.", example: "24h"),
      ScenarioKey(
        path: "queues.*.due.clock", shapes: [.scalar(.choice(TimeLimits.Clock.allCases.map(\.rawValue)))],
        summary: "Which time counts: all of it, or open hours alone.", example: "business",
        standard: .init(text: "calendar", reason: "a promise to a patient runs through the night")),
      ScenarioKey(
        path: "queues.*.due.since", shapes: [.scalar(.choice(TimeLimits.Origin.allCases.map(\.rawValue)))],
        summary:
          "Whether each contact has limits of its own, or they run on over retries, callbacks and transfers of the matter.",
        example: "matter", standard: .init(text: "contact", reason: "each contact is a piece of work")),
    ]
  }

  private static var escalationKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.escalate", shapes: [.sections, .entry, .section],
        summary:
          "Talks that end with the matter handed to a higher tier, which has clocks of its own: a rule or a list.",
        example: "{to: tier2, share: 22%}"),
      ScenarioKey(
        path: "queues.*.escalate.*", shapes: [.section], summary: "One rule, by its place in the list.",
        example: "{to: supervisor, refund_above: 50}"),
      ScenarioKey(
        path: "queues.*.escalate.*.to", shapes: [.scalar(.name)], summary: "Queue of the tier.", example: "tier2",
        isRequired: true),
      ScenarioKey(
        path: "queues.*.escalate.*.share", shapes: [.scalar(.share)],
        summary: "Part of all talks of the queue; at most 100% together.", example: "22%"),
      ScenarioKey(
        path: "queues.*.escalate.*.refund_above", shapes: [.scalar(.number(refundLimit))],
        summary: "The authority of the queue's people: refunds above this amount go to the tier.", example: "50"),
    ]
      + distributionKeys(
        "queues.*.escalate.*.after", use: .delay,
        summary: "Time from the talk to the work of the tier, such as an investigation; at once where it is not given.",
        example: "exp 1d")
  }

  private static var refundKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.refunds", shapes: [.section],
        summary: "Refunds that callers ask for; who may not grant one escalates it.", example: "{share: 8%, mean: 60}"),
      ScenarioKey(
        path: "queues.*.refunds.share", shapes: [.scalar(.share)], summary: "Part of the talks with one.",
        example: "8%",
        isRequired: true),
      ScenarioKey(
        path: "queues.*.refunds.mean", shapes: [.scalar(.number(refundLimit))],
        summary: "Mean amount, in the currency; amounts are lognormal.", example: "60", isRequired: true),
      ScenarioKey(
        path: "queues.*.refunds.cv", shapes: [.scalar(.number(100))],
        summary: "Standard deviation of the amounts / their mean.", example: "1.2",
        standard: .init(text: "1", reason: "an assumption: most amounts are small, some are large")),
    ]
  }

  private static var complaintKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.complaints", bareField: "share", shapes: [.scalar(.share), .section],
        summary: "The unsettled who complain; needs `resolved`. The others may repeat their contact.",
        example: "{share: 10%, to: complaints}"),
      ScenarioKey(
        path: "queues.*.complaints.share", shapes: [.scalar(.share)], summary: "Part of the unsettled that does.",
        example: "10%", isRequired: true),
      ScenarioKey(
        path: "queues.*.complaints.to", shapes: [.scalar(.name)],
        summary: "Queue that handles complaints, with an outcome of its own; the same one where it is not given.",
        example: "complaints"),
    ]
      + distributionKeys(
        "queues.*.complaints.after", use: .delay, summary: "Time from the talk to the complaint.", example: "exp 1d",
        standard: .init(text: "exp 1d", reason: "an assumption: two thirds of them within a day"))
  }
}
