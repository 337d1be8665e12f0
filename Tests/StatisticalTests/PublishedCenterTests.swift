import BusyHourTesting
import KPIs
import Testing

/// Published centers of several skills as scenario files: figures of the guide and the `.res` files of
/// umontreal-simul/contactcenters (Buist & L'Ecuyer), 1,000 replications each. Bars as in ``PublishedScenarioTests``.
@Suite(.labelled)
struct PublishedCenterTests {
  private typealias Outcome = PublishedScenarioTests.Outcome
  private typealias Figure = PublishedScenarioTests.Figure

  private func count(_ path: KeyPath<ContactSums, Int64>, of queue: Int? = nil) -> (Outcome) -> (Double, Double) {
    { outcome in (Double((queue.map { outcome.queues[$0] } ?? outcome.all)[keyPath: path]), 1) }
  }

  /// Busy / (scheduled + agents finishing late), of a team.
  private func occupancy(_ team: Int) -> (Outcome) -> (Double, Double) {
    { outcome in
      let time = outcome.teams[team].time
      return (Double(time.busy), Double(time.scheduled + time.overtime))
    }
  }

  /// Figures of the queues count by the period in which their contacts came.
  @Test func `types and groups with talks and patience by period agree with the published day`() async throws {
    let good: [[(Double, Double)]] = [
      [(170.154, 5.816), (599.334, 5.175), (15.490, 1.708)], [(262.936, 8.339), (511.648, 5.372), (34.697, 3.427)],
      [(259.806, 9.628), (613.732, 6.146), (24.888, 2.751)],
    ]
    let byPeriod = good.enumerated().flatMap { queue, periods in
      periods.enumerated().map { period, published in
        Figure("good of type \(queue) in period \(period)", published.0, published.1) { outcome in
          (Double(outcome.intervals[4 + period].queues[queue].answeredInTime), 1)
        }
      }
    }
    try await PublishedScenarioTests.check(
      "skills-by-period", replications: TestSwitch.slow ? 1_000 : 100,
      byPeriod + [
        Figure("served", 4_297.305, 27.155, count(\.answered)),
        Figure("abandoned", 910.335, 34.205, count(\.abandoned)),
        Figure("service level", 0.501, 0.0075) {
          (Double($0.all.answeredInTime), Double($0.all.offered - $0.all.abandonedInTime))
        },
        Figure("occupancy of the first group", 0.881, 0.0035, occupancy(0)),
      ])
  }

  /// Contacts in target add up the waits of a caller's attempts; the published service level divides them by the expected
  /// 5,000. Planned agent-minutes of a week: 2,700 for each person.
  @Test func `two languages with redials agree with the published week`() async throws {
    func busy(_ team: Int, people: Double) -> (Outcome) -> (Double, Double) {
      { (Double($0.teams[team].time.busy) / 6e7, people * 2_700) }
    }
    try await PublishedScenarioTests.check(
      "bilingual-week", replications: TestSwitch.slow ? 1_000 : 100,
      [
        Figure("arrivals", 5_110.161, 5.152, count(\.offered)),
        Figure("arrivals in English", 2_555.811, 3.526, count(\.offered, of: 0)),
        Figure("redials", 107.168, 1.327, count(\.redials)),
        Figure("served", 4_967.235, 4.089, count(\.answered)),
        Figure("served in Spanish", 2_483.302, 3.069, count(\.answered, of: 1)),
        Figure("abandoned", 142.868, 1.659, count(\.abandoned)),
        Figure("in target", 4_896.885, 4.096, count(\.answeredInTime)),
        Figure("in target in English", 2_448.662, 2.884, count(\.answeredInTime, of: 0)),
        Figure("in target in Spanish", 2_448.223, 2.972, count(\.answeredInTime, of: 1)),
        Figure("service level", 0.97938, 0.00082, rounding: 5e-6) { (Double($0.all.answeredInTime), 5_000) },
        Figure("disconnected", 0.058, 0.018, count(\.disconnected)),
        Figure("busy of English", 0.47624, 0.000605, rounding: 5e-6, busy(0, people: 7)),
        Figure("busy of Spanish", 0.47639, 0.000595, rounding: 5e-6, busy(1, people: 7)),
        Figure("busy of bilingual", 0.63254, 0.000565, rounding: 5e-6, busy(2, people: 4)),
      ])
  }

  /// Tried are the numbers dialled. Occupancy is that of all people in the open hours.
  @Test func `a blended center with a dialer agrees with the published day`() async throws {
    let days = 1_000.0.squareRoot()
    try await PublishedScenarioTests.check(
      "blended-dialer", replications: TestSwitch.slow ? 1_000 : 100,
      [
        Figure("tried", 1_109.040, 1.96 * 258.167 / days) {
          (Double($0.all.dialsFailed + $0.all.dialsDropped + $0.queues[1].answered), 1)
        },
        Figure("served outbound", 298.876, 4.239, count(\.answered, of: 1)),
        Figure("dropped", 23.020, 0.472, count(\.dialsDropped)),
        Figure("inbound", 848.592, 9.693, count(\.offered, of: 0)),
        Figure("inbound abandoned", 5.115, 0.620, count(\.abandoned, of: 0)),
        Figure("inbound in time", 0.95354, 1.96 * 0.06894 / days, rounding: 5e-6) { outcome in
          let sums = outcome.queues[0]
          return (Double(sums.answeredInTime + sums.abandonedInTime), Double(sums.offered))
        },
        Figure("occupancy", 0.70514, 0.00423, rounding: 5e-6) { outcome in
          let times = outcome.intervals[4..<7].map(\.agents)
          let busy: Int64 = times.reduce(0) { $0 + $1.busy }
          let paid: Int64 = times.reduce(0) { $0 + $1.present + $1.overtime }
          return (Double(busy), Double(paid))
        },
      ])
  }
}
