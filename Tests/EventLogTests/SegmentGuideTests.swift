import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// States of the center that are kept beside a log change how long an answer takes, never the answer.
@Suite(.labelled)
struct SegmentGuideTests {
  private static func plans() -> [SimulationPlan] {
    [ReferencePlans.clinicDay] + (1...12).map { RandomPlan.withRules(seed: $0) }
  }

  @Test func `a fold that goes on from the state at every 97th position ends as the whole fold does`() throws {
    var resumed = 0
    for (index, plan) in Self.plans().enumerated() {
      let records = try simulate(plan, seed: 3)
      var whole = CenterState()
      for record in records { whole.apply(record) }
      var state = CenterState()
      for (position, record) in records.prefix(6_000).enumerated() {
        if position % 97 == 0 {
          var again = try #require(CenterState(coded: state.coded), "plan \(index), position \(position)")
          #expect(again == state, "plan \(index), position \(position)")
          for later in records[position...] { again.apply(later) }
          #expect(again == whole, "plan \(index), position \(position)")
          resumed += 1
        }
        state.apply(record)
      }
    }
    #expect(resumed > 100, "\(resumed)")
  }

  @Test func `the guides of segments hold the state before each and every link of the log`() throws {
    var (links, states) = (0, 0)
    for (index, plan) in Self.plans().enumerated() {
      let records = try simulate(plan, seed: 5)
      var maker = SegmentGuideMaker()
      var state = CenterState()
      var found: [SegmentGuide.Link] = []
      for start in stride(from: 0, to: records.count, by: 500) {
        let part = Array(records[start..<min(start + 500, records.count)])
        let segment = try #require(RandomRecords.segments(of: part).first)
        let guide = try maker.guide(of: segment)
        #expect(CenterState(coded: guide.state) == state, "plan \(index), position \(start)")
        for record in part { state.apply(record) }
        found += try #require(SegmentGuide.links(coded: guide.links))
        states += 1
      }
      let expected = records.filter { $0.kindCode == EventKind.contactLinked.rawValue }.map {
        SegmentGuide.Link(contact: $0.contact, previous: UInt32($0.reference))
      }
      #expect(found == expected, "plan \(index)")
      links += found.count
    }
    #expect(links > 50 && states > 30, "\(links) links, \(states) states")
  }

  @Test func `bytes that nobody wrote are no state, or one, and never a trap`() throws {
    let records = try simulate(ReferencePlans.clinicDay, seed: 3)
    var state = CenterState()
    for record in records.prefix(records.count / 2) { state.apply(record) }
    let good = state.coded
    var (refused, random) = (0, RepeatableRandom(seed: 8))
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0..<random.whole(1...3) { bytes[random.whole(0...(bytes.count - 1))] = UInt8(random.whole(0...255)) }
      if random.chance(0.3) { bytes.removeLast(random.whole(1...bytes.count)) }
      if var state = CenterState(coded: bytes) {
        for record in records.suffix(20) { state.apply(record) }
      } else {
        refused += 1
      }
      _ = SegmentGuide.links(coded: bytes)
    }
    #expect(refused > 1_000, "\(refused)")
    #expect(CenterState(coded: []) == nil && SegmentGuide.links(coded: []) == nil)
    var other = good
    other[0] += 1
    #expect(CenterState(coded: other) == nil, "a state of another version")
  }
}
