import Erlang
import Testing

struct ErlangBTests {
  @Test(.enabled(if: ReferenceTable.exists("erlang_b_public.csv"), ReferenceTable.absence))
  func `blocking agrees with the 50-digit table to 1e-12`() throws {
    var worst = 0.0
    for row in try ReferenceTable("erlang_b_public.csv").rows {
      let model = try ErlangB(agents: row[whole: "n"], loadErlangs: row["a"])
      let error = relativeError(model.blockingProbability, row["B"])
      #expect(error <= 1e-12, "\(row)")
      let logError = abs(model.log10BlockingProbability - row["log10_B"])
      #expect(logError <= 1e-12 * max(1, abs(row["log10_B"])), "\(row)")
      worst = max(worst, error)
    }
    print("Erlang B: worst relative error \(worst)")
  }
}
