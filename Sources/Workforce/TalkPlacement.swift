/// Who holds which talk at the start of a run: a matching of talks and people, in which a person may hold several contacts
/// where the limits of all their queues allow so many.
///
/// Each talk goes to the first person who can take it and holds least. Where one finds nobody so, all are placed again,
/// those of the lowest limits first, and whoever is in the way is moved, along augmenting paths. Where one contact at a time is
/// the rule, or the limits are equal, this finds a placement wherever there is one. With unequal limits that question is as
/// hard as exact cover: other orders are tried, and a state that just fits may still be refused.
struct TalkPlacement {
  enum Outcome: Equatable {
    /// The people of each queue's talks, in the order of the talks.
    case placed([[Int]])
    case tooFew(Shortage)
  }

  /// Talks that get in each other's way, and everybody who could hold one of them.
  struct Shortage: Equatable {
    /// Of the first talk that found nobody.
    var queue: Int
    var talks: [(queue: Int, count: Int)]
    var people: [Int]
    /// At least so many.
    var neededPeople: Int

    static func == (left: Shortage, right: Shortage) -> Bool {
      left.queue == right.queue && left.talks.elementsEqual(right.talks, by: ==) && left.people == right.people
        && left.neededPeople == right.neededPeople
    }
  }

  /// The queue of each talk.
  private let queues: [Int]
  private let limits: [Int]
  private let peopleOfQueue: [[Int]]
  /// The talks that each person holds.
  private var held: [[Int]]

  /// - Parameters:
  ///   - queues: the queue of each talk, ascending.
  ///   - limits: of each queue, how many contacts one person may hold beside one of it, itself counted.
  ///   - peopleOfQueue: who can serve each queue, the best first.
  init(queues: [Int], limits: [Int], peopleOfQueue: [[Int]]) {
    (self.queues, self.limits, self.peopleOfQueue) = (queues, limits, peopleOfQueue)
    held = Array(repeating: [], count: (peopleOfQueue.joined().max() ?? -1) + 1)
  }

  mutating func place() -> Outcome {
    if placeAsTheyCome() { return .placed(people()) }
    var order = queues.indices.sorted { (limit($0), $0) < (limit($1), $1) }
    var first: Shortage?
    // Where limits differ, the order decides: who finds nobody goes first the next time.
    for _ in 0..<(Set(queues.map { limits[$0] }).count > 1 ? order.count : 1) {
      guard let (talk, shortage) = place(order) else { return .placed(people()) }
      first = first ?? shortage
      order.removeAll { $0 == talk }
      order.insert(talk, at: 0)
    }
    return first.map { .tooFew($0) } ?? .placed(people())
  }

  /// - Returns: the first talk that finds nobody, and why; nil where all are placed.
  private mutating func place(_ order: [Int]) -> (talk: Int, shortage: Shortage)? {
    held = held.map { _ in [] }
    for talk in order {
      var seen: Set<Int> = []
      guard place(talk, &seen) else { return (talk, shortage(talk, seen)) }
    }
    return nil
  }

  private func limit(_ talk: Int) -> Int { limits[queues[talk]] }

  private func fits(_ talk: Int, _ person: Int) -> Bool {
    let count = held[person].count + 1
    return limit(talk) >= count && held[person].allSatisfy { limit($0) >= count }
  }

  private mutating func placeAsTheyCome() -> Bool {
    for talk in queues.indices {
      let free = peopleOfQueue[queues[talk]].filter { fits(talk, $0) }
      guard let person = free.min(by: { held[$0].count < held[$1].count }) else { return false }
      held[person].append(talk)
    }
    return true
  }

  /// Gives a talk to somebody who has room, the fullest hands first, or to somebody whose talks others can take.
  /// - Parameter seen: who was asked already.
  private mutating func place(_ talk: Int, _ seen: inout Set<Int>) -> Bool {
    let people = peopleOfQueue[queues[talk]]
    if let person = people.filter({ fits(talk, $0) }).max(by: { held[$0].count < held[$1].count }) {
      held[person].append(talk)
      return true
    }
    for person in people where seen.insert(person).inserted {
      let before = held
      for kept in stays(beside: talk, of: held[person]) {
        let moved = held[person].filter { !kept.contains($0) }
        held[person] = kept + [talk]
        if placeAll(moved, &seen) { return true }
        held = before
      }
    }
    return false
  }

  private mutating func placeAll(_ talks: [Int], _ seen: inout Set<Int>) -> Bool {
    for talk in talks where !place(talk, &seen) { return false }
    return true
  }

  /// What of some talks may stay beside another one, most first.
  private func stays(beside talk: Int, of talks: [Int]) -> [[Int]] {
    (1...limit(talk)).reversed().flatMap { count -> [[Int]] in
      let able = talks.filter { limit($0) >= count }
      guard able.count >= count else { return [able] }
      return able.indices.map { first in (0..<count - 1).map { able[(first + $0) % able.count] } }
    }
  }

  private func people() -> [[Int]] {
    var people = peopleOfQueue.map { _ in [Int]() }
    let holder = held.enumerated().flatMap { person, talks in talks.map { (talk: $0, person: person) } }
    for (talk, person) in holder.sorted(by: { $0.talk < $1.talk }) { people[queues[talk]].append(person) }
    return people
  }

  private func shortage(_ talk: Int, _ seen: Set<Int>) -> Shortage {
    let people = seen.sorted()
    // Those who hold them, and the one that found nobody.
    let talks = people.flatMap { held[$0] } + [talk]
    let counts = limits.indices.map { queue in talks.count { queues[$0] == queue } }
    let needed = Set(limits).reduce(0) { sum, limit in
      let count = limits.indices.reduce(0) { limits[$1] == limit ? $0 + counts[$1] : $0 }
      return sum + (count + limit - 1) / limit
    }
    return Shortage(
      queue: queues[talk], talks: counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) },
      people: people, neededPeople: needed)
  }
}
