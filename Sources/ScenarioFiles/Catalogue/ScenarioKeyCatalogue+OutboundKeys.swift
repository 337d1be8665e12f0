internal import ContactCenter

extension ScenarioKeyCatalogue {
  static let listLimit = 1_000_000
  static let presentLimit = 10_000

  /// Calls that the center makes, and what contacts count as in reports.
  static var outboundKeys: [ScenarioKey] { dialKeys + listKeys }

  private static var dialKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.dial", bareField: "reaches", shapes: [.scalar(.share), .section],
        summary: "How outbound contacts are tried; each attempt is a contact. Its channel is outbound.",
        example: "{reaches: 35%, attempts: 4, retry: exp 4h}"),
      ScenarioKey(
        path: "queues.*.dial.reaches", shapes: [.scalar(.share)],
        summary: "Part of the attempts that reach the right party.",
        example: "35%", isRequired: true),
      ScenarioKey(
        path: "queues.*.dial.reaches_at", shapes: [.clockMap(.factor)],
        summary: "How many times as many attempts reach it, by the time of the day at which they are made.",
        example: "{17:00-20:00: x1.4}"),
    ]
      + wrongPartyKeys
      + distributionKeys(
        "queues.*.dial.ring", use: .handle, summary: "Time of an attempt until somebody answers or it is given up.",
        example: "fixed 25s", standard: .init(text: "fixed 25s", reason: "an assumption: five rings"))
      + [
        ScenarioKey(
          path: "queues.*.dial.attempts", shapes: [.scalar(.integer(1...attemptLimit))],
          summary: "Attempts at one contact in all.", example: "4",
          standard: .init(text: "3", reason: "an assumption: the first and two more"))
      ]
      + distributionKeys(
        "queues.*.dial.retry", use: .delay, summary: "Time from a failed attempt to the next.", example: "exp 4h",
        standard: .init(text: "exp 4h", reason: "an assumption: another part of the day"))
      + [
        ScenarioKey(
          path: "queues.*.dial.preview", shapes: [.scalar(.span)],
          summary: "Preview dialing: the agent reads up for so long before each attempt. Without it: progressive.",
          example: "30s"),
        ScenarioKey(
          path: "queues.*.dial.ahead", shapes: [.scalar(.number(100))],
          summary:
            "Predictive dialing: numbers dialled for each free agent, at least 1; who answers while nobody is free is dropped.",
          example: "2.5"),
      ] + pacingKeys
  }

  private static var wrongPartyKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.dial.wrong_party", bareField: "share", shapes: [.scalar(.share), .section],
        summary:
          "Attempts that somebody else answers: an agent asks for who is wanted, and the contact is tried again.",
        example: "{share: 8%, handle: 40s}"),
      ScenarioKey(
        path: "queues.*.dial.wrong_party.share", shapes: [.scalar(.share)],
        summary:
          "Part of all attempts; with `reaches` at most 100%. Where `reaches_at` leaves less than that, what it leaves.",
        example: "8%", isRequired: true),
    ]
      + distributionKeys(
        "queues.*.dial.wrong_party.handle", use: .handle, summary: "Talk of the agent with them.", example: "40s",
        standard: .init(text: "30s", reason: "an assumption: asking for somebody takes half a minute"))
  }

  private static var pacingKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.dial.hold", shapes: [.scalar(.span)],
        summary: "How long who answers while nobody is free waits before the call is dropped; needs `ahead`.",
        example: "5s"),
      ScenarioKey(
        path: "queues.*.dial.paced", shapes: [.scalar(.choice(DialPacing.allCases.map(\.rawValue)))],
        summary:
          "When a predictive dialer dials: `steady` keeps numbers ringing; `each_end` dials a batch whenever work ends, of any queue, when contacts come to an empty list, and when the hours of a team begin. No batch follows one that reaches nobody.",
        example: "each_end", standard: .init(text: "steady", reason: "a failed attempt is followed by another at once")),
      ScenarioKey(
        path: "queues.*.dial.while_free", bareField: "people",
        shapes: [.scalar(.integer(1...agentLimit)), .section],
        summary: "A predictive dialer dials only while so many people are free.",
        example: "{people: 4, teams: [inbound, blend]}"),
      ScenarioKey(
        path: "queues.*.dial.while_free.people", shapes: [.scalar(.integer(1...agentLimit))],
        summary: "How many, or more.", example: "4", isRequired: true),
      ScenarioKey(
        path: "queues.*.dial.while_free.teams", shapes: [.list(.name), .scalar(.name)],
        summary: "In which teams together; those that serve the queue where they are not given.",
        example: "[inbound, blend]"),
    ]
  }

  private static var listKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "queues.*.backlog", shapes: [.scalar(.integer(1...listLimit))],
        summary:
          "Contacts that wait when the horizon begins, beside those of the demand: callers from the first opening on, the others from midnight. Their waits and limits begin there.",
        example: "120"),
      ScenarioKey(
        path: "queues.*.waiting", shapes: [.list(.span), .scalar(.integer(1...presentLimit))],
        summary:
          "Contacts that wait at run.start_at: how long each has waited, or how many have just come. Their patience is longer than that; their waits count in no figure.",
        example: "[3m, 1m20s, 15s]"),
      ScenarioKey(
        path: "queues.*.talks", shapes: [.list(.span), .scalar(.integer(1...presentLimit))],
        summary:
          "Talks that go on at run.start_at: how long each has lasted, or how many of unknown length. What is left follows the law of the handle time, given that; they are not among the contacts of any figure.",
        example: "[4m, 2m30s, 40s]"),
      ScenarioKey(
        path: "queues.*.list", bareField: "contacts", shapes: [.scalar(.integer(1...listLimit)), .section],
        summary: "Contacts that the center makes for itself every open day: leads, confirmations.",
        example: "{contacts: 120, at: 08:00}"),
      ScenarioKey(
        path: "queues.*.list.contacts", shapes: [.scalar(.integer(1...listLimit))], summary: "Contacts an open day.",
        example: "120", isRequired: true),
      ScenarioKey(
        path: "queues.*.list.at", shapes: [.scalar(.clock)],
        summary: "When the day's list is there; evenly over the open hours where it is not given.", example: "08:00"),
    ]
  }

  /// Faults by chance, and people who are lost.
  static var faultKeys: [ScenarioKey] {
    let handling: [(String, [ScenarioKey.Shape], String, String)] = [
      (
        "divert_to", [.scalar(.name)],
        "Queue that gets who arrives or is handed on meanwhile; without it they meet a busy signal, and deferred work waits.",
        "chat"
      ),
      (
        "cuts_off", [.scalar(.choice(["yes", "no"]))],
        "Whether who waits on the line, is held by a dialer or talks when it begins is cut off; without it they stay.",
        "yes"
      ),
    ]
    func keys(_ prefix: String) -> [ScenarioKey] {
      handling.map { ScenarioKey(path: "\(prefix)\($0.0)", shapes: $0.1, summary: $0.2, example: $0.3) }
    }
    return keys("outages.*.") + [
      ScenarioKey(
        path: "faults", shapes: [.sections, .entry, .section],
        summary: "Outages by chance: time between failures and time to repair are exponential.",
        example: "[{channel: phone, availability: 99.5%, repair: 30m}]"),
      ScenarioKey(
        path: "faults.*", shapes: [.section], summary: "One fault, by its place in the list, or by a name.",
        example: "{queues: [chat], availability: 99.9%, repair: 1h}"),
      ScenarioKey(
        path: "faults.*.availability", shapes: [.scalar(.share)],
        summary: "Long-run part of the time, day and night, in which the queues can be reached.", example: "99.5%",
        isRequired: true),
      ScenarioKey(
        path: "faults.*.repair", shapes: [.scalar(.duration)], summary: "Mean time to repair, at least a minute.",
        example: "30m", isRequired: true),
      ScenarioKey(
        path: "faults.*.queues", shapes: [.list(.name), .scalar(.name)],
        summary: "Queues that go down together; all where neither they nor a channel are given.", example: "[billing]"),
      ScenarioKey(
        path: "faults.*.channel", shapes: [.scalar(.choice(Channel.allCases.map(\.rawValue)))],
        summary: "Every queue of this channel goes down.", example: "phone"),
    ] + keys("faults.*.") + lossKeys
  }

  private static var lossKeys: [ScenarioKey] {
    [
      ScenarioKey(
        path: "losses", shapes: [.sections, .entry, .section],
        summary: "People who drop out for a while: a site that is lost, a few who cannot come.",
        example: "[{teams: [front], people: 3, from: peak, for: 1h}]"),
      ScenarioKey(
        path: "losses.*", shapes: [.section], summary: "One loss, by its place in the list, or by a name.",
        example: "{teams: [front], people: 3, from: peak, for: 1h}"),
      ScenarioKey(
        path: "losses.*.teams", shapes: [.list(.name), .scalar(.name)],
        summary: "Teams that lose people; all where they are not given.", example: "[front]"),
      ScenarioKey(
        path: "losses.*.people", shapes: [.scalar(.integer(0...agentLimit))],
        summary: "People whom each of the teams loses, of those on duty; everybody where it is not given.", example: "3"
      ),
      ScenarioKey(
        path: "losses.*.on", shapes: [.scalar(.date)], summary: "Its date; every open day where it is not given.",
        example: "2026-12-03"),
      ScenarioKey(
        path: "losses.*.from", shapes: [.scalar(.clockOrPeak)],
        summary: "When it begins: a time, or `peak`, the interval of each day with the greatest expected load.",
        example: "peak", isRequired: true),
      ScenarioKey(
        path: "losses.*.for", shapes: [.scalar(.duration)], summary: "How long it lasts.", example: "1h",
        isRequired: true),
    ]
  }
}
