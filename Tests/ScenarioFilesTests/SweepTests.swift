import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct `Sweeps` {
  func document(_ sweep: String = "") throws -> ScenarioDocument {
    try ScenarioReader().read(text: `The eight-line file`.text + "\n" + sweep, name: "a.yaml")
  }

  @Test(arguments: [
    ("shrinkage=20%..30%/2.5%", ["20%", "22.5%", "25%", "27.5%", "30%"]),
    ("shrinkage=20%..40% step 10%", ["20%", "30%", "40%"]),
    ("shrinkage=30%..20%/5%", ["30%", "25%", "20%"]),
    ("shrinkage=20..30%/5", ["20%", "25%", "30%"]),
    ("demand.volume=900..1100/100", ["900/day", "1000/day", "1100/day"]),
    ("calls=900/day..1100/day/100", ["900/day", "1000/day", "1100/day"]),
    ("calls=900,1000/day", ["900/day", "1000/day"]),
    ("handle=4m..5m/30s", ["4m", "4m30s", "5m"]),
    ("handle=exp 4m..5m/1m", ["exp 4m", "exp 5m"]),
    ("handle=-10%..+10%/10%", ["-10%", "+0%", "+10%"]),
    ("handle=x0.9..x1.1/0.1", ["x0.9", "x1", "x1.1"]),
    ("agents=16..19/2", ["16", "18"]),
    ("agents=-1..+1/1", ["-1", "+0", "+1"]),
    ("shrinkage=30%, {planned: {a: 15%}, unplanned: {b: 15%}}", ["30%", "{planned: {a: 15%}, unplanned: {b: 15%}}"]),
  ]) func `take ranges and lists in the words of --set`(argument: String, values: [String]) throws {
    let axis = try document().axis(argument)
    #expect(axis.values == values)
    for value in values {
      let override = "\(axis.key)=\(value)"
      #expect(throws: Never.self, "\(override)") {
        try ScenarioReader().read(text: `The eight-line file`.text, name: "a.yaml", overrides: [override])
      }
    }
  }

  @Test(arguments: [
    "shrinkage", "shrinkage=20%..40%", "shrinkage=20%..40%/0%", "handle=4m..6m/1", "handle=4..6m/1m",
    "run.seed=1,2", "run.replications=10..20/10", "name=a,b", "sweep=1,2",
    "agents=1..100000/1", "shrinkage=a..b/c", "shrinkage=20%,20%", "shrinkage=", "calls=900/day..1000/h/50",
  ]) func `refuse what is no axis`(argument: String) throws {
    let document = try document()
    let problems = #expect(throws: ScenarioProblems.self) { try document.axis(argument) }
    #expect(problems?.errors.first?.file == "--vary \(argument)")
  }

  @Test func `a block of the file is a grid without its exclusions, and leaves the scenario as it is`() throws {
    let plain = try document()
    let swept = try document(
      """
      sweep:
        shrinkage: 20%..40% step 10%
        demand.volume: [900/day, 1000/day]
        exclude:
          - {shrinkage: 40%, demand.volume: 900/day}
          - shrinkage: 20%

      """)
    #expect(plain.sweep == nil && swept.fingerprint == plain.fingerprint)
    let points = try #require(swept.sweep).points.map { $0.map(\.text).joined(separator: " ") }
    #expect(
      points == [
        "shrinkage=30% demand.volume=900/day", "shrinkage=30% demand.volume=1000/day",
        "shrinkage=40% demand.volume=1000/day",
      ])
  }

  @Test(arguments: [
    ("sweep: {shrinkage: 20%..40%}\n", 9), ("sweep:\n  exclude:\n    - {a: 1}\n", 9),
    ("sweep:\n  shrinkage: [20%, 30%]\n  exclude:\n    - {shrinkage: 25%}\n", 12), ("sweep: all\n", 9),
  ]) func `a bad block is told at its place`(sweep: String, line: Int) {
    let problems = #expect(throws: ScenarioProblems.self) { try document(sweep) }
    #expect(problems?.errors.first?.line == line, "\(problems?.description ?? "")")
  }

  @Test(arguments: [
    ("handle=4m..7m", ["4m", "7m"]), ("calls=900..1100", ["900/day", "1100/day"]),
    ("demand.volume=900..1100/day", ["900/day", "1100/day"]), ("shrinkage=25..35%", ["25%", "35%"]),
    ("shrinkage=+-15%", ["-15%", "+15%"]), ("agents=-2..+1", ["-2", "+1"]),
    ("patience=exp 2m..exp 4m", ["exp 2m", "exp 4m"]),
  ]) func `take uncertainties of two values`(argument: String, values: [String]) throws {
    let axis = try document().uncertainty(argument)
    #expect(axis.values == values)
    for value in values {
      #expect(throws: Never.self, "\(value)") {
        try ScenarioReader().read(text: `The eight-line file`.text, name: "a.yaml", overrides: ["\(axis.key)=\(value)"])
      }
    }
    let swept = try self.document("tornado:\n  \(argument.replacing("=", with: ": "))\n")
    #expect(swept.uncertainties == [axis])
    #expect(swept.fingerprint == (try self.document()).fingerprint)
  }

  @Test(arguments: [
    "handle", "handle=4m", "handle=7m..4m", "handle=5m..5m", "handle=..5m", "run.seed=1..2", "shrinkage=+-",
  ]) func `refuse what is no uncertainty`(argument: String) throws {
    let document = try document()
    let problems = #expect(throws: ScenarioProblems.self) { try document.uncertainty(argument) }
    #expect(problems?.errors.first?.file == "--range \(argument)", "\(problems?.description ?? "")")
  }

  @Test func `numbers between the values are written as the values are`() throws {
    let document = try document()
    for (argument, number, text) in [
      ("shrinkage=20%..40%/2.5%", 33.456, "33.5%"), ("calls=900..1100/50", 1_034.4, "1034/day"),
      ("handle=4m..6m/30s", 273.4, "4m33s"), ("handle=-10%..+10%/10%", -3.21, "-3.2%"),
      ("agents=16..20/1", 17.531, "17.53"),
    ] {
      #expect(try document.axis(argument).text(of: number) == text, "\(argument)")
    }
    #expect(try document.axis("shrinkage=30%, {unplanned: {a: 3%}}").numbers == nil)
  }
}
