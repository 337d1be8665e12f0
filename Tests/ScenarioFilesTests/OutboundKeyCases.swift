/// Rows of the table of keys for outbound work, faults and losses.
enum OutboundKeyCases {
  static let all: [KeyCase] = queues + start + faults + losses

  private static func row(_ path: String, _ key: String, _ first: String, _ second: String, bad: String) -> KeyCase {
    KeyCase(path, "outbound", "\(key)=\(first)", "\(key)=\(second)", bad: "\(key)=\(bad)")
  }

  private static let start = [
    KeyCase("run.start_at", "started", "run.start_at=10:30", "run.start_at=11:00", bad: "run.start_at=10:40"),
    KeyCase(
      "queues.*.waiting", "started", "queues.phone.waiting=[2m, 40s]", "queues.phone.waiting=4",
      bad: "queues.phone.waiting=[12h]"),
    KeyCase(
      "queues.*.talks", "started", "queues.phone.talks=[2m, 40s]", "queues.phone.talks=4",
      bad: "queues.phone.talks=some"),
  ]

  private static let queues =
    [
      row("queues.*.dial", "queues.leads.dial", "30%", "31%", bad: "30"),
      row("queues.*.dial.reaches", "queues.leads.dial.reaches", "30%", "31%", bad: "some"),
      row(
        "queues.*.dial.reaches_at", "queues.leads.dial.reaches_at", "{08:00-18:00: x1.5}", "{08:00-18:00: x0.5}",
        bad: "{8-18: x1.5}"),
      row("queues.*.dial.wrong_party", "queues.leads.dial.wrong_party", "8%", "{share: 20%}", bad: "80%"),
      row("queues.*.dial.wrong_party.share", "queues.leads.dial.wrong_party.share", "8%", "20%", bad: "8"),
      row("queues.*.backlog", "queues.leads.backlog", "20", "30", bad: "0"),
      row("queues.*.dial.attempts", "queues.leads.dial.attempts", "3", "4", bad: "0"),
      row("queues.*.dial.preview", "queues.leads.dial.preview", "0", "30s", bad: "30"),
      row("queues.*.dial.ahead", "queues.confirmations.dial.ahead", "2", "2.5", bad: "0.5"),
      row("queues.*.dial.hold", "queues.confirmations.dial.hold", "5s", "1m", bad: "5"),
      row("queues.*.dial.paced", "queues.confirmations.dial.paced", "steady", "each_end", bad: "often"),
      row("queues.*.dial.while_free", "queues.confirmations.dial.while_free", "1", "3", bad: "0"),
      row("queues.*.dial.while_free.people", "queues.confirmations.dial.while_free.people", "1", "3", bad: "some"),
      row(
        "queues.*.dial.while_free.teams", "queues.confirmations.dial.while_free", "{people: 3, teams: front}",
        "{people: 3, teams: back}", bad: "{people: 3, teams: nobody}"),
      row("queues.*.list", "queues.leads.list", "100", "101", bad: "100/day"),
      row("queues.*.list.contacts", "queues.leads.list.contacts", "100", "101", bad: "0"),
      row("queues.*.list.at", "queues.leads.list.at", "08:00", "08:01", bad: "800"),
      KeyCase(
        "teams.*.skills.*.occupancy_below", "outbound", "teams.front.skills.leads.occupancy_below=80%",
        "teams.front.skills.leads.occupancy_below=81%", bad: "teams.front.skills.leads.occupancy_below=80"),
    ] + Keys.law("queues.*.dial.ring", "queues.leads.dial.ring", base: "outbound")
    + Keys.law("queues.*.dial.wrong_party.handle", "queues.leads.dial.wrong_party.handle", base: "outbound")
    + Keys.law("queues.*.dial.retry", "queues.leads.dial.retry", base: "outbound")

  private static let faults = [
    row("outages.*.divert_to", "outages.1.divert_to", "chat", "leads", bad: "phone"),
    row("outages.*.cuts_off", "outages.1.cuts_off", "yes", "no", bad: "maybe"),
    row(
      "faults", "faults", "{availability: 99%, repair: 30m}", "[{availability: 99%, repair: 31m}]",
      bad: "{availability: 0%, repair: 30m}"),
    row("faults.*.availability", "faults.1.availability", "99.5%", "99.9%", bad: "99.5"),
    row("faults.*.repair", "faults.1.repair", "30m", "31m", bad: "1s"),
    row("faults.*.queues", "faults.2.queues", "[chat]", "[leads]", bad: "[fax]"),
    row("faults.*.channel", "faults.1.channel", "phone", "outbound", bad: "sms"),
    row("faults.*.divert_to", "faults.1.divert_to", "chat", "leads", bad: "phone"),
    row("faults.*.cuts_off", "faults.1.cuts_off", "yes", "no", bad: "1"),
  ]

  private static let losses = [
    row("losses", "losses", "{from: peak, for: 1h}", "[{from: peak, for: 2h}]", bad: "{from: peak}"),
    row("losses.*.teams", "losses.1.teams", "[front]", "[front, back]", bad: "[nobody]"),
    row("losses.*.people", "losses.1.people", "2", "3", bad: "few"),
    row("losses.*.on", "losses.1.on", "2026-12-01", "2026-12-02", bad: "Monday"),
    row("losses.*.from", "losses.1.from", "10:00", "peak", bad: "noon"),
    row("losses.*.for", "losses.1.for", "1h", "2h", bad: "1"),
  ]
}
