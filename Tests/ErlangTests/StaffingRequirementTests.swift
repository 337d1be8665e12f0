import Erlang
import Testing

struct StaffingRequirementTests {
  @Test(.enabled(if: ReferenceTable.exists("staffing_public.csv"), ReferenceTable.absence))
  func `requirement and schedule are exact on every row, ties included`() throws {
    for row in try ReferenceTable("staffing_public.csv").rows {
      let demand = try StaffingDemand(
        contacts: DecimalFraction(decimal: row[text: "calls_per_interval"]),
        intervalSeconds: DecimalFraction(decimal: row[text: "interval_s"]),
        handleTimeSeconds: DecimalFraction(decimal: row[text: "aht_s"]))
      let level = StaffingTarget.serviceLevel(
        atLeast: try DecimalFraction(decimal: row[text: "target_SL"]), withinSeconds: row["target_s"])
      let forLevel = try StaffingRequirement(demand: demand, targets: [level])
      #expect(forLevel.agents == row[whole: "n_for_SL"], "\(row)")
      var targets = [level]
      if !row[text: "max_occupancy"].isEmpty {
        let cap = StaffingTarget.occupancy(atMost: try DecimalFraction(decimal: row[text: "max_occupancy"]))
        #expect(
          try StaffingRequirement(demand: demand, targets: [cap]).agents == row[whole: "n_for_occupancy"], "\(row)")
        targets.append(cap)
      }
      let requirement = try StaffingRequirement(demand: demand, targets: targets)
      #expect(requirement.agents == row[whole: "required_positions"], "\(row)")
      let scheduled = try requirement.scheduledAgents(
        shrinkage: DecimalFraction(decimal: row[text: "shrinkage"]))
      #expect(scheduled == row[whole: "scheduled_agents"], "\(row)")
    }
  }

  static func patientTarget(_ row: ReferenceTable.Row) throws -> StaffingTarget {
    let share = try DecimalFraction(decimal: row[text: "target_ge"])
    let definitions: [String: ServiceLevelDefinition] = [
      "offered": .offered, "excl_short_ab": .exclShortAbandons, "answered": .answered,
      "ab_counts_good": .inclShortAbandons, "virtual": .virtual,
    ]
    switch row[text: "criterion"] {
    case "abandon": return .abandonment(atMost: share.complement)
    case "delay": return .waitProbability(atMost: share.complement)
    case let name:
      let definition = try #require(definitions[name], "\(row)")
      return .serviceLevel(atLeast: share, withinSeconds: row["target_s"], definition: definition)
    }
  }

  @Test(.enabled(if: ReferenceTable.exists("staffing_erlang_a_public.csv"), ReferenceTable.absence))
  func `requirement with abandonment is exact on every row`() throws {
    for row in try ReferenceTable("staffing_erlang_a_public.csv").rows {
      let demand = try StaffingDemand(
        contacts: row["calls_per_interval"], intervalSeconds: row["interval_s"], handleTimeSeconds: row["aht_s"],
        patienceSeconds: row["patience_s"])
      let target = try Self.patientTarget(row)
      let requirement = try StaffingRequirement(demand: demand, targets: [target])
      #expect(requirement.agents == row[whole: "required_positions"], "\(row)")
      #expect(requirement.binding == (requirement.agents > 1 ? .target(0) : .none), "\(row)")
    }
  }
}
