import Erlang
import Testing

struct InverseTests {
  @Test(.enabled(if: ReferenceTable.exists("erlang_b_inverse_public.csv"), ReferenceTable.absence))
  func `agents and load of a blocking agree with the table`() throws {
    for row in try ReferenceTable("erlang_b_inverse_public.csv").rows {
      let given = row["input_a_or_n"]
      let target = row["target_B"]
      if row[text: "kind"] == "servers" {
        let agents = try ErlangB.agents(loadErlangs: given, blockingAtMost: target)
        #expect(agents == row[whole: "answer_n_or_a"], "\(row)")
      } else {
        let load = try ErlangB.loadErlangs(agents: given, blocking: target)
        #expect(relativeError(load, row["answer_n_or_a"]) < 1e-12, "\(load) \(row)")
      }
    }
  }

  @Test func `real agents of a blocking give that blocking back`() throws {
    for (load, blocking) in [(0.3, 0.2), (1, 0.5), (3.7, 0.01), (250, 0.2), (5000, 1e-6), (900_000, 1e-3)] {
      let agents = try ErlangB.realAgents(loadErlangs: load, blocking: blocking)
      let back = try ErlangB(agents: agents, loadErlangs: load).blockingProbability
      #expect(relativeError(back, blocking) < 1e-9, "load \(load), blocking \(blocking): \(agents) agents give \(back)")
    }
  }
}

struct StaffingInverseTests {
  static func targets() throws -> [StaffingTarget] {
    [
      .serviceLevel(atLeast: try DecimalFraction(decimal: "0.8"), withinSeconds: 20),
      .serviceLevel(atLeast: try DecimalFraction(decimal: "0.95"), withinSeconds: 10),
      .waitProbability(atMost: try DecimalFraction(decimal: "0.3")), .averageSpeedOfAnswer(atMostSeconds: 12),
      .occupancy(atMost: try DecimalFraction(decimal: "0.8")),
      .maximalWait(atMostSeconds: 60, quantile: try DecimalFraction(decimal: "0.99")),
    ]
  }

  @Test
  func `the whole requirement is the real one rounded up`() throws {
    for (contacts, handle) in [(3.0, 240.0), (60, 300), (357, 360), (4000, 420)] {
      for patience in [nil, 90.0] {
        for target in try Self.targets() {
          let demand = try StaffingDemand(
            contacts: contacts, intervalSeconds: 3600, handleTimeSeconds: handle, patienceSeconds: patience)
          let whole = try StaffingRequirement(demand: demand, targets: [target]).agents
          guard
            let real = try? StaffingInverse.agents(
              loadErlangs: demand.loadErlangs, handleTimeSeconds: handle, patienceSeconds: patience, target: target)
          else {
            // Hardly any agent already meets it.
            #expect(whole == 1 && patience != nil, "\(contacts) contacts, \(target)")
            continue
          }
          #expect(
            Double(whole) >= real - 1e-9 && (whole == 1 || Double(whole - 1) < real + 1e-9),
            "\(contacts) contacts of \(handle) s, patience \(patience ?? 0), \(target): \(whole) or \(real)")
        }
      }
    }
  }

  @Test
  func `load and handle time invert the requirement`() throws {
    for patience in [nil, 90.0] {
      for target in try Self.targets() {
        let label: Comment = "\(target), patience \(patience ?? 0)"
        let load = try StaffingInverse.loadErlangs(
          agents: 25, handleTimeSeconds: 240, patienceSeconds: patience, target: target)
        let agents = try StaffingInverse.agents(
          loadErlangs: load, handleTimeSeconds: 240, patienceSeconds: patience, target: target)
        #expect(relativeError(agents, 25) < 1e-10, label)
        let handle = try StaffingInverse.handleTimeSeconds(
          agents: 25, contactsPerSecond: load / 240, patienceSeconds: patience, target: target)
        #expect(relativeError(handle, 240) < 1e-10, label)
      }
    }
  }
}
