import BusyHourTesting
import Testing

@testable import Workforce

/// Who holds which talk at the start of a run.
@Suite(.labelled)
struct TalkPlacementTests {
  private struct State {
    var queues: [Int]
    var limits: [Int]
    var people: [[Int]]

    var outcome: TalkPlacement.Outcome {
      var placement = TalkPlacement(queues: queues, limits: limits, peopleOfQueue: people)
      return placement.place()
    }

    /// Every way to give the talks to people, one after the other.
    func fits(_ held: [[Int]] = [], from talk: Int = 0) -> Bool {
      guard talk < queues.count else { return true }
      var held = held.isEmpty ? Array(repeating: [], count: 8) : held
      return people[queues[talk]].contains { person in
        held[person].append(queues[talk])
        defer { held[person].removeLast() }
        return held[person].allSatisfy { limits[$0] >= held[person].count } && fits(held, from: talk + 1)
      }
    }

    /// Nobody holds what they cannot serve, or more than the limits of all that they hold.
    func isKept(by holders: [[Int]]) -> Bool {
      let pairs = holders.enumerated().flatMap { queue, people in people.map { (queue, $0) } }
      return holders.indices.allSatisfy { queue in
        holders[queue].count == queues.count { $0 == queue }
          && holders[queue].allSatisfy { person in
            people[queue].contains(person) && pairs.count { $0.1 == person } <= limits[queue]
          }
      }
    }
  }

  private static func states(_ count: Int, limits: [[Int]]) -> [State] {
    var random = SystemIndependentRandom(state: 7)
    return (0..<count).map { _ in
      let limits = limits[random.below(limits.count)]
      let people = limits.map { _ in (0..<2 + random.below(4)).filter { _ in random.below(3) > 0 } }
      let talks = (0..<1 + random.below(6)).map { _ in random.below(limits.count) }.sorted()
      return State(queues: talks, limits: limits, people: people)
    }
  }

  @Test(arguments: [
    [[1], [1, 1], [1, 1, 1], [1, 1, 1, 1]], [[2, 2], [3, 3, 3], [2, 2, 2]], [[1, 2], [1, 3], [1, 1, 2], [1, 2, 2]],
    [[1, 2, 3], [2, 3], [3, 2, 1, 1]],
  ])
  func `a state is taken exactly where some placement of all talks exists`(limits: [[Int]]) {
    var counts = [0, 0]
    for state in Self.states(3_000, limits: limits) {
      if case .placed(let holders) = state.outcome {
        #expect(state.isKept(by: holders), "\(state)")
        counts[0] += 1
      } else {
        #expect(!state.fits(), "\(state)")
        counts[1] += 1
      }
    }
    #expect(counts.allSatisfy { $0 > 300 }, "\(counts)")
  }

  @Test func `somebody of many skills makes room for a talk that nobody else can hold`() {
    // Person 0 serves both queues, person 1 the first alone.
    let state = State(queues: [0, 1], limits: [1, 1], people: [[0, 1], [0]])
    #expect(state.outcome == .placed([[1], [0]]))
  }

  @Test func `what is too much is told with those who get in each other's way and no others`() {
    // Queue 2 has people of its own.
    let state = State(queues: [0, 0, 1, 2], limits: [1, 1, 1], people: [[0, 1], [1], [2, 3]])
    let shortage = TalkPlacement.Shortage(
      queue: 1, talks: [(queue: 0, count: 2), (queue: 1, count: 1)], people: [0, 1], neededPeople: 3)
    #expect(state.outcome == .tooFew(shortage))
  }
}

/// A small generator whose numbers are the same everywhere.
private struct SystemIndependentRandom {
  var state: UInt64
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
