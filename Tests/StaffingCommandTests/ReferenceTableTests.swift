import BusyHourTesting
import Foundation
import Testing

/// Every public table through the built binary, at the bars of the staffing numerics.
@Suite(.labelled, .enabled(if: ReferenceRows.arePresent, ReferenceRows.absence))
struct ReferenceTableTests {
  @Test func `erlang b keeps its bar of 1e-12`() throws {
    let rows = try ReferenceRows("erlang_b").rows
    let results = try Command.table(["erlang", "b"], ["load_erlangs", "agents"], rows.map { [$0["a"], $0["n"]] })
    withEvery("row", in: rows.indices) { row in
      #expect(relativeError(results[row][number: "p_block"], rows[row][number: "B"]) <= 1e-12)
      #expect(relativeError(results[row][number: "log10_p_block"], rows[row][number: "log10_B"]) <= 1e-12)
    }
  }

  @Test func `erlang c keeps its bars in load and threshold`() throws {
    let rows = try ReferenceRows("erlang_c").rows
    let columns = ["agents", "load_erlangs", "handle_time_s", "threshold_s"]
    for (column, handleTime, threshold) in [("SL_aht180_t20", 180.0, 20), ("SL_aht1080_t60", 1080, 60)] {
      let results = try Command.table(
        ["erlang", "c"], columns, rows.map { [$0["n"], $0["a"], "\(handleTime)", "\(threshold)"] })
      withEvery("row of \(column)", in: rows.indices) { number in
        let (row, result) = (rows[number], results[number])
        let sensitivity = row[number: "n"] / (row[number: "n"] - row[number: "a"])
        let bar = max(1e-12, 4e-15 * sensitivity)
        #expect(relativeError(result[number: "p_wait"], row[number: "C_Pwait"]) <= bar)
        #expect(relativeError(result[number: "asa_s"] / handleTime, row[number: "ASA_over_AHT"]) <= bar)
        #expect(relativeError(result[number: "queue_length"], row[number: "Lq"]) <= bar)
        #expect(abs(result[number: "service_level"] - row[number: column]) <= max(1e-12, 1e-15 * sensitivity))
      }
    }
  }

  @Test func `erlang a keeps its bar of 1e-11`() throws {
    let rows = try ReferenceRows("erlang_a").rows
    let results = try Command.table(
      ["erlang", "a"], ["agents", "calls_per_h", "handle_time_s", "patience_s", "threshold_s"],
      rows.map { [$0["n"], $0["lambda_per_h"], $0["aht_s"], $0["patience_s"], $0["t_s"]] })
    let relative = [
      "p_wait": "P_wait", "p_abandon": "P_ab", "mean_wait_s": "E_W_s", "queue_length": "Lq", "occupancy": "occupancy",
    ]
    let absolute = [
      "sl_offered": "SL_answered_le_t_over_offered",
      "sl_excl_short_abandons": "SL_answered_le_t_over_offered_minus_ab_le_t",
      "sl_answered": "SL_answered_le_t_over_answered",
      "sl_incl_short_abandons": "SL_answered_or_ab_le_t_over_offered",
    ]
    withEvery("row", in: rows.indices) { row in
      for (ours, theirs) in relative {
        #expect(relativeError(results[row][number: ours], rows[row][number: theirs]) <= 1e-11, "\(ours)")
      }
      for (ours, theirs) in absolute {
        #expect(abs(results[row][number: ours] - rows[row][number: theirs]) <= 1e-11, "\(ours)")
      }
    }
  }

  @Test func `staffing is exact on every row, ties included`() throws {
    let rows = try ReferenceRows("staffing").rows
    let names = [
      ("calls", "calls_per_interval"), ("interval_s", "interval_s"), ("handle_time_s", "aht_s"),
      ("target_sl", "target_SL"), ("threshold_s", "target_s"), ("max_occupancy", "max_occupancy"),
      ("shrinkage", "shrinkage"),
    ]
    let results = try Command.table(["staff"], names.map(\.0), rows.map { row in names.map { row[$0.1] } })
    withEvery("row", in: rows.indices) { number in
      let (row, result) = (rows[number], results[number])
      #expect(result["positions"] == row["required_positions"])
      #expect(result["scheduled"] == row["scheduled_agents"])
      #expect(abs(result[number: "service_level"] - row[number: "SL_at_n"]) <= 1e-12)
      #expect(relativeError(result[number: "p_wait"], row[number: "P_wait"]) <= 1e-11)
      let decides = row[number: "n_for_occupancy"] > row[number: "n_for_SL"]
      #expect((result["binding"] == "occupancy") == decides)
    }
  }

  @Test func `staffing with patience is exact by every criterion`() throws {
    let criteria = [
      "offered": "offered", "excl_short_ab": "excl_short_abandons", "answered": "answered",
      "ab_counts_good": "incl_short_abandons", "virtual": "virtual", "abandon": "abandonment", "delay": "p_wait",
    ]
    let rows = try ReferenceRows("staffing_erlang_a").rows
    let results = try Command.table(
      ["staff"], ["calls", "interval_s", "handle_time_s", "patience_s", "threshold_s", "target_sl", "criterion"],
      try rows.map { row in
        let criterion = try #require(row["criterion"].flatMap { criteria[$0] })
        // The table bounds the share that is not abandoned, or not delayed.
        let target = try #require(row["target_ge"].flatMap { Decimal(string: $0) })
        let bound = ["abandonment", "p_wait"].contains(criterion) ? 1 - target : target
        return [
          row["calls_per_interval"], row["interval_s"], row["aht_s"], row["patience_s"], row["target_s"], "\(bound)",
          criterion,
        ]
      })
    withEvery("row", in: rows.indices) { row in
      #expect(results[row]["positions"] == rows[row]["required_positions"])
    }
  }

  @Test func `patience of any law keeps its bar of 1e-9`() throws {
    let rows = try ReferenceRows("mmng").rows
    let results = try Command.table(
      ["erlang", "g"],
      ["agents", "calls_per_h", "handle_time_s", "patience_law", "balking", "patience_s", "threshold_s"],
      rows.map { row in
        let balks = row["patience_dist"] == "balk_exp"
        return [
          row["n"], row["lambda_per_h"], row["aht_s"], balks ? "exponential" : row["patience_dist"],
          balks ? "0.1" : nil, row["patience_mean_s"], row["t_s"],
        ]
      })
    withEvery("row", in: rows.indices) { row in
      for (ours, theirs) in [
        ("p_wait", "P_virtual_wait_gt_0"), ("p_abandon", "P_ab"), ("mean_wait_s", "E_W_s"),
        ("sl_offered", "SL_answered_le_t_over_offered"), ("sl_incl_short_abandons", "P_W_le_t"),
      ] {
        #expect(relativeError(results[row][number: ours], rows[row][number: theirs]) <= 1e-9, "\(ours)")
      }
    }
  }

  @Test func `erlang b backwards finds agents exactly and loads to 1e-12`() throws {
    let rows = try ReferenceRows("erlang_b_inverse").rows
    let whole = rows.filter { $0["kind"] == "servers" }
    let agents = try Command.table(
      ["erlang", "b", "--solve", "agents"], ["load_erlangs", "target_p_block"],
      whole.map { [$0["input_a_or_n"], $0["target_B"]] })
    withEvery("row of servers", in: whole.indices) { #expect(agents[$0]["agents"] == whole[$0]["answer_n_or_a"]) }
    let real = rows.filter { $0["kind"] != "servers" }
    let loads = try Command.table(
      ["erlang", "b", "--solve", "load"], ["agents", "target_p_block"],
      real.map { [$0["input_a_or_n"], $0["target_B"]] })
    withEvery("row of loads", in: real.indices) { row in
      #expect(relativeError(loads[row][number: "load_erlangs"], real[row][number: "answer_n_or_a"]) <= 1e-12)
    }
  }
}
