import BusyHourTesting
import ContactCenter
import Testing
import Workforce

/// The readings of "18 to 22", against figures computed independently (60 calls an hour at the peak, 90% in 20 s).
@Suite(.labelled)
struct GuidelineTests {
  static func guideline(_ handle: String, target: String = "90% in 20s") throws -> Guideline {
    try Guideline(
      try Scenarios.flat(handleMinutes: handle, target: target), people: 18...22,
      shrinkages: [.percent(25), .percent(28), .percent(30)], occupancies: [.percent(75), .percent(85)])
  }

  @Test func `people scheduled at the peak are those of the table, minute by minute`() throws {
    let table = [
      (4, 11, 12), (5, 12, 13), (6, 14, 15), (7, 16, 18), (8, 18, 19), (9, 19, 20), (10, 20, 22), (11, 22, 23),
      (12, 24, 26), (14, 27, 29), (18, 34, 36),
    ]
    try withEvery("minutes, people at 25% and 30%", in: table) { minutes, few, many in
      let rows = try Self.guideline("\(minutes)m").rows.filter { $0.reading == .scheduledAtPeak }
      #expect(rows.map(\.people).first == Double(few))
      #expect(rows.map(\.people).last == Double(many))
    }
  }

  @Test func `handle times that give 18 to 22 at the peak are those of the table`() throws {
    let table = [
      ("90% in 20s", [7.8...11.0, 7.8...10.2, 7.0...10.2]), ("80% in 20s", [8.8...12.1, 8.8...11.2, 7.9...11.2]),
      ("95% in 20s", [7.1...10.0, 7.1...9.2, 6.3...9.2]),
    ]
    try withEvery("target", in: table) { target, ranges in
      let rows = try Self.guideline("8m", target: target).rows.filter { $0.reading == .scheduledAtPeak }
      let found = rows.compactMap(\.handleTimeSeconds)
      try #require(found.count == ranges.count)
      for (found, expected) in zip(found, ranges) {
        // The table tries every tenth of a minute: its ends are the first and the last that hold.
        #expect(abs((found.lowerBound / 6).rounded(.up) / 10 - expected.lowerBound) < 1e-9)
        #expect(abs((found.upperBound / 6).rounded(.down) / 10 - expected.upperBound) < 1e-9)
      }
    }
  }

  @Test func `1,000 calls a day of 5.5 minutes are 18 to 22 full-time people by workload`() throws {
    let scenario = try Scenarios.read(
      "busyhour: 1\nname: day\nopen: 24/7\ncalls: 1000/day\nhandle: 5m30s\nstaffing: solve\nshrinkage: 30%\ntarget: 90% in 20s\n"
    )
    let guideline = try Guideline(
      scenario, people: 18...22, shrinkages: [.percent(25), .percent(30)], occupancies: [.percent(75), .percent(85)])
    let people = guideline.rows.filter { $0.reading == .workload }.map(\.people)
    // 1,000 x 5.5 / 60 / (8 x (1 - shrinkage) x occupancy)
    let expected = [91.6667 / 4.5, 91.6667 / 4.2, 91.6667 / 5.1, 91.6667 / 4.76]
    try #require(people.count == expected.count)
    for (people, expected) in zip(people, expected) { #expect(abs(people - expected) < 1e-3) }
    #expect(people.allSatisfy { 17.9...22 ~= $0 })
    let payroll = guideline.rows.filter { $0.reading == .payroll }
    #expect(payroll.allSatisfy { $0.people > 22 }, "a payroll around the clock is another number")
  }

  @Test func `shrinkages that keep the range are exact at both ends`() throws {
    let range = try #require(
      try Self.guideline("8m").shrinkageRanges.first { $0.reading == .scheduledAtPeak }?.shrinkage)
    // 13 positions: 18 = ceil(13 / (1 - s)) from just above 1 - 13/17 on; 22 up to 1 - 13/22.
    #expect(abs(range.lowerBound - (1 - 13.0 / 17)) < 1e-12)
    #expect(abs(range.upperBound - (1 - 13.0 / 22)) < 1e-12)
  }
}
