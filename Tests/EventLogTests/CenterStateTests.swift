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
}
