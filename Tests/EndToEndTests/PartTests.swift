import Foundation
import Testing

/// Figures by channel, day, week and rolling window, and the measures beyond the scorecard.
struct PartTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      name: Two channels
      open: Mon-Fri 08:00-12:00
      period: 2026-11-23..2026-12-06
      calls: 200/day
      mix: {calls: 70%, chats: 30%}
      queues:
        calls: {handle: 5m}
        chats: {handle: 6m, channel: chat}
      agents: 12
      target: 90% in 20s
      cost: $22/h
      call_equivalents: {chat: 0.6}
      run: {replications: 3}

      """)
    return program
  }

  @Test func `parts of the calendar add up to the whole`() throws {
    let json = try program().json("simulate", "a.yaml", "--by", "channel,day,week,window", "--window", "7")
    func sums(_ kind: String) throws -> [String: Double] {
      let parts = try #require(json.value("by.\(kind)") as? [String: [String: Any]])
      return parts.compactMapValues { ($0["service_level"] as? [String: Any])?["denominator"] as? Double }
    }
    let whole = try #require(json.value("metrics.service_level.denominator") as? Double)
    let (channels, days, weeks, windows) = (
      try sums("channel"), try sums("day"), try sums("week"), try sums("window")
    )
    #expect(Set(channels.keys) == ["phone", "chat"])
    #expect(Set(weeks.keys) == ["2026-11-23..2026-11-29", "2026-11-30..2026-12-06"])
    #expect(windows.count == 8 && windows["2026-11-25..2026-12-01"] != nil)
    for parts in [channels, days, weeks] {
      #expect(abs(parts.values.reduce(0, +) - whole) < 1e-9 * whole)
    }
    #expect(windows["2026-11-23..2026-11-29"] == weeks["2026-11-23..2026-11-29"])
  }

  @Test func `measures are told for a new run and for a stored one alike`() throws {
    let program = try program()
    let first = try program.json("simulate", "a.yaml", "--measures", "--by", "queue", "--name", "base")
    let again = try program.json("evaluate", "base", "--measures", "--by", "queue")
    for path in ["metrics.max_wait_s.mean", "metrics.avg_queue.mean", "by.queue.chats.cost_by_work.mean"] {
      let value = try #require(first.value(path) as? Double, "\(path)")
      #expect(again.value(path) as? Double == value, "\(path)")
    }
    let plain = try program.json("simulate", "a.yaml")
    #expect(plain.value("metrics.max_wait_s.mean") == nil)
    #expect(
      plain.value("metrics.service_level.mean") as? Double == first.value("metrics.service_level.mean") as? Double)
    let equivalents = try #require(plain.value("metrics.call_equivalents.mean") as? Double)
    let answered = try #require(plain.value("metrics.answered.mean") as? Double)
    #expect(equivalents < answered && equivalents > 0.6 * answered)
  }

  @Test func `what teams had of the contacts is told on request, and adds up to the center`() throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      name: Two teams
      open: Mon-Fri 08:00-12:00
      calls: 300/day
      mix: {calls: 70%, chats: 30%}
      queues:
        calls: {handle: 5m, wrap_up: 1m, resolved: 80%, repeats: {share: 20%, after: 20m}}
        chats: {handle: 6m, channel: chat}
      teams:
        front: {count: 6, skills: [calls], cost: $20/h}
        back: {count: 5, skills: [calls, chats], cost: $25/h}
      shrinkage: {unplanned: {sick: 40%}}
      target: 90% in 20s
      run: {replications: 3}

      """)
    let json = try program.json("simulate", "a.yaml", "--by", "team,activity,team_activity", "--name", "base")
    for (kpi, part) in [
      ("answered", "numerator"), ("asa_s", "numerator"), ("asa_s", "denominator"), ("aht_s", "numerator"),
      ("aht_s", "denominator"), ("fcr", "denominator"), ("repeats", "numerator"), ("staffed_peak", "numerator"),
      ("fte_workload", "numerator"), ("headcount", "numerator"), ("cost_per_contact", "numerator"),
    ] {
      let teams = try ["front", "back"].map {
        try #require(json.value("by.team.\($0).\(kpi).\(part)") as? Double, "\(kpi)")
      }
      let center = try #require(json.value("metrics.\(kpi).\(part)") as? Double, "\(kpi)")
      #expect(abs(teams[0] + teams[1] - center) < 1e-9 * center && teams.allSatisfy { $0 > 0 }, "\(kpi) \(part)")
    }
    for use in ["talk", "idle", "sick"] {
      let teams = try ["front", "back"].map {
        try #require(json.value("by.team_activity.\($0): \(use).time_share.numerator") as? Double, "\(use)")
      }
      let center = try #require(json.value("by.activity.\(use).time_share.numerator") as? Double, "\(use)")
      // Talk is busy time less wrap-up, as long as it is, by team too.
      #expect(abs(teams[0] + teams[1] - center) < 1e-9 * center && teams.allSatisfy { $0 > 0 }, "\(use)")
    }
    // Who was not answered was in nobody's hands; the further measures wait for --measures.
    for kpi in ["abandonment", "offered", "service_level", "talk_s", "max_busy"] {
      #expect(json.value("by.team.back.\(kpi)") == nil, "\(kpi)")
    }
    let again = try program.json("evaluate", "base", "--by", "team", "--measures")
    #expect(again.value("by.team.back.aht_s.mean") as? Double == json.value("by.team.back.aht_s.mean") as? Double)
    #expect(again.value("by.team.back.talk_s.mean") as? Double ?? 0 > 0)
    #expect(again.value("by.team.front.max_busy.mean") as? Double ?? 7 <= 6)
  }

  /// Talks of 20 minutes: a quarter of what the last half hour brought ends after closing, when nobody is scheduled.
  @Test func `intervals add up to the whole, those after closing too`() throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      name: Long talks
      open: Mon-Sat 08:00-10:00
      period: 2026-11-27..2026-11-29
      calls: 60/day
      queues:
        phone: {handle: exp 20m, resolved: 75%, refunds: {share: 50%, mean: 40}}
      agents: 8
      target: 90% in 20s
      run: {replications: 3}

      """)
    let json = try program.json("simulate", "a.yaml", "--by", "interval")
    let intervals = try #require(json.value("by.interval") as? [String: [String: [String: Any]]])
    let additive = [
      "offered", "answered", "abandoned", "refunds", "customers", "service_level", "fcr", "aht_s", "utilisation",
    ]
    for name in additive {
      let whole = try #require(json.value("metrics.\(name).numerator") as? Double, "\(name)")
      let sum = intervals.values.reduce(0) { $0 + ($1[name]?["numerator"] as? Double ?? 0) }
      #expect(abs(sum - whole) <= 1e-9 * max(1, whole), "\(name): \(sum) of \(whole)")
    }
    let late = try #require(intervals["10:00"]?["refunds"]?["mean"] as? Double)
    #expect(late > 0)
  }

  @Test func `a table tells every kind of part that was asked for`() throws {
    let text = try program().run("simulate", "a.yaml", "--by", "queue,channel,team,day,week,window,interval").output
    for kind in ["QUEUE", "CHANNEL", "TEAM", "DAY", "WEEK", "WINDOW", "INTERVAL"] {
      #expect(text.contains("BY \(kind)"), "\(kind)")
    }
  }

  /// Callers of a dead line and of a closed center are lost; no rule of a queue is needed for that.
  @Test(arguments: [
    ("outages: [{from: 09:00, for: 30m}]", ["blocked", "customers", "blocking", "lost_customers"]),
    ("demand: {after_closing: {share: 20%, within: 1h}}", ["disconnected", "customers", "lost_customers"]),
  ])
  func `who is turned away is told of plain queues`(line: String, names: [String]) throws {
    let program = try Program()
    try program.write(Program.scenario() + line + "\n")
    let json = try program.json("simulate", "a.yaml")
    for name in names {
      let mean = try #require(json.value("metrics.\(name).mean") as? Double, "\(name)")
      #expect(mean > 0, "\(name)")
    }
  }
}
