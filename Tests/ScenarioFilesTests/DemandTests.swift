import ContactCenter
import Foundation
import ScenarioFiles
import Testing

@Suite struct `Calls of a day` {
  func demand(_ changes: [String]) throws -> Demand {
    try ScenarioReader().read(
      text: `The eight-line file`.text, name: "a.yaml",
      directory: Fixtures.folder.appending(path: "GoodScenarios").path, overrides: changes
    ).scenario.demand
  }

  @Test(arguments: [("1000/day", 1_000.0), ("7000/week", 1_400), ("120/h", 1_200), ("50/30m", 1_000), ("0.5/1m", 300)])
  func `rates become calls of an open day`(rate: String, calls: Double) throws {
    #expect(try demand(["calls=\(rate)"]).contactsPerDay == calls)
  }

  @Test func `counts with dates are averaged clock time by clock time`() throws {
    let document = try Fixtures.read("counted", in: "GoodScenarios")
    let demand = document.scenario.demand
    #expect(demand.contactsPerDay == 25)
    // The smallest distance of two starts is the interval: 30 minutes.
    let expected: [Demand.Piece] = [
      Demand.Piece(clock: ClockRange(start: .hours(8), end: .minutes(510)), weight: 17),
      Demand.Piece(clock: ClockRange(start: .minutes(570), end: .hours(10)), weight: 8),
    ]
    #expect(demand.profile == expected)
    #expect(demand.mix == [0.8, 0.2])
  }

  @Test func `busy days that do not differ are no busy days, of whomever`() throws {
    #expect(try demand(["demand.busyness={cv: 0%, by: queue}"]).variation == .none)
  }

  @Test func `weekday factors have mean 1 over the open days`() throws {
    let factors = try demand([
      "period=7d from 2026-11-23", "demand.weekday={Mon: 1.25, Tue: 1.05, Wed: 0.95, Thu: 0.9, Fri: 0.6}",
    ]).weekdayFactors
    #expect(abs(factors.reduce(0, +) - 5) < 1e-12)
    #expect(factors[5...] == [0, 0])
    #expect(abs(factors[0] - 1.25 / 0.95) < 1e-12)
  }

  @Test func `profiles of a list follow the intervals of the open time`() throws {
    let numbers = (1...20).map(String.init).joined(separator: ", ")
    let pieces = try demand(["profile=[\(numbers)]"]).profile
    let weights: [Double] = (1...20).map { Double($0) }
    #expect(pieces.map(\.weight) == weights)
    #expect(pieces.first?.clock == ClockRange(start: .hours(8), end: .minutes(510)))
    #expect(pieces.last?.clock == ClockRange(start: .minutes(1_050), end: .hours(18)))
  }

  @Test func `named profiles fill the open time`() throws {
    let pieces = try demand(["profile=double-peak"]).profile
    #expect(pieces.count == 20)
    let busiest = pieces.max { $0.weight < $1.weight }
    let start = busiest?.clock.start.inHours ?? 0
    #expect(start >= 10 && start < 11)
    #expect(pieces.allSatisfy { $0.weight > 0 })
  }
}
