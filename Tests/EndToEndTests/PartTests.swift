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
}
