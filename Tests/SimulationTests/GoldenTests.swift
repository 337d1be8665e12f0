import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Digest and first events of reference plans, as text that a diff shows. A change here changes every stored digest:
/// `BUSYHOUR_RECORD=1 .ci/test --filter GoldenTests` rewrites the files, and `docs/changelog.md` gets a line that says why.
@Suite(.labelled)
struct GoldenTests {
  @Test(arguments: ["clinic-day", "clinic-lines", "overload"])
  func `the log of a reference plan is the same for ever`(name: String) throws {
    let plans = [
      "clinic-day": ReferencePlans.clinicDay, "clinic-lines": ReferencePlans.clinicLines,
      "overload": ReferencePlans.overload,
    ]
    let records = try simulate(try #require(plans[name]), seed: 1)
    let text = """
      plan \(name), seed 1, replication 0
      digest \(digest(of: records))
      events \(records.count)

      \(records.prefix(50).golden.joined(separator: "\n"))

      """
    expectGenerated(text, at: "Tests/SimulationTests/Golden/\(name).txt")
  }
}

extension Sequence where Element == EventRecord {
  fileprivate var golden: [String] {
    Array(self).lines.map { $0.replacing("ContactCenter.SimulationTime(microseconds: ", with: "µs(") }
  }
}
