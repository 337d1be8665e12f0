import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

@Suite(.labelled)
struct CenterStateTests {
  /// Who waits and talks at an instant, worked out from the reference instants of later events instead of a fold.
  private func expected(_ records: [EventRecord], at instant: Int64) -> (waiting: Set<UInt32>, talking: Set<UInt32>) {
    var (waiting, talking) = (Set<UInt32>(), Set<UInt32>())
    var left: Set<UInt32> = []
    for record in records where record.time > instant && record.reference <= instant {
      switch record.event {
      case .contactAnswered(let contact, _, _, _), .contactAbandoned(let contact, _, _),
        .contactDisconnected(let contact, _, _):
        waiting.insert(contact)
      case .contactCompleted(let contact, _, _, _): talking.insert(contact)
      default: break
      }
      left.insert(record.contact)
    }
    return (waiting, talking)
  }

  @Test func `who waits and who talks follows from what happens later, at any instant`() throws {
    for plan in [ReferencePlans.clinicDay, ReferencePlans.clinicLines] {
      let records = try simulate(plan)
      let last = try #require(records.last).time
      var busy = 0
      for step in 1..<60 {
        let instant = last / 60 * Int64(step)
        var state = CenterState()
        for record in records where record.time <= instant { state.apply(record) }
        state.settle { plan.queues[$0].wrapUp != nil }
        let (waiting, talking) = expected(records, at: instant)
        #expect(Set(state.waiting.map(\.contact)) == waiting, "at \(instant)")
        let talks = state.agents.flatMap(\.work).filter { !$0.isAfterTalk }.map(\.contact)
        #expect(Set(talks) == talking && talks.count == talking.count, "at \(instant)")
        busy += talks.count
      }
      #expect(busy > 60)
    }
  }

  /// Little's law needs no equilibrium on a path that begins and ends with an empty line: people times time is waits.
  @Test func `the area under the line is the sum of the waits, to the microsecond`() throws {
    var (areas, lines) = (Int64(0), 0)
    for plan in [ReferencePlans.clinicDay, ReferencePlans.clinicLines]
      + (1...30).map({ RandomPlan.withRules(seed: $0) })
    {
      var (state, area, waits) = (CenterState(), Int64(0), Int64(0))
      for record in try simulate(plan, seed: 7) {
        area += Int64(state.waiting.count) * (record.time - state.time)
        switch EventKind(rawValue: record.kindCode) {
        case .contactAnswered, .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised,
          .dialStarted:
          waits += record.time - record.reference
        default: break
        }
        state.apply(record)
      }
      // Whoever is inside at the end has waited until then.
      waits += state.waiting.reduce(0) { $0 + state.time - $1.since }
      #expect(area == waits)
      areas += area
      lines += area > 0 ? 1 : 0
    }
    #expect(areas > 0 && lines > 10, "\(lines) plans with a line")
  }
}
