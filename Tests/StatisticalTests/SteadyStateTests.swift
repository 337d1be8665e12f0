import BusyHourTesting
import KPIs
import Testing

/// C15: closed forms as scenario files, days after a day of warm-up. The stated figures are exact (half-width 0), so a figure
/// of ours must lie within 3 of its own standard errors, of replications that begin empty each: a false alarm once in 370
/// figures, and the seed is fixed.
@Suite(.labelled)
struct SteadyStateTests {
  typealias Figure = PublishedScenarioTests.Figure

  private static func wait(_ seconds: Double, rounding: Double = 5e-5) -> Figure {
    Figure("mean wait in seconds", seconds, 0, rounding: rounding) {
      (Double($0.all.waitAnswered + $0.all.waitLost) / 1e6, Double($0.all.offered))
    }
  }
  private static func share(
    _ name: String, _ value: Double, _ part: @escaping (ContactSums) -> (Int64, Int64)
  ) -> Figure {
    Figure(name, value, 0, rounding: 5e-6) {
      let (numerator, denominator) = part($0.all)
      return (Double(numerator), Double(denominator))
    }
  }
  private static func occupancy(_ value: Double) -> Figure {
    Figure("occupancy", value, 0, rounding: 5e-6) { (Double($0.time.busy), Double($0.time.present)) }
  }

  private static var cases: [(name: String, days: Int, figures: [Figure])] {
    [
      (
        "c15a", 4,
        [
          wait(20.834, rounding: 5e-4), share("answered in 20 s", 0.64345) { ($0.answeredInTime, $0.offered) },
          occupancy(0.96),
        ]
      ),
      (
        "c15a-patience", 4,
        [
          wait(3.709, rounding: 5e-4), share("abandoned", 0.030912) { ($0.abandoned, $0.offered) }, occupancy(0.93032),
        ]
      ),
      ("c15b-13", 40, [wait(9.9128)]),
      ("c15b-9", 40, [wait(56.618, rounding: 5e-4)]),
      ("c15c-1", 100, [wait(3.2 * 60)]),
      ("c15c-3", 100, [wait(0.0189209 * 60, rounding: 5e-6)]),
      ("c15c-busy", 100, [wait(3.511236 * 60)]),
      ("c15d", 40, [share("busy signals", 0.0493601) { ($0.blocked, $0.offered) }]),
      (
        "c15e", 40,
        [
          share("abandoned", 0.0249633) { ($0.abandoned, $0.offered) },
          share("in time of the offered", 0.858179) { ($0.answeredInTime, $0.offered) },
          share("in time without short abandons", 0.868276) { ($0.answeredInTime, $0.offered - $0.abandonedInTime) },
          share("in time with short abandons", 0.869807) { ($0.answeredInTime + $0.abandonedInTime, $0.offered) },
          share("in time of the answered", 0.880150) { ($0.answeredInTime, $0.answered) },
        ]
      ),
    ]
  }

  @Test(arguments: 0..<9) func `case C15 agrees with its closed form`(index: Int) async throws {
    let (name, days, figures) = Self.cases[index]
    try await PublishedScenarioTests.check(name, replications: max(4, TestSwitch.slow ? 8 * days : days / 2), figures)
  }
}
