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

  /// 40 digits, from the state law summed with mpmath: agents, load, handle time, patience; speed of answer, wait of
  /// abandoners. Long patience cancels, large c = n p/h cancels: neither may show.
  @Test func `mean waits of answered and abandoning contacts keep 12 digits at any patience`() throws {
    for (agents, load, handle, patience, answered, abandoning) in [
      (5, 4.0, 300.0, 1e9, 166.23320622386191635, 299.9988300106108644),
      (14, 12, 240, 120, 6.7079728407323826065, 25.697551190201441318),
      (3, 9, 240, 600, 620.08535471831068336, 289.97042158507708145),
      (1000, 1000, 300, 3e7, 2386.1477824506731614, 1879.9712044065188143),
    ] {
      let model = try ErlangA(
        agents: agents, loadErlangs: load, handleTimeSeconds: handle, patienceSeconds: patience)
      #expect(relativeError(model.averageSpeedOfAnswerSeconds, answered) < 1e-12, "\(agents) agents")
      #expect(relativeError(model.meanWaitOfAbandonersSeconds, abandoning) < 1e-12, "\(agents) agents")
    }
  }

  /// Five times the load that can be carried, patience 300 handle times: exponents of 10^5 cancel in the level.
  @Test func `service levels keep their digits in heavy overload`() throws {
    let model = try ErlangA(agents: 100, loadErlangs: 500, handleTimeSeconds: 300, patienceSeconds: 90_000)
    let outcome = model.outcome(atSeconds: 20)
    #expect(abs(outcome.serviceLevel(.inclShortAbandons) - 0.00022219753269308540816) < 1e-14)
    #expect(abs(outcome.serviceLevel(.offered)) < 1e-14)
    // Hardly any patience, two thousand times of it gone by: x underflows, its logarithm does not.
    let brief = try ErlangA(agents: 50, loadErlangs: 50, handleTimeSeconds: 240, patienceSeconds: 0.01)
    #expect(abs(brief.outcome(atSeconds: 20).virtualWaitBeyond - 0.001627642543475163374468) < 1e-13)
    #expect(outcome.waitsBeyond > 0.999 && model.outcome(atSeconds: 1e9).waitsBeyond == 0)
  }

  @Test func `quantiles of waits give back their probability`() throws {
    let model = try ErlangA(agents: 10, loadErlangs: 11, handleTimeSeconds: 300, patienceSeconds: 120)
    for share in [0.1, 0.5, 0.9, 0.999] {
      let ofWaiters = try model.waitQuantileOfWaitersSeconds(probability: share)
      #expect(abs(model.waitProbabilityOfWaiters(beyondSeconds: ofWaiters) - (1 - share)) < 1e-12)
      let ofAll = try model.waitQuantileSeconds(probability: share)
      let beyond = model.outcome(atSeconds: ofAll).waitsBeyond
      #expect(ofAll == 0 ? model.waitProbability <= 1 - share : abs(beyond - (1 - share)) < 1e-12)
    }
  }

  @Test func `a patience that is nearly endless staffs as if nobody abandoned`() throws {
    let level = StaffingTarget.serviceLevel(atLeast: DecimalFraction(partsPerBillion: 900_000_000), withinSeconds: 20)
    let agents = try [nil, 1e12].map { patience in
      try StaffingRequirement(
        demand: StaffingDemand(
          contacts: 100, intervalSeconds: 1800, handleTimeSeconds: 30, patienceSeconds: patience), targets: [level]
      ).agents
    }
    #expect(agents[0] == agents[1])
  }
}
