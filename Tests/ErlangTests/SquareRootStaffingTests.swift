import Erlang
import Testing

struct SquareRootStaffingTests {
  @Test(.enabled(if: ReferenceTable.exists("qed_public.csv"), ReferenceTable.absence))
  func `the limits agree with the table to 1e-12`() throws {
    for row in try ReferenceTable("qed_public.csv").rows {
      let beta = row["beta"]
      let gamma = row["theta_over_mu"]
      if !row[text: "halfin_whitt_P_wait"].isEmpty {
        let value = try SquareRootStaffing.waitProbability(beta: beta)
        #expect(relativeError(value, row["halfin_whitt_P_wait"]) < 1e-12, "\(value) \(row)")
        let back = try SquareRootStaffing.beta(waitProbability: value)
        #expect(abs(back - beta) < 1e-11, "\(back) \(row)")
      }
      let waits = try SquareRootStaffing.waitProbability(beta: beta, handleTimePerPatience: gamma)
      #expect(relativeError(waits, row["garnett_P_wait"]) < 1e-12, "\(waits) \(row)")
      let abandons = try SquareRootStaffing.scaledAbandonment(beta: beta, handleTimePerPatience: gamma)
      #expect(relativeError(abandons, row["sqrt_n_P_ab_limit"]) < 1e-12, "\(abandons) \(row)")
    }
  }

  @Test func `large teams come near their limits`() throws {
    for (load, bar) in [(100.0, 0.05), (10_000, 0.005), (900_000, 0.0005)] {
      let agents = load + load.squareRoot()
      let queue = try ErlangC(agents: agents, loadErlangs: load)
      let halfinWhitt = try SquareRootStaffing.waitProbability(beta: 1)
      #expect(abs(queue.waitProbability - halfinWhitt) < bar, "load \(load)")
      let patient = try ErlangA(agents: agents, loadErlangs: load, handleTimeSeconds: 300, patienceSeconds: 150)
      let limit = try SquareRootStaffing.waitProbability(beta: 1, handleTimePerPatience: 2)
      #expect(abs(patient.waitProbability - limit) < bar, "load \(load)")
    }
  }
}
