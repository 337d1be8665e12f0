import Erlang
import Testing

struct ErlangCTests {
  /// Columns of the table: handle time and threshold in seconds.
  static let levels: [(column: String, handleTimeSeconds: Double, thresholdSeconds: Double)] = [
    ("SL_aht180_t20", 180, 20), ("SL_aht240_t20", 240, 20), ("SL_aht300_t10", 300, 10), ("SL_aht420_t20", 420, 20),
    ("SL_aht600_t30", 600, 30), ("SL_aht1080_t60", 1080, 60),
  ]

  @Test(.enabled(if: ReferenceTable.exists("erlang_c_public.csv"), ReferenceTable.absence))
  func `waits agree with the 50-digit table`() throws {
    var worst = 0.0
    for row in try ReferenceTable("erlang_c_public.csv").rows {
      let model = try ErlangC(agents: row[whole: "n"], loadErlangs: row["a"])
      let sensitivity = row["n"] / (row["n"] - row["a"])
      let bar = max(1e-12, 4e-15 * sensitivity)
      let errors = [
        relativeError(model.waitProbability, row["C_Pwait"]),
        relativeError(model.averageSpeedOfAnswerSeconds(handleTimeSeconds: 1), row["ASA_over_AHT"]),
        relativeError(model.queueLength, row["Lq"]),
        relativeError(model.occupancy, row["occupancy"]),
      ]
      for error in errors {
        #expect(error <= bar, "\(row)")
        worst = max(worst, error / bar)
      }
      for level in Self.levels {
        let value = model.serviceLevel(
          withinSeconds: level.thresholdSeconds, handleTimeSeconds: level.handleTimeSeconds)
        #expect(abs(value - row[level.column]) <= max(1e-12, 1e-15 * sensitivity), "\(level.column) \(row)")
      }
      let tail = model.waitProbability(beyondSeconds: 20, handleTimeSeconds: 240)
      #expect(relativeError(tail, row["P_wait_gt_20s_aht240"]) <= bar, "\(row)")
    }
    print("Erlang C: worst error as a share of its bar \(worst)")
  }
}
