import Erlang
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Figures printed elsewhere, with values recomputed to 20 digits.
struct PublishedCasesTests {
  @Test(.enabled(if: ReferenceTable.exists("published_cases_public.csv"), ReferenceTable.absence))
  func `published Erlang B and C cases agree with their recomputed values`() throws {
    var compared = 0
    for row in try ReferenceTable("published_cases_public.csv").rows {
      guard let value = try Self.value(row) else { continue }
      #expect(abs(value - row["recomputed_value"]) <= 1e-12 * max(1, abs(row["recomputed_value"])), "\(value) \(row)")
      compared += 1
    }
    #expect(compared >= 15, "only \(compared) cases recognised")
  }

  static func value(_ row: ReferenceTable.Row) throws -> Double? {
    var inputs: [String: Double] = [:]
    for part in row[text: "inputs"].split(separator: ";") {
      let sides = part.split(separator: "=")
      if sides.count == 2 { inputs[String(sides[0])] = Double(sides[1]) }
    }
    guard let agents = inputs["n"] else { return nil }
    switch (row[text: "model"], row[text: "quantity"]) {
    case ("ErlangB_inverse", "traffic_E"): return try ErlangB.loadErlangs(agents: agents, blocking: inputs["B"] ?? 0)
    case ("ErlangB", "B"):
      let load = inputs["a"] ?? (inputs["lambda"] ?? 0) / (inputs["mu"] ?? 1)
      return try ErlangB(agents: agents, loadErlangs: load).blockingProbability
    case ("ErlangB", "ln_B"): return try ErlangB(agents: agents, loadErlangs: inputs["a"] ?? 0).logBlockingProbability
    case ("ErlangC", let quantity):
      guard let load = inputs["a"] else { return nil }
      let queue = try ErlangC(agents: agents, loadErlangs: load)
      switch quantity {
      case "P_wait": return queue.waitProbability
      case "ln_P_wait": return queue.logWaitProbability
      case "SL":
        return queue.serviceLevel(withinSeconds: inputs["t_s"] ?? 0, handleTimeSeconds: inputs["aht_s"] ?? 0)
      default: return nil
      }
    default: return nil
    }
  }

  @Test
  func `the classic comparison of 50 agents with and without patience`() throws {
    let queue = try ErlangC(agents: 50, loadErlangs: 48)
    #expect(abs(queue.waitProbability - 0.694456) < 5e-7)
    #expect(abs(queue.averageSpeedOfAnswerSeconds(handleTimeSeconds: 60) - 20.834) < 5e-4)
    #expect(abs(try queue.waitQuantileSeconds(probability: 0.9, handleTimeSeconds: 60) - 58.14) < 5e-3)
    let patient = try ErlangA(agents: 50, loadErlangs: 48, handleTimeSeconds: 60, patienceSeconds: 120)
    #expect(abs(patient.abandonmentProbability - 0.030912) < 5e-7)
    #expect(abs(patient.meanWaitSeconds - 3.709) < 5e-4)
    #expect(abs(patient.occupancy - 0.93032) < 5e-6)
  }

  /// MMCAb of ContactCenters by exact uniformisation: 480 minutes from empty, 12 agents.
  @Test
  func `a finite day of the M/M/n+M queue agrees with published abandonment and occupancy`() throws {
    var queue = try TransientQueue(agents: 12, handleTimeSeconds: 120, patienceSeconds: 60)
    try queue.advance(seconds: 28_800, contactsPerSecond: 4.2 / 60)
    #expect(relativeError(queue.expectedBusyAgentSeconds / (12 * 28_800), 0.676558344178804) < 1e-10)
    // Who waits at the close is still served, or abandons.
    try queue.advance(seconds: 7200, contactsPerSecond: 0)
    #expect(relativeError(queue.expectedAbandonments, 59.26321837394774) < 1e-10)
  }
}
