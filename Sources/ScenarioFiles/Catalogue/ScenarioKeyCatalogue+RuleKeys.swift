internal import ContactCenter

extension ScenarioKeyCatalogue {
  static let placeLimit = 65_000
  static let lineLimit = 65_000
  static let attemptLimit = 200
  static let concurrencyLimit = 8
  static let levelLimit = 99

  /// What callers and the center do besides waiting and answering: of one queue, or, at the top of the file, of every
  /// queue that says nothing of its own.
  static func ruleKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)channel", shapes: [.scalar(.choice(Channel.allCases.map(\.rawValue)))],
        summary:
          "How contacts come. `phone` without this key; agents hold several chats; the others can wait over nights, and nobody hangs up on them.",
        example: "chat")
    ] + balkKeys(prefix) + redialKeys(prefix) + offerKeys(prefix) + selfServiceKeys(prefix) + outcomeKeys(prefix)
      + ratingKeys(prefix) + agentKeys(prefix)
  }

  private static func balkKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)places", shapes: [.scalar(.integer(0...placeLimit))],
        summary: "Contacts that can wait; who comes then meets a busy signal. Without it there is no limit.",
        example: "5"),
      ScenarioKey(
        path: "\(prefix)balk", shapes: [.sections, .entry, .section],
        summary:
          "Callers who leave at once where they would have to wait: one rule, or a list of which the greatest part counts.",
        example: "{line: 10, share: 50%}"),
      ScenarioKey(
        path: "\(prefix)balk.*", shapes: [.section], summary: "One rule, by its place in the list.",
        example: "{announced: 5m, share: 30%}"),
      ScenarioKey(
        path: "\(prefix)balk.*.share", shapes: [.scalar(.share)], summary: "Part that leaves.", example: "50%",
        isRequired: true),
      ScenarioKey(
        path: "\(prefix)balk.*.line", shapes: [.scalar(.integer(1...placeLimit))],
        summary: "Only where so many or more wait already. Without `line` and `announced`: wherever nobody is free.",
        example: "10"),
      ScenarioKey(
        path: "\(prefix)balk.*.announced", shapes: [.scalar(.duration)],
        summary:
          "Only where the announced wait is so long or longer: contacts ahead and this one x mean handle time / people on duty for the queue. Callers are told it; `--measures` shows its error.",
        example: "5m"),
    ]
  }

  private static func redialKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)redial", bareField: "chance", shapes: [.scalar(.share), .section],
        summary: "Callers who try again after they hung up or met a busy signal.",
        example: "{chance: 30%, after: exp 10m}"),
      ScenarioKey(
        path: "\(prefix)redial.chance", shapes: [.scalar(.share)],
        summary: "Part of those who hung up that calls again.",
        example: "30%", isRequired: true),
      ScenarioKey(
        path: "\(prefix)redial.after_busy", shapes: [.scalar(.share)],
        summary: "Part of those who met a busy signal that calls again; without it the same as `chance`.",
        example: "60%"),
      ScenarioKey(
        path: "\(prefix)redial.after_closed", shapes: [.scalar(.share)],
        summary:
          "Part of those who found the center closed, or were cut off at closing, that calls again when it is open; without it nobody.",
        example: "50%"),
    ]
      + distributionKeys(
        "\(prefix)redial.after", use: .delay, summary: "Time until the next attempt.", example: "exp 10m",
        standard: .init(text: "exp 10m", reason: "an assumption: 95% of them within half an hour"))
      + [
        ScenarioKey(
          path: "\(prefix)redial.attempts", shapes: [.scalar(.integer(2...attemptLimit))],
          summary: "Attempts of one caller in all, the first one included.", example: "3",
          standard: .init(text: "3", reason: "an assumption: the first call and two more")),
        ScenarioKey(
          path: "\(prefix)redial.draws", shapes: [.scalar(.choice(["same", "fresh"]))],
          summary: "Whether another attempt keeps handle time and patience of the first, or draws them afresh.",
          example: "fresh", standard: .init(text: "same", reason: "it is the same caller with the same question")),
        ScenarioKey(
          path: "\(prefix)redial.to", shapes: [.scalar(.name)],
          summary: "Queue that is tried then: another language, another channel. The same one where it is not given.",
          example: "english"),
      ]
  }

  private static func offerKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)offer", shapes: [.section], summary: "What those who have waited for a while are offered.",
        example: "{after: 2m, kind: callback, share: 40%}"),
      ScenarioKey(
        path: "\(prefix)offer.after", shapes: [.scalar(.span)], summary: "The wait after which it is offered.",
        example: "2m", isRequired: true),
      ScenarioKey(
        path: "\(prefix)offer.kind", shapes: [.scalar(.choice(["message", "callback", "virtual_hold"]))],
        summary:
          "`message`: they leave one and go; `callback`: they go and are called back as new work of a queue; `virtual_hold`: they are called back when their turn in line would have come.",
        example: "callback", isRequired: true),
      ScenarioKey(
        path: "\(prefix)offer.share", shapes: [.scalar(.share)], summary: "Part of them that accepts.", example: "40%",
        standard: .init(text: "100%", reason: "everybody who still waits then accepts")),
      ScenarioKey(
        path: "\(prefix)offer.to", shapes: [.scalar(.name)],
        summary: "Queue that does the work: the same one where it is not given, or none for messages.",
        example: "callbacks"),
    ]
  }

  private static func selfServiceKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)self_service", shapes: [.section],
        summary: "The voice menu, or the chat robot, before the queue.", example: "{contained: 20%, time: 2m}"),
      ScenarioKey(
        path: "\(prefix)self_service.contained", shapes: [.scalar(.share)],
        summary: "Part that needs no agent after it.", example: "20%", isRequired: true),
    ]
      + distributionKeys(
        "\(prefix)self_service.time", use: .handle, summary: "Time spent in it, by all.", example: "2m",
        isRequired: true)
  }

  private static func outcomeKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)resolved", shapes: [.scalar(.share)],
        summary: "Part of the talks that settles the matter: first-contact resolution.", example: "78%"),
      ScenarioKey(
        path: "\(prefix)repeats", bareField: "share", shapes: [.scalar(.share), .section],
        summary: "The unsettled who contact the center again; needs `resolved`.",
        example: "{share: 40%, after: exp 2d}"),
      ScenarioKey(
        path: "\(prefix)repeats.share", shapes: [.scalar(.share)], summary: "Part of the unsettled that does.",
        example: "40%", isRequired: true),
    ]
      + distributionKeys(
        "\(prefix)repeats.after", use: .delay, summary: "Time from the talk to the repeat contact.", example: "exp 2d",
        standard: .init(text: "exp 2d", reason: "an assumption: 97% of them within a week"))
      + [
        ScenarioKey(
          path: "\(prefix)repeats.to", shapes: [.scalar(.name)],
          summary: "Queue of the repeat contact; the same one where it is not given.", example: "complaints")
      ]
  }

  private static func agentKeys(_ prefix: String) -> [ScenarioKey] {
    [
      ScenarioKey(
        path: "\(prefix)concurrency", bareField: "limit", shapes: [.scalar(.integer(1...concurrencyLimit)), .section],
        summary:
          "How many contacts of the queue an agent holds at once; chat without this key: 2, each 25% slower beside another.",
        example: "{limit: 2, slowdown: 25%}"),
      ScenarioKey(
        path: "\(prefix)concurrency.limit", shapes: [.scalar(.integer(1...concurrencyLimit))],
        summary: "Contacts in one agent's hands.", example: "2", isRequired: true),
      ScenarioKey(
        path: "\(prefix)concurrency.slowdown", shapes: [.scalar(.share)],
        summary: "How much longer each takes for every other one in hand.", example: "25%",
        standard: .init(text: "25%", reason: "two at once are 1.6 times the output: a chat weighs about 0.6 of a call")),
      ScenarioKey(
        path: "\(prefix)goes_to", shapes: [.scalar(.choice(AgentChoice.allCases.map(\.rawValue)))],
        summary:
          "Which free agent a contact goes to, among those of the best level: who is idle longest (without this key), somebody of the team with most idle people, anybody with equal chances, or somebody of the team that costs least an hour (`cost`, or `price`).",
        example: "uniform"),
      ScenarioKey(
        path: "\(prefix)handle_at", shapes: [.clockMap(.factor)],
        summary:
          "How many times as long as `handle` talks are, by the time of the day at which their contacts come; `wrap_up` stays.",
        example: "{12:00-14:00: x1.15, 22:00-06:00: -10%}"),
      ScenarioKey(
        path: "\(prefix)patience_at", shapes: [.clockMap(.factor)],
        summary: "How many times as long as `patience` callers wait, by the time of the day at which they come.",
        example: "{08:00-09:00: x0.5}"),
    ]
  }

  /// Rules that differ from queue to queue by nature.
  static var queueRuleKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.transfer", shapes: [.sections, .entry, .section],
        summary: "Talks that are handed on to another queue: one rule or a list.", example: "{to: billing, share: 6%}"),
      ScenarioKey(
        path: "queues.*.transfer.*", shapes: [.section], summary: "One rule, by its place in the list.",
        example: "{to: tier2, share: 22%, warm: 30s}"),
      ScenarioKey(
        path: "queues.*.transfer.*.to", shapes: [.scalar(.name)], summary: "Queue that gets them.", example: "billing",
        isRequired: true),
      ScenarioKey(
        path: "queues.*.transfer.*.share", shapes: [.scalar(.share)],
        summary: "Part of all talks of the queue; at most 100% together.", example: "6%", isRequired: true),
      ScenarioKey(
        path: "queues.*.transfer.*.warm", shapes: [.scalar(.span)],
        summary:
          "Warm: the agent waits with the caller, then briefs the colleague for so long. Without it, where no colleague is on duty, and from the end of the shift on, the caller queues alone.",
        example: "30s"),
      ScenarioKey(
        path: "queues.*.head_start", shapes: [.scalar(.span)],
        summary: "Added to the wait where teams pick by `weighted_wait`.", example: "90s"),
      ScenarioKey(
        path: "queues.*.weight", shapes: [.scalar(.number(1_000))],
        summary:
          "How fast a wait counts where teams pick by `weighted_wait`, and how long a line may be beside others by `queue_ratio`; 1 where it is not given.",
        example: "2"),
    ]
  }

  /// Telephone lines and their outages.
  static var lineKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "trunks", shapes: [.scalar(.integer(0...lineLimit)), .section],
        summary:
          "Telephone lines; who finds all taken meets a busy signal. One number for all phone queues, or groups.",
        example: "24"),
      ScenarioKey(
        path: "trunks.*", shapes: [.section], summary: "One group of lines, by its name.",
        example: "{lines: 24, queues: [sales, support]}"),
      ScenarioKey(
        path: "trunks.*.lines", shapes: [.scalar(.integer(0...lineLimit))], summary: "Lines of the group.",
        example: "24", isRequired: true),
      ScenarioKey(
        path: "trunks.*.queues", shapes: [.list(.name), .scalar(.name)],
        summary: "Queues that share them; the phone queues of no other group where not given.",
        example: "[sales, support]"),
      ScenarioKey(
        path: "outages", shapes: [.sections, .entry, .section],
        summary:
          "Stretches in which queues cannot be reached: who arrives, or is handed on to them, meets a busy signal, nobody who waits is answered, who talks goes on. Promised callbacks, deferred work and lists wait for the end. Of several at once the latest says what happens, and the queue is back after the last.",
        example: "[{from: 14:00, for: 45m, channel: phone}]"),
      ScenarioKey(
        path: "outages.*", shapes: [.section], summary: "One outage, by its place in the list, or by a name.",
        example: "{from: 14:00, for: 45m, queues: [billing]}"),
      ScenarioKey(
        path: "outages.*.on", shapes: [.scalar(.date)], summary: "Its date; every open day where it is not given.",
        example: "2026-12-03"),
      ScenarioKey(
        path: "outages.*.from", shapes: [.scalar(.clock)], summary: "When it begins.", example: "14:00",
        isRequired: true),
      ScenarioKey(
        path: "outages.*.for", shapes: [.scalar(.duration)], summary: "How long it lasts.", example: "45m",
        isRequired: true),
      ScenarioKey(
        path: "outages.*.queues", shapes: [.list(.name), .scalar(.name)],
        summary: "Queues that are cut off; all where neither they nor a channel are given.", example: "[billing]"),
      ScenarioKey(
        path: "outages.*.channel", shapes: [.scalar(.choice(Channel.allCases.map(\.rawValue)))],
        summary: "Cuts off every queue of this channel.", example: "phone"),
      ScenarioKey(
        path: "picks", shapes: [.scalar(.choice(ContactChoice.allCases.map(\.rawValue)))],
        summary:
          "Which waiting contact people take next: the best `priority` (without this key), those of their own best level first, the greatest (wait + head_start) x weight, or one of the longest line for its weight (`queue_ratio`).",
        example: "own_first"),
      ScenarioKey(
        path: "release", shapes: [.scalar(.choice(Release.allCases.map(\.rawValue)))],
        summary:
          "Who goes where the number of `agents` falls while people talk: those whose time ends, when they have done (`own`, without this key), or whoever is free first (`first_free`), so that nobody takes a contact before the number is right.",
        example: "first_free"),
    ]
  }

  /// What a team can do.
  static var skillKeys: [ScenarioKey] {
    func field(_ name: String, _ shapes: [ScenarioKey.Shape], _ summary: String, _ example: String) -> ScenarioKey {
      ScenarioKey(path: "teams.*.skills.*.\(name)", shapes: shapes, summary: summary, example: example)
    }
    return [
      ScenarioKey(
        path: "teams.*.skills", shapes: [.list(.name), .scalar(.name), .section],
        summary:
          "Queues that the team serves, equally well, or a map with the level of each; all queues where it is not given.",
        example: "{scheduling: 1, billing: 2}"),
      ScenarioKey(
        path: "teams.*.skills.*", shapes: [.scalar(.integer(1...levelLimit)), .section],
        summary: "A queue, by its name: the level of the team in it, 1 the best, or more about it.",
        example: "{level: 2, handle: x1.2, after: 30s}"),
      field(
        "level", [.scalar(.integer(1...levelLimit))],
        "1 is best: contacts go to the best level first; 1 where it is not given.", "2"),
      field(
        "handle", [.scalar(.factor)], "Handle times of these people, as a factor: x0.75 is a quarter faster.", "x0.75"),
      field("after", [.scalar(.span)], "Overflow: only contacts that have waited so long.", "30s"),
      field(
        "from_line", [.scalar(.integer(0...placeLimit))], "Overflow: only while so many or more of the queue wait.", "5"
      ),
      field(
        "keeps_free", [.scalar(.integer(0...agentLimit))],
        "Reserve: only while more than so many of the team are free.", "2"),
      field(
        "occupancy_below", [.scalar(.share)],
        "Blending: only while the team's busy people / its busy and free ones are below this.", "85%"),
      field("hours", [.scalar(.clockRange), .list(.clockRange)], "Only at these times of the day.", "18:00-08:00"),
      ScenarioKey(
        path: "teams.*.picks", shapes: [.scalar(.choice(ContactChoice.allCases.map(\.rawValue)))],
        summary: "Which waiting contact these people take next.", example: "own_first"),
      ScenarioKey(
        path: "teams.*.release", shapes: [.scalar(.choice(Release.allCases.map(\.rawValue)))],
        summary: "Who goes where the number of these people falls while they talk.", example: "first_free"),
    ]
  }
}
