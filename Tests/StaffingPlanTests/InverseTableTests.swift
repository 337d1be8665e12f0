import BusyHourTesting
import Testing
import Workforce

/// Formulas over tables: each inverse gives back what the formula was asked.
@Suite(.labelled)
struct InverseTableTests {
  static func values(_ formula: TableFormula, _ cells: KeyValuePairs<String, String>) throws -> [String: TableValue] {
    let header = try TableHeader(cells.map(\.key))
    try header.check(for: formula)
    let values = try formula.values(of: TableRow(cells.map(\.value), of: header))
    return Dictionary(uniqueKeysWithValues: zip(formula.results, values))
  }

  static func number(_ value: TableValue?) throws -> Double {
    guard case .number(let number) = try #require(value) else { throw RowError.refused("no number: \(value!)") }
    return number
  }

  @Test func `the load, handle time and threshold of a target give that target`() throws {
    try withEvery("family", in: [TableFormula.Family.c, .a]) { family in
      let level = family == .c ? "service_level" : "sl_offered"
      for (unknown, cells) in Self.questions {
        let formula = try #require(TableFormula.of(family, solving: unknown))
        let found = try Self.values(formula, cells)
        let reached = unknown == .threshold && family == .a ? "sl_incl_short_abandons" : level
        #expect(abs(try Self.number(found[reached]) - 0.8) < 1e-9, "\(unknown)")
      }
    }
  }

  static let questions: [(TableFormula.Unknown, KeyValuePairs<String, String>)] = [
    (.load, ["agents": "20", "handle_time_s": "300", "patience_s": "180", "threshold_s": "20", "target_sl": "0.8"]),
    (
      .handleTime,
      ["agents": "20", "calls_per_h": "200", "patience_s": "180", "threshold_s": "20", "target_sl": "0.8"]
    ),
    (
      .threshold,
      [
        "agents": "20", "load_erlangs": "18", "calls_per_h": "216", "handle_time_s": "300", "patience_s": "180",
        "target_sl": "0.8",
      ]
    ),
  ]

  @Test func `the fewest agents are the real number rounded up`() throws {
    try withEvery("load", in: [1.5, 8.25, 97, 1234.5]) { load in
      let found = try Self.values(
        #require(TableFormula.of(.c, solving: .agents)),
        ["load_erlangs": "\(load)", "handle_time_s": "300", "threshold_s": "20", "target_sl": "0.9"])
      guard case .integer(let agents) = try #require(found["agents"]) else { throw RowError.refused("no agents") }
      #expect(Double(agents) == (try Self.number(found["real_agents"])).rounded(.up))
    }
  }

  @Test func `targets in further columns count, and the one that decides is named`() throws {
    let plain: KeyValuePairs = [
      "calls": "100", "interval_s": "1800", "handle_time_s": "180", "target_sl": "0.8", "threshold_s": "20",
      "patience_s": "120", "max_abandonment": "0.001", "min_positions": "5",
    ]
    #expect(try Self.values(.staffing, plain)["binding"] == .text("abandonment"))
    let minimum: KeyValuePairs = [
      "calls": "1", "interval_s": "1800", "handle_time_s": "180", "target_sl": "0.8", "threshold_s": "20",
      "min_positions": "5",
    ]
    let found = try Self.values(.staffing, minimum)
    #expect(found["positions"] == .integer(5))
    #expect(found["binding"] == .text("min_positions"))
  }

  @Test func `a target of abandonment without patience is refused, not met in silence`() throws {
    let cells: KeyValuePairs = [
      "calls": "100", "interval_s": "1800", "handle_time_s": "180", "target_sl": "0.05", "criterion": "abandonment",
    ]
    #expect(throws: RowError.self) { try Self.values(.staffing, cells) }
  }

  @Test func `redials raise the load and never the share answered`() throws {
    let cells: KeyValuePairs = [
      "agents": "10", "calls_per_h": "130", "handle_time_s": "300", "patience_s": "60", "threshold_s": "20",
      "redial_probability": "0.5",
    ]
    let (with, without) = (try Self.values(.of(.x), cells), try Self.values(.of(.a), cells))
    #expect(try Self.number(with["attempts_per_call"]) > 1)
    let (abandoned, before) = (try Self.number(with["p_abandon"]), try Self.number(without["p_abandon"]))
    #expect(abandoned > before)
    #expect(try Self.number(with["p_lost"]) < abandoned)
  }
}
