import Erlang
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct BlendedRequirementTests {
  static func decimal(_ text: String) throws -> DecimalFraction { try DecimalFraction(decimal: text) }

  @Test
  func `deferred work fills the time that calls leave, up to the cap and no agent more`() throws {
    let inbound = try StaffingDemand(contacts: 60, intervalSeconds: 1800, handleTimeSeconds: 300)
    let level = StaffingTarget.serviceLevel(atLeast: try Self.decimal("0.9"), withinSeconds: 20)
    let cap = try Self.decimal("0.85")
    for (deferred, agents, byLoad) in [("0", 15, false), ("2.75", 15, false), ("2.76", 16, true), ("7", 20, true)] {
      let found = try BlendedRequirement(
        inbound: inbound, deferredLoad: Self.decimal(deferred), targets: [level], occupancyCap: cap)
      #expect(found.agents == agents && found.inboundAgents == 15, "\(deferred)")
      #expect((found.binding == .totalLoad) == byLoad, "\(deferred)")
      let total = 10 + found.deferredErlangs
      #expect(abs(found.occupancy(inboundOccupancy: 10 / Double(agents)) - total / Double(agents)) < 1e-15)
    }
    // 10 + 7 erlangs at 0.85: a tie, 20 and not 21.
    let nobody = try StaffingDemand(contacts: 0, intervalSeconds: 1800, handleTimeSeconds: 300)
    let only = try BlendedRequirement(
      inbound: nobody, deferredLoad: Self.decimal("2.55"), targets: [level], occupancyCap: cap)
    #expect(only.agents == 3 && only.binding == .totalLoad)
    for wrong in ["0", "1.01", "-1"] {
      #expect(throws: StaffingError.self) {
        try BlendedRequirement(
          inbound: inbound, deferredLoad: DecimalFraction(1), targets: [level], occupancyCap: Self.decimal(wrong))
      }
    }
    #expect(throws: StaffingError.self) {
      try BlendedRequirement(inbound: inbound, deferredLoad: DecimalFraction(-1), targets: [level])
    }
  }

  @Test
  func `work is spread evenly over its window, and all of it is`() throws {
    var spread = DeferredSpread()
    let hour = DecimalFraction(3600)
    let load = { (work: Int, window: Int) in
      try spread.loadErlangs(
        arriving: DecimalFraction(work), windowSeconds: DecimalFraction(window), intervalSeconds: hour)
    }
    #expect(try load(14_400, 7200) == DecimalFraction(2))
    #expect(try load(0, 7200) == DecimalFraction(2))
    // A window of an hour and a half: a full hour, then half of one. One shorter than the interval: the interval.
    #expect(try load(5400, 5400) == DecimalFraction(1))
    #expect(try load(3600, 60) == Self.decimal("1.5"))
    #expect(spread.openWorkSeconds == 0)
    _ = try load(36_000, 36_000)
    #expect(abs(spread.openWorkSeconds - 32_400) < 1e-9)
    #expect(throws: StaffingError.self) { try load(-1, 3600) }
    #expect(throws: StaffingError.self) { try load(1, 0) }
  }

  /// 10 erlangs of calls and 10/3 of mail with a window of four half-hours at a cap of 0.85 need 16 people. Simulated on
  /// a fixed seed, 300,000 calls: calls meet Erlang C of 16, and hardly any mail is late; with 13 people, fewer than the
  /// loads, nearly all is. The level's standard error is 0.0008 by batches; the bound of 0.004 is five of them (false
  /// alarm below 1e-6).
  @Test
  func `a simulated team of that size serves calls as promised and finishes its mail in time`() throws {
    let inbound = try StaffingDemand(contacts: 60, intervalSeconds: 1800, handleTimeSeconds: 300)
    let deferred = try DecimalFraction(20).over(DecimalFraction(6)) ?? DecimalFraction(0)
    let found = try BlendedRequirement(
      inbound: inbound, deferredLoad: deferred,
      targets: [.serviceLevel(atLeast: Self.decimal("0.9"), withinSeconds: 20)], occupancyCap: Self.decimal("0.85"))
    #expect(found.agents == 16)
    let promised = try ErlangC(agents: 16, loadErlangs: 10).serviceLevel(withinSeconds: 20, handleTimeSeconds: 300)
    var team = SimulatedTeam(agents: found.agents)
    let enough = team.run(contacts: 300_000)
    #expect(abs(enough.level - promised) < 0.004, "\(enough)")
    #expect(enough.lateShare < 0.001, "\(enough)")
    var small = SimulatedTeam(agents: 13)
    #expect(small.run(contacts: 100_000).lateShare > 0.9)
  }
}

/// Calls first and at once, mail in the time left: a queue of its own, nothing of the product in it.
private struct SimulatedTeam {
  let agents: Int
  private var random: UInt64 = 20_26
  private var freeAt: [Double]

  init(agents: Int) {
    self.agents = agents
    freeAt = Array(repeating: 0, count: agents)
  }

  /// SplitMix64.
  private mutating func exponential(_ mean: Double) -> Double {
    random &+= 0x9E37_79B9_7F4A_7C15
    var z = random
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return -mean * log((Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53)
  }

  mutating func run(contacts: Int) -> (level: Double, lateShare: Double) {
    let interval = 1800.0
    var busy: [Double] = []
    var now = 0.0
    var inTime = 0
    for _ in 0..<contacts {
      now += exponential(30)
      let agent = freeAt.indices.min { freeAt[$0] < freeAt[$1] }!
      let start = max(now, freeAt[agent])
      if start - now <= 20 { inTime += 1 }
      freeAt[agent] = start + exponential(300)
      book(from: start, to: freeAt[agent], interval, &busy)
    }
    return (Double(inTime) / Double(contacts), lateShare(busy.prefix(Int(now / interval)), interval))
  }

  private func book(from start: Double, to end: Double, _ interval: Double, _ busy: inout [Double]) {
    var from = start
    var place = Int(start / interval)
    while from < end {
      while busy.count <= place { busy.append(0) }
      let to = min(end, Double(place + 1) * interval)
      busy[place] += max(0, to - from)
      from = to
      place += 1
    }
  }

  /// Mail of each interval, first come first done, in the agent time that calls leave; late after four intervals.
  private func lateShare(_ busy: ArraySlice<Double>, _ interval: Double) -> Double {
    var open: [(born: Int, work: Double)] = []
    var (late, all) = (0.0, 0.0)
    for (place, used) in busy.enumerated() {
      let arriving = interval * 20 / 6
      all += arriving
      open.append((place, arriving))
      var time = max(0, Double(agents) * interval - used)
      while time > 0, let first = open.first {
        let done = min(time, first.work)
        if place - first.born >= 4 { late += done }
        time -= done
        if done == first.work { open.removeFirst() } else { open[0].work -= done }
      }
    }
    for rest in open where busy.count - rest.born > 4 { late += rest.work }
    return late / all
  }
}
