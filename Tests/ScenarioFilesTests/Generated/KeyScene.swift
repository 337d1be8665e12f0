/// Where a key of the table is played, so that it can show: the table's scenario shortened and made so busy that every
/// rule has something to do, and two values that are far enough apart.
struct KeyScene {
  var base: String
  var overrides: [String]
  var values: (first: String, second: String)

  init(_ key: KeyCase) {
    let key = Self.others[key.path] ?? key
    base = key.base
    let rule = key.path.hasPrefix("queues.*.") ? String(key.path.dropFirst(9)) : key.path
    let name = key.first.prefix { $0 != "=" }
    values = Self.telling[rule].map { ("\(name)=\($0)", "\(name)=\($1)") } ?? (key.first, key.second)
    overrides = Self.setting(key) + key.also + (Self.also[key.path] ?? [])
    if values.first.hasPrefix("teams=") { overrides.append("staffing=solve") }
  }

  /// By base: fewer days, more contacts, fewer people.
  private static func setting(_ key: KeyCase) -> [String] {
    let isAboutDays = daily.contains(key.path)
    return switch key.base {
    case "full": key.path == "period" ? [] : [isAboutDays ? "period=1w from 2026-10-12" : "period=2d from 2026-10-15"]
    case "rules":
      (key.path.hasPrefix("outages") ? [] : ["period=\(isAboutDays ? 2 : 1)d from 2026-12-03"]) + [
        "demand.volume=1500/day", "teams.front.count=3", "teams.billing.count=3", "queues.scheduling.repeats.after=1h",
        "queues.billing.transfer=[{to: scheduling, share: 30%}]", "queues.billing.offer.share=10%",
      ]
    case "rules-short":
      [
        "period=2d from 2026-12-03", "repeats.after=1h", "offer.after=10s",
        "events=[{from: 10:00, for: 2h, volume: x5, foreseen: no}, {from: 17:00, for: 1h, volume: x5, foreseen: no}]",
      ]
    case "costs": ["calls=2200/day"]
    case "smallest": key.path.hasPrefix("patience") ? ["agents=12"] : []
    case "outbound": key.path.hasPrefix("faults") ? ["faults.1.availability=80%", "faults.2.availability=90%"] : []
    default: []
    }
  }

  private static let daily: Set<String> = [
    "run.warm_up_days", "closed", "demand.weekday", "queues.*.days", "shifts.*.days", "queues.*.redial.after_closed",
  ]

  /// Keys that show in another scenario than that of their bad value.
  private static let others: [String: KeyCase] = [
    "events.*.note": KeyCase("events.*.note", "demand", "events.1.note=one", "events.1.note=two", bad: ""),
    "events.*.foreseen": KeyCase(
      "events.*.foreseen", "solved", "events=[{from: 10:00, for: 2h, volume: x3, foreseen: yes}]",
      "events=[{from: 10:00, for: 2h, volume: x3, foreseen: no}]", bad: ""),
    "call_equivalents": KeyCase(
      "call_equivalents", "rules", "call_equivalents={chat: 0.6}", "call_equivalents={chat: 0.7}", bad: ""),
    // Who was handed on comes from another queue.
    "outcomes_when.*.transfers": KeyCase(
      "outcomes_when.*.transfers", "rules", "outcomes_when={transfers: 1, accurate: 10%}",
      "outcomes_when={transfers: 2, accurate: 10%}", bad: "", also: ["accurate=90%"]),
    // Higher tiers and newcomers are where escalations and an onboarding are.
    "outcomes_when.*.tier": tier("outcomes_when"),
    "queues.*.outcomes_when.*.tier": tier("queues.tier2.outcomes_when"),
    "outcomes_when.*.hired_within_weeks": newcomer("outcomes_when"),
    "queues.*.outcomes_when.*.hired_within_weeks": newcomer("queues.calls.outcomes_when"),
  ]

  private static func tier(_ key: String) -> KeyCase {
    KeyCase(
      "outcomes_when.*.tier", "care", "\(key)={tier: 2, resolved: 10%}", "\(key)={tier: 3, resolved: 10%}", bad: "",
      also: ["queues.tier2.resolved=90%"])
  }

  private static func newcomer(_ key: String) -> KeyCase {
    KeyCase(
      "outcomes_when.*.hired_within_weeks", "people", "\(key)={hired_within_weeks: 5, resolved: 10%}",
      "\(key)={hired_within_weeks: 3, resolved: 10%}", bad: "")
  }

  /// What else must be so for a rule to have an effect.
  private static let also: [String: [String]] = {
    let crowd = ["demand.volume=4000/day"]
    // Among equal priorities the own specialty goes first in any case.
    let unequal = crowd + ["queues.billing.priority=high"]
    return [
      "redial.after_closed": ["after_close=disconnect"],
      "queues.*.redial.after_closed": ["after_close=disconnect"] + crowd,
      "queues.*.redial.attempts": crowd, "picks": unequal, "teams.*.picks": unequal,
      // In another queue all is drawn afresh.
      "queues.*.redial.draws": crowd + ["queues.billing.redial.to=billing"],
      "queues.*.due.since": ["queues.tier2.transfer={to: tier3, share: 50%}"],
      "teams.*.attrition.replaced_after": ["teams.front.attrition.weekly=40%"],
      "costs.penalties.blocked": ["trunks=9"], "channel": ["after_close=disconnect"],
      "teams.*.skills.*.level": ["teams.night.skills.scheduling.from_line=0"],
      "teams.*.skills.*.hours": ["teams.night.skills.scheduling.from_line=0"],
    ]
  }()

  private static let telling: [String: (String, String)] = [
    "agents": ("19", "{08:00-18:00: 17}"), "shrinkage": ("20%", "40%"),
    "shrinkage.planned": ("{a: 5%}", "{a: 45%}"), "shrinkage.unplanned": ("{a: 5%}", "{a: 45%}"),
    "shrinkage.planned.*": ("5%", "{share: 60%}"), "shrinkage.unplanned.*": ("5%", "{share: 60%}"),
    "shrinkage.planned.*.share": ("1%", "60%"), "shrinkage.unplanned.*.share": ("1%", "60%"),
    "shrinkage.unplanned.*.correlation": ("0%", "50%"),
    "teams.*.shrinkage": ("20%", "60%"),
    "teams.*.shrinkage.planned.*": ("5%", "{share: 60%}"), "teams.*.shrinkage.unplanned.*": ("5%", "{share: 60%}"),
    "teams.*.shrinkage.planned.*.share": ("1%", "60%"), "teams.*.shrinkage.unplanned.*.share": ("1%", "60%"),
    "teams.*.shrinkage.planned.*.weekday": ("{Mon: 50%}", "{Tue: 50%}"),
    "teams.*.shrinkage.unplanned.*.correlation": ("0%", "50%"),
    "balk": ("{line: 1, share: 10%}", "{line: 1, share: 90%}"),
    "balk.*.share": ("{line: 1, share: 10%}", "{line: 1, share: 90%}"),
    "balk.*.line": ("{line: 1, share: 90%}", "{line: 3, share: 90%}"),
    "balk.*.announced": ("{announced: 10s, share: 90%}", "{announced: 20m, share: 90%}"),
    "redial": ("10%", "90%"), "redial.chance": ("10%", "90%"), "redial.after_busy": ("10%", "90%"),
    "redial.after_closed": ("10%", "90%"), "redial.attempts": ("2", "9"),
    "repeats": ("10%", "90%"), "repeats.share": ("10%", "90%"), "places": ("1", "5"),
    "offer.after": ("10s", "2m"), "offer.share": ("10%", "90%"),
    "patience.zero": ("{zero: 10%, mean: 3m}", "{zero: 60%, mean: 3m}"),
    "resolved": ("20%", "80%"), "satisfaction": ("{5: 80%, 1: 20%}", "{5: 20%, 1: 80%}"),
    "recommendation": ("{10: 80%, 0: 20%}", "{10: 20%, 0: 80%}"), "accurate": ("20%", "80%"),
    "outcomes_when.*.resolved": ("{waited: 1m, resolved: 10%}", "{waited: 1m, resolved: 90%}"),
    "outcomes_when.*.accurate": ("{waited: 1m, accurate: 10%}", "{waited: 1m, accurate: 90%}"),
    "outcomes_when.*.passed": ("{waited: 1m, passed: 10%}", "{waited: 1m, passed: 90%}"),
    "outcomes_when.*.transfers": ("{transfers: 1, accurate: 10%}", "{transfers: 2, accurate: 10%}"),
    "transfer.*.share": ("5%", "50%"), "teams.*.skills.*.after": ("10s", "5m"),
    "trunks": ("12", "20"), "trunks.*.lines": ("12", "20"), "teams.*.skills.*": ("1", "2"),
    "faults": ("{availability: 80%, repair: 30m}", "[{availability: 80%, repair: 1h}]"),
    "faults.*.availability": ("70%", "90%"),
    "teams.*.attrition": ("2%", "60%"), "teams.*.attrition.weekly": ("2%", "60%"),
  ].merging(slips) { first, _ in first }

  private static let slips = Dictionary(
    uniqueKeysWithValues: ["", "teams.*."].flatMap { owner in
      ["late", "overrun", "after_contact"].map { ("\(owner)conduct.\($0).chance", ("10%", "90%")) }
    })
}
