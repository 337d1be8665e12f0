import Erlang
import Testing

struct ErlangATests {
  static func model(_ row: ReferenceTable.Row) throws -> ErlangA {
    try ErlangA(
      agents: row[whole: "n"], loadErlangs: row["lambda_per_h"] * row["aht_s"] / 3600,
      handleTimeSeconds: row["aht_s"], patienceSeconds: row["patience_s"])
  }

  @Test(.enabled(if: ReferenceTable.exists("erlang_a_public.csv"), ReferenceTable.absence))
  func `waiting and abandonment agree with the 50-digit table to 1e-11`() throws {
    var worst = 0.0
    for row in try ReferenceTable("erlang_a_public.csv").rows {
      let model = try Self.model(row)
      for (value, column) in [
        (model.waitProbability, "P_wait"), (model.abandonmentProbability, "P_ab"), (model.meanWaitSeconds, "E_W_s"),
        (model.queueLength, "Lq"), (model.occupancy, "occupancy"),
      ] {
        let error = relativeError(value, row[column])
        #expect(error <= 1e-11, "\(column) is \(value) \(row)")
        worst = max(worst, error)
      }
    }
    print("Erlang A: worst relative error \(worst)")
  }

  @Test(.enabled(if: ReferenceTable.exists("erlang_a_public.csv"), ReferenceTable.absence))
  func `all service levels agree with the 50-digit table to 1e-11`() throws {
    var worst = 0.0
    for row in try ReferenceTable("erlang_a_public.csv").rows {
      let outcome = try Self.model(row).outcome(atSeconds: row["t_s"])
      for (value, column) in [
        (outcome.serviceLevel(.offered), "SL_answered_le_t_over_offered"),
        (outcome.serviceLevel(.exclShortAbandons), "SL_answered_le_t_over_offered_minus_ab_le_t"),
        (outcome.serviceLevel(.answered), "SL_answered_le_t_over_answered"),
        (outcome.serviceLevel(.inclShortAbandons), "SL_answered_or_ab_le_t_over_offered"),
        (outcome.serviceLevel(.virtual), "SL_virtual_wait_le_t"), (outcome.waitsBeyond, "P_W_gt_t"),
        (outcome.abandonedWithin, "P_ab_and_W_le_t"),
      ] {
        let error = abs(value - row[column])
        #expect(error <= 1e-11, "\(column) is \(value) \(row)")
        worst = max(worst, error)
      }
    }
    print("Erlang A service levels: worst absolute error \(worst)")
  }
}
