import Erlang
import Testing

struct MixesTests {
  @Test
  func `pooled types keep contacts and load exactly`() throws {
    let routine = try StaffingDemand(contacts: 30, intervalSeconds: 3600, handleTimeSeconds: 330, patienceSeconds: 100)
    let triage = try StaffingDemand(contacts: 30, intervalSeconds: 3600, handleTimeSeconds: 840, patienceSeconds: 300)
    let pooled = try StaffingDemand.pooled([routine, triage])
    #expect(pooled.contacts == DecimalFraction(60) && pooled.handleTimeSeconds == DecimalFraction(585))
    #expect(pooled.load == (try DecimalFraction(decimal: "9.75")) && pooled.patienceSeconds == 200)
    #expect(throws: StaffingError.self) { try StaffingDemand.pooled([]) }
  }

  @Test
  func `the guideline's mix needs 20 or 22 heads`() throws {
    // 5.5 and 14 minutes, half each, 60 an hour, 90% in 20 s, cap 0.85: the table of the design.
    let parts = try [330.0, 840].map { try StaffingDemand(contacts: 30, intervalSeconds: 3600, handleTimeSeconds: $0) }
    let requirement = try StaffingRequirement(
      demand: .pooled(parts),
      targets: [
        .serviceLevel(atLeast: DecimalFraction(decimal: "0.9"), withinSeconds: 20),
        .occupancy(atMost: DecimalFraction(decimal: "0.85")),
      ])
    #expect(try requirement.scheduledAgents(shrinkage: DecimalFraction(decimal: "0.25")) == 20)
    #expect(try requirement.scheduledAgents(shrinkage: DecimalFraction(decimal: "0.3")) == 22)
  }

  @Test
  func `concurrency divides exactly`() throws {
    #expect(try StaffingDemand.agents(forSlots: 21, concurrency: DecimalFraction(decimal: "3")) == 7)
    #expect(try StaffingDemand.agents(forSlots: 21, concurrency: DecimalFraction(decimal: "2.1")) == 10)
    #expect(try StaffingDemand.agents(forSlots: 22, concurrency: DecimalFraction(decimal: "2.1")) == 11)
    #expect(throws: StaffingError.self) { try StaffingDemand.agents(forSlots: 1, concurrency: DecimalFraction(0)) }
  }

  @Test
  func `deferred work is spread over its window`() throws {
    #expect(try DeferredWork.levelErlangs(loadsErlangs: [4, 0, 0, 0], windowIntervals: 1) == 4)
    #expect(try DeferredWork.levelErlangs(loadsErlangs: [4, 0, 0, 0], windowIntervals: 4) == 1)
    #expect(try DeferredWork.levelErlangs(loadsErlangs: [0, 6, 6, 0], windowIntervals: 2) == 4)
    #expect(try DeferredWork.levelErlangs(loadsErlangs: [], windowIntervals: 2) == 0)
  }

  @Test
  func `the neighbourhood table agrees with the models and its margins add up`() throws {
    for patience in [nil, 90.0] {
      let demand = try StaffingDemand(
        contacts: 100, intervalSeconds: 1800, handleTimeSeconds: 180, patienceSeconds: patience)
      let rows = try MarginalAgent.table(demand: demand, agents: 8...18, thresholdSeconds: 20)
      #expect(rows.map(\.agents) == Array((patience == nil ? 11 : 8)...18), "patience \(patience ?? 0)")
      for (row, next) in zip(rows, rows.dropFirst()) {
        let margin = try #require(next.marginalServiceLevel)
        #expect(margin > 0 && abs(row.serviceLevel + margin - next.serviceLevel) < 1e-15, "\(next)")
      }
      let fourteen = try #require(rows.first { $0.agents == 14 })
      if patience == nil { #expect(abs(fourteen.serviceLevel - 0.88835001917946688425) < 1e-14) }
    }
  }
}
