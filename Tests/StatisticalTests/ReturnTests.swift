import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// When those come back who would do so in closed time.
@Suite(.labelled)
struct ReturnTests {
  static let opening = SimulationTime.zero + .hours(24)
  static let closing = SimulationTime.zero + .hours(10)

  /// Open from 0 to 10 and from 24 to 34 hours. In the last second of the first day `count` callers are cut off, and call
  /// again after 0 to 14 hours, evenly spread.
  static func plan(count: Int) -> SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .hours(40), contacts: 0, handleTime: .deterministic(.seconds(1)), agents: 2, interval: .hours(1))
    let piece = SimulationPlan.ArrivalStream.Piece(
      start: closing + .seconds(-1), end: closing, expectedContacts: Double(count))
    plan.arrivals = [.init(pieces: [piece], mix: [1], process: .exact, isTurnedAway: true)]
    plan.openTime = [TimeStretch(start: .zero, end: closing), TimeStretch(start: opening, end: opening + .hours(10))]
    plan.queues[0].rules.redial = Redial(
      afterAbandonment: .zero, afterBusySignal: .zero, afterClosing: .whole,
      delay: DistributionSpecification(family: "uniform", mean: .hours(7), shape: [0]))
    return plan
  }

  /// When each of those who were cut off comes again, by the number of the first contact.
  static func returns(_ plan: SimulationPlan) throws -> [UInt32: Int64] {
    var returns: [UInt32: Int64] = [:]
    for record in try simulate(plan) {
      guard case .contactLinked(_, _, let link) = record.event else { continue }
      returns[link.previous] = record.time
    }
    return returns
  }

  /// Kolmogorov-Smirnov on 20,000 callers: sqrt n D < 2.23, false alarm 1e-4 (2 exp(-2 x 2.23^2)). Those few of the
  /// first second who call again before closing, 1 in 50,000, do not show.
  @Test func `calls wanted evenly over a night come evenly over the day`() throws {
    let count = 20_000
    let open = Double(TimeSpan.hours(10).microseconds)
    let places = try Self.returns(Self.plan(count: count)).values.filter { $0 >= Self.opening.microseconds }
      .map { Double($0 - Self.opening.microseconds) / open }.sorted()
    #expect(places.count > count - 10)
    #expect(places.allSatisfy { $0 >= 0 && $0 < 1 })
    let distance = places.enumerated().reduce(0.0) { worst, entry in
      let count = Double(places.count)
      return max(worst, entry.element - Double(entry.offset) / count, Double(entry.offset + 1) / count - entry.element)
    }
    #expect(distance * Double(places.count).squareRoot() < 2.23)
    // Twenty thousand in ten hours: a handful share a millisecond, not a crowd the opening.
    #expect(places.count { $0 * open < 1_000 } <= 1)
  }

  /// On common random numbers: where the center never closes, callers come when they would.
  @Test func `the closed time changes when they come, not in which order`() throws {
    let plan = Self.plan(count: 2_000)
    var open = plan
    open.openTime = []
    let (wanted, returns) = (try Self.returns(open), try Self.returns(plan))
    #expect(wanted.count == returns.count && returns.count == 2_000)
    let order = wanted.keys.sorted { (wanted[$0]!, $0) < (wanted[$1]!, $1) }
    for (first, next) in zip(order, order.dropFirst()) { #expect(returns[first]! <= returns[next]!) }
  }
}
