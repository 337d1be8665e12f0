/// Rows of the table of keys for the rules of queues, lines and teams.
enum RuleKeyCases {
  static let all =
    rules("queues.*.", "queues.billing.", base: "rules") + rules("", "", base: "rules-short") + queueRules + lines
    + skills

  /// `path` is the key's prefix in the catalogue, `key` in the file.
  private static func rules(_ path: String, _ key: String, base: String) -> [KeyCase] {
    func row(_ name: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      KeyCase(
        path + name, base, "\(key)\(name)=\(first)", "\(key)\(name)=\(second)", bad: "\(key)\(name)=\(bad)")
    }
    func entry(_ first: String, _ second: String, bad: String, _ name: String) -> KeyCase {
      KeyCase(
        "\(path)balk.*\(name)", base, "\(key)balk={\(first)}", "\(key)balk={\(second)}", bad: "\(key)balk={\(bad)}")
    }
    let plain = [
      row("channel", "phone", "portal", bad: "letter"), row("places", "5", "6", bad: "many"),
      row("balk", "{line: 3, share: 10%}", "[{line: 3, share: 11%}]", bad: "{share: 10%, line: 5, announced: 5m}"),
      entry("line: 4, share: 10%", "line: 4, share: 11%", bad: "line: 3", ".share"),
      entry("line: 5, share: 9%", "line: 6, share: 9%", bad: "line: 0, share: 9%", ".line"),
      entry("announced: 5m, share: 9%", "announced: 6m, share: 9%", bad: "announced: 5, share: 9%", ".announced"),
      row("redial", "30%", "31%", bad: "30"), row("redial.chance", "30%", "31%", bad: "often"),
      row("redial.after_busy", "60%", "61%", bad: "60"), row("redial.after_closed", "60%", "61%", bad: "60"),
      row("redial.attempts", "4", "5", bad: "1"),
      row("redial.draws", "same", "fresh", bad: "new"),
      row("offer.after", "1m", "2m", bad: "1"), row("offer.kind", "callback", "virtual_hold", bad: "gift"),
      row("offer.share", "50%", "51%", bad: "50"),
      row("resolved", "78%", "79%", bad: "78"), row("concurrency", "3", "4", bad: "9"),
      row("concurrency.limit", "3", "4", bad: "0"), row("goes_to", "uniform", "most_idle", bad: "anybody"),
      row("handle_at", "{09:00-12:00: x1.2}", "{09:00-12:00: x1.3}", bad: "{09:00-12:00: 1.2}"),
      row("patience_at", "{09:00-12:00: x0.5}", "{09:00-12:00: x0.9}", bad: "{09:00-12:00: x0}"),
    ]
    let outcomes = [
      row("satisfaction", "{5: 80%, 1: 20%}", "{5: 81%, 1: 19%}", bad: "{5: 80%}"),
      row("recommendation", "{10: 80%, 0: 20%}", "{9: 80%, 0: 20%}", bad: "{11: 100%}"),
      row("accurate", "98%", "97%", bad: "98"), row("quality", "92%", "91%", bad: "good"),
      row("quality.passed", "92%", "91%", bad: "92"),
    ]
    // Fields that need others beside them stand where the file has those.
    func beside(
      _ name: String, _ queue: String, _ first: String, _ second: String, bad: String,
      entry: (String) -> String = { $0 }
    ) -> KeyCase {
      let full = (path.isEmpty ? "" : "queues.\(queue).") + String(name.prefix { $0 != "*" })
      let key = name.contains("*") ? String(full.dropLast()) : full
      return KeyCase(
        path + name, base, "\(key)=\(entry(first))", "\(key)=\(entry(second))", bad: "\(key)=\(entry(bad))")
    }
    let targets =
      [
        beside("self_service.contained", "scheduling", "20%", "21%", bad: "all"),
        beside("repeats", "scheduling", "40%", "41%", bad: "40"),
        beside("repeats.share", "scheduling", "42%", "41%", bad: "40"),
        beside("concurrency.slowdown", "email", "20%", "30%", bad: "slow"),
        beside("surveyed", "scheduling", "30%", "31%", bad: "30"),
        beside("quality.checked", "scheduling", "20%", "21%", bad: "20"),
        beside("quality.criteria", "scheduling", "10", "11", bad: "0"),
        beside(
          "outcomes_when", "scheduling", "{waited: 1m, accurate: 90%}", "{waited: 2m, accurate: 90%}",
          bad: "{waited: 1m}"),
      ]
      + [
        ("waited", "1m", "2m", "1"), ("transfers", "1", "2", "0"), ("tier", "2", "3", "1"),
        ("hired_within_weeks", "5", "6", "0"), ("settled", "yes", "no", "maybe"),
      ].map { name, first, second, bad in
        beside(
          "outcomes_when.*.\(name)", "scheduling", first, second, bad: bad, entry: { "{\(name): \($0), accurate: 90%}" }
        )
      }
      + [
        ("resolved", "70%", "71%", "70"), ("satisfaction", "{4: 100%}", "{3: 100%}", "{6: 100%}"),
        ("recommendation", "{4: 100%}", "{3: 100%}", "{4: 99%}"), ("accurate", "70%", "71%", "often"),
        ("passed", "70%", "71%", "70"),
      ].map { name, first, second, bad in
        beside(
          "outcomes_when.*.\(name)", "scheduling", first, second, bad: bad, entry: { "{waited: 1m, \(name): \($0)}" })
      } + [
        KeyCase(
          "\(path)outcomes_when.*.team", "rules", "queues.scheduling.outcomes_when={team: front, accurate: 90%}",
          "queues.scheduling.outcomes_when={team: billing, accurate: 90%}",
          bad: "queues.scheduling.outcomes_when={team: nobody, accurate: 90%}"),
        KeyCase(
          "\(path)redial.to", "rules", "queues.billing.redial.to=spanish", "queues.billing.redial.to=chat",
          bad: "queues.billing.redial.to=spannish"),
        KeyCase(
          "\(path)offer.to", "rules", "queues.billing.offer.to=spanish", "queues.billing.offer.to=chat",
          bad: "queues.billing.offer.to=nobody"),
        KeyCase(
          "\(path)repeats.to", "rules", "queues.scheduling.repeats.to=spanish", "queues.scheduling.repeats.to=chat",
          bad: "queues.scheduling.repeats.to=nobody"),
      ]
    let queue = path.isEmpty ? "" : "queues.scheduling."
    let laws = [("redial.after", key), ("self_service.time", queue), ("repeats.after", queue)].flatMap { name, key in
      `Keys`.law("\(path)\(name)", "\(key)\(name)", base: base)
    }
    let zero = KeyCase(
      "\(path)patience.zero", base, "\(key)patience={zero: 10%, mean: 3m}", "\(key)patience={zero: 11%, mean: 3m}",
      bad: "\(key)patience={zero: 10, mean: 3m}")
    return plain + outcomes + targets + laws + [zero]
  }

  private static let queueRules = [
    KeyCase(
      "queues.*.transfer", "rules", "queues.chat.transfer={to: billing, share: 5%}",
      "queues.chat.transfer=[{to: billing, share: 6%}]", bad: "queues.chat.transfer=billing"),
    KeyCase(
      "queues.*.transfer.*.to", "rules", "queues.billing.transfer.to=chat", "queues.billing.transfer.to=spanish",
      bad: "queues.billing.transfer.to=billing"),
    KeyCase(
      "queues.*.transfer.*.share", "rules", "queues.billing.transfer.share=5%", "queues.billing.transfer.share=6%",
      bad: "queues.billing.transfer.share=5"),
    KeyCase(
      "queues.*.transfer.*.warm", "rules", "queues.billing.transfer.warm=0", "queues.billing.transfer.warm=1m",
      bad: "queues.billing.transfer.warm=1"),
    KeyCase(
      "queues.*.head_start", "rules", "queues.billing.head_start=1m", "queues.billing.head_start=2m",
      bad: "queues.billing.head_start=1"),
    KeyCase(
      "queues.*.weight", "rules", "queues.billing.weight=3", "queues.billing.weight=0.5", bad: "queues.billing.weight=0"
    ),
  ]

  private static let lines = [
    KeyCase("trunks", "rules", "trunks=40", "trunks=41", bad: "trunks=all"),
    KeyCase("trunks.*.lines", "rules", "trunks.main.lines=39", "trunks.main.lines=38", bad: "trunks.main.lines=few"),
    KeyCase(
      "trunks.*.queues", "rules", "trunks.spanish.queues=[spanish, billing]", "trunks.spanish.queues=[billing]",
      bad: "trunks.spanish.queues=email"),
    KeyCase(
      "outages", "rules-short", "outages={from: 12:00, for: 10m}", "outages=[{from: 12:00, for: 11m}]",
      bad: "outages={from: 12:00, for: 10}"),
    KeyCase("outages.*.on", "rules", "outages.1.on=2026-12-01", "outages.1.on=2026-12-02", bad: "outages.1.on=Monday"),
    KeyCase("outages.*.from", "rules", "outages.1.from=10:00", "outages.1.from=10:01", bad: "outages.1.from=1000"),
    KeyCase("outages.*.for", "rules", "outages.1.for=20m", "outages.1.for=21m", bad: "outages.1.for=20"),
    KeyCase(
      "outages.*.queues", "rules", "outages.2.queues=[chat]", "outages.2.queues=[email]", bad: "outages.2.queues=[fax]"),
    KeyCase(
      "outages.*.channel", "rules", "outages.1.channel=phone", "outages.1.channel=email", bad: "outages.1.channel=sms"),
    KeyCase("release", "case-c5", "release=own", "release=first_free", bad: "release=best"),
    KeyCase("picks", "rules", "picks=own_first", "picks=priority", bad: "picks=best"),
  ]

  private static let skills: [KeyCase] = {
    func row(_ name: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      let key = "teams.night.skills.scheduling.\(name)"
      return KeyCase("teams.*.skills.*.\(name)", "rules", "\(key)=\(first)", "\(key)=\(second)", bad: "\(key)=\(bad)")
    }
    return [
      row("level", "1", "2", bad: "0"), row("handle", "x0.75", "-30%", bad: "0.75"),
      row("after", "30s", "40s", bad: "30"), row("from_line", "4", "6", bad: "long"),
      row("keeps_free", "0", "1", bad: "some"), row("hours", "18:00-20:00", "[17:00-20:00]", bad: "night"),
      KeyCase(
        "teams.*.skills.*", "rules", "teams.front.skills.billing=2", "teams.front.skills.billing=3",
        bad: "teams.front.skills.billing=0"),
      KeyCase(
        "teams.*.picks", "rules", "teams.front.picks=priority", "teams.front.picks=own_first",
        bad: "teams.front.picks=best"),
      KeyCase(
        "teams.*.release", "full", "teams.nurses.release=own", "teams.nurses.release=first_free",
        bad: "teams.nurses.release=best"),
    ]
  }()
}
