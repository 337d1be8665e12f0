import ContactCenter
import Reporting
import Testing

@Suite struct DayShapeTests {
  /// Two nights from 20:00 to 02:00 with 60 contacts an hour; and callers after midnight, when the last night is over.
  @Test func `callers after the last closing are of the last day`() throws {
    func contacts(late: Bool) -> Double? {
      let hours = [20, 44].map { ($0, $0 + 4) } + [24, 48].map { ($0, $0 + 2) }
      func piece(_ from: Int, _ to: Int, _ contacts: Double) -> SimulationPlan.ArrivalStream.Piece {
        .init(start: .zero + .hours(Int64(from)), end: .zero + .hours(Int64(to)), expectedContacts: contacts)
      }
      let open = hours.sorted { $0 < $1 }.map { piece($0.0, $0.1, 60 * Double($0.1 - $0.0)) }
      let handleTime = DistributionSpecification.exponential(mean: .minutes(1))
      var plan = SimulationPlan(
        horizon: .zero + .hours(52), dayStarts: [0, 26, 52].map { .zero + .hours($0) }, interval: .hours(1),
        arrivals: [.init(pieces: open, mix: [1])],
        queues: [.init(handleTime: handleTime, wrapUp: nil, patience: nil, priority: 0)], teams: [], agents: [],
        duties: [],
        absences: [], activities: [], disconnects: [])
      if late {
        var stream = SimulationPlan.ArrivalStream(pieces: [piece(50, 51, 10)], mix: [1])
        stream.isOfClosedTime = true
        plan.arrivals.append(stream)
      }
      let clock = HorizonClock((0..<3).map { OperatingDay(date: nil, weekday: .monday.advanced(by: $0), open: []) })
      return DayShape(plan: plan, clock: clock)?.contacts.reduce(0, +)
    }
    #expect(contacts(late: false) == 360)
    #expect(contacts(late: true) == 365)
  }
}
