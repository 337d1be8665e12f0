import BusyHourTesting
import ContactCenter
import Testing

@testable import Workforce

@Suite(.labelled)
struct StaffingTests {
  static func load(contacts: Double, handleSeconds: Double = 240, wait: TimeSpan = .seconds(20)) -> IntervalLoad {
    IntervalLoad(
      index: 0, start: .zero, contacts: contacts, handleTimeSeconds: handleSeconds, acceptableWait: wait,
      length: .minutes(30))
  }

  @Test func `people scheduled are positions over the share that is left, exact at ties`() throws {
    let cases: [(positions: Int, percent: Int64, scheduled: Int)] = [
      (14, 30, 20), (7, 30, 10), (15, 30, 22), (1, 30, 2), (0, 30, 0), (10, 0, 10), (3, 25, 4), (9, 10, 10),
      (99, 1, 100),
      (100, 1, 102), (21, 30, 30), (70, 30, 100), (1, 99, 100),
    ]
    for (positions, percent, scheduled) in cases {
      let solver = StaffingSolver(serviceLevel: .percent(80), occupancyCap: nil, shrinkage: .percent(percent))
      #expect(try solver.scheduled(for: positions) == scheduled, "\(positions) at \(percent)%")
    }
    let nobody = StaffingSolver(serviceLevel: .percent(80), occupancyCap: nil, shrinkage: .whole)
    #expect(throws: StaffingProblem.self) { try nobody.scheduled(for: 1) }
  }

  @Test func `scheduling up and coming down leaves at least the positions, one fewer does not`() throws {
    try withEvery("percent", in: 0..<100 as Range<Int64>) { percent in
      let shrinkage = Shrinkage.planned(percent)
      let solver = StaffingSolver(serviceLevel: .percent(80), occupancyCap: nil, shrinkage: .percent(percent))
      for positions in 1...60 {
        let scheduled = try solver.scheduled(for: positions)
        #expect(shrinkage.plannedShare.complement.ofWhole(scheduled) >= positions, "\(positions)")
        #expect(shrinkage.plannedShare.complement.ofWhole(scheduled - 1) < positions, "\(positions)")
      }
    }
  }

  /// 100 calls in 30 minutes of 240 s: 13.33 erlangs; 80% in 20 s takes 17 by Erlang C (0.8306 with 17, 0.7367 with 16).
  @Test func `the requirement is the smallest that meets the service level`() throws {
    let solver = StaffingSolver(serviceLevel: .percent(80), occupancyCap: nil, shrinkage: .percent(30))
    let requirement = try solver.requirement(for: Self.load(contacts: 100))
    let fewer = try solver.load(Self.load(contacts: 100), with: requirement.positions - 1)
    let (level, worse) = (try #require(requirement.serviceLevel), try #require(fewer.serviceLevel))
    #expect(level >= 0.8 && worse < 0.8)
    #expect(requirement.positions == 17 && requirement.scheduled == 25)
    let occupancy = try #require(requirement.occupancy)
    #expect(abs(occupancy - 0.784313725490196) < 1e-12)
  }

  @Test func `an occupancy cap that is just met needs nobody more`() throws {
    // 8 erlangs: 80% occupancy with exactly 10 people.
    let load = Self.load(contacts: 60, wait: .hours(1))
    let tie = StaffingSolver(serviceLevel: .percent(1), occupancyCap: .percent(80), shrinkage: .zero)
    #expect(try tie.requirement(for: load).positions == 10)
    let below = StaffingSolver(
      serviceLevel: .percent(1), occupancyCap: Share(partsPerBillion: 799_999_999), shrinkage: .zero)
    #expect(try below.requirement(for: load).positions == 11)
  }

  @Test func `no contacts need nobody, more contacts never fewer`() throws {
    let solver = StaffingSolver(serviceLevel: .percent(90), occupancyCap: nil, shrinkage: .percent(25))
    #expect(try solver.requirement(for: Self.load(contacts: 0)).scheduled == 0)
    var before = 0
    try withEvery("contacts", in: stride(from: 0.5, to: 200, by: 3.5)) { contacts in
      let positions = try solver.requirement(for: Self.load(contacts: contacts)).positions
      #expect(positions >= before && Double(positions) > contacts * 240 / 1_800)
      before = positions
    }
  }

  @Test func `eight erlangs cannot have both 90% in 20 s and 75% occupancy`() throws {
    var scenario = Scenario.small(contactsPerDay: 8 * 3_600 / 300 * 10, schedule: .solved)
    scenario.staffingTarget = .percent(90)
    scenario.targets = [
      Target(metric: "occupancy", name: "occupancy", range: .init(lower: 0.75, upper: 0.85), text: "75% to 85%")
    ]
    let all = try TargetContradiction.find(in: scenario)
    let found = try #require(all.first)
    #expect(abs(found.offeredLoadErlangs - 8) < 1e-9)
    let occupancy = try #require(found.forServiceLevel.occupancy)
    #expect(occupancy < 0.75)
    #expect(found.forOccupancy?.positions == 10)
    scenario.targets[0].range.lower = 0.5
    #expect(try TargetContradiction.find(in: scenario).isEmpty)
  }

  /// 2.33 erlangs of 14 minutes: five answer 90% in 20 s but take 21 s on average.
  @Test func `the speed of answer counts in the plan too, and the target that decides is named`() throws {
    var solver = StaffingSolver(serviceLevel: .percent(85), occupancyCap: nil, shrinkage: .zero)
    let load = Self.load(contacts: 5, handleSeconds: 840)
    let without = try solver.requirement(for: load)
    #expect(without.positions == 5 && without.binding == "service_level")
    let wait = try #require(without.averageSpeedOfAnswerSeconds)
    solver.averageSpeedOfAnswerSeconds = wait * 0.99
    let with = try solver.requirement(for: load)
    #expect(with.positions == 6 && with.binding == "asa")
    let (level, adds) = (try #require(without.serviceLevel), try #require(without.nextAgentAdds))
    #expect(abs(level + adds - (try #require(with.serviceLevel))) < 1e-15)
  }
}
