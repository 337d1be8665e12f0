import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Simulation
import Testing
import Workforce

@Suite(.labelled)
struct CommonRandomNumberTests {
  /// What chance gave to a contact: when it came and where it went, how long it talked and was worked on afterwards, when
  /// its patience ended. What did not come to pass is nil.
  struct Draws: Equatable {
    var arrival: Int64 = 0
    var queue = 0
    var talk: Int64?
    var wrapUp: Int64?
    var patience: Int64?
  }

  /// Of the contacts that come from outside, by their rank among those: whoever comes back has another number where
  /// another was answered. Talk and wrap-up only where they are as long as drawn: levels of skill and several contacts
  /// in hand stretch them.
  static func draws(_ records: [EventRecord], ofRules hasRules: Bool) -> [Int: Draws] {
    var all: [UInt32: Draws] = [:]
    var linked: Set<UInt32> = []
    for record in records where !hasRules || !stretched.contains(record.kindCode) { note(record, &all, &linked) }
    let fresh = all.keys.filter { !linked.contains($0) }.sorted()
    return Dictionary(uniqueKeysWithValues: fresh.enumerated().map { ($0.offset, all[$0.element]!) })
  }

  private static let stretched = [EventKind.contactCompleted, .wrapUpEnded].map(\.rawValue)

  private static func note(_ record: EventRecord, _ draws: inout [UInt32: Draws], _ linked: inout Set<UInt32>) {
    switch record.event {
    case .contactLinked(let contact, _, _): linked.insert(contact)
    case .contactArrived(let contact, let queue): draws[contact] = Draws(arrival: record.time, queue: queue)
    case .contactAbandoned(let contact, _, let start):
      draws[contact]?.patience = record.time - start.microseconds
    case .contactCompleted(let contact, _, _, let start): draws[contact]?.talk = record.time - start.microseconds
    case .wrapUpEnded(let contact, _, _, let start): draws[contact]?.wrapUp = record.time - start.microseconds
    default: break
    }
  }

  /// One person more in the first team, whatever its schedule.
  static func withOneMore(_ scenario: Scenario) throws -> SimulationPlan {
    var plan = try PlanBuilder.build(scenario).plan
    let newcomer = plan.agents.count
    plan.agents.append(.init(team: 0))
    let tours = zip(plan.dayStarts, plan.dayStarts.dropFirst())
    plan.add(tours.map { .init(time: $0.0 + .hours(9), agent: newcomer, kind: .signIn) })
    plan.add(tours.map { .init(time: $0.0 + .hours(16), agent: newcomer, kind: .signOut(serveQueue: false)) })
    return plan
  }

  @Test func `adding an agent leaves every call's draws unchanged, in every shipped scenario`() throws {
    try withEvery("scenario", in: Shipped.names) { name in
      let scenario = try Shipped.scenario(name)
      let plan = try PlanBuilder.build(scenario).plan
      let base = Self.draws(try simulate(plan, seed: 7), ofRules: !plan.isPlain)
      let more = Self.draws(try simulate(try Self.withOneMore(scenario), seed: 7), ofRules: !plan.isPlain)
      #expect(base.keys.sorted() == more.keys.sorted() && base.count > 500)
      var (talks, endings) = (0, 0)
      for (contact, left) in base {
        guard let right = more[contact] else { continue }
        #expect(left.arrival == right.arrival && left.queue == right.queue, "contact \(contact)")
        if let one = left.talk, let other = right.talk {
          #expect(one == other, "talk of contact \(contact)")
          talks += 1
        }
        if let one = left.wrapUp, let other = right.wrapUp { #expect(one == other, "wrap-up of contact \(contact)") }
        if let one = left.patience, let other = right.patience {
          #expect(one == other, "patience of contact \(contact)")
          endings += 1
        }
      }
      #expect(talks > 400 || !plan.isPlain, "most talk in both")
      #expect(base != more || endings == 0, "the newcomer changes somebody's day")
    }
  }

  /// The shipped pair of the README: 19 people and 18, 200 days of seed 1.
  @Test func `pairing narrows the interval on the shipped pair, of occupancy by more than three times`() async throws {
    let left = try Shipped.scenario("smallest")
    let right = try Shipped.scenario("smallest", ["agents=18"])
    let comparison = Comparison(
      first: try await Shipped.samples(left, replications: 0..<200),
      second: try await Shipped.samples(right, replications: 0..<200), isPaired: true)
    func narrowing(_ name: String) throws -> Double {
      let row = try #require(comparison.rows.first { $0.name == name })
      let (paired, apart) = (try #require(row.interval), try #require(row.unpairedInterval))
      return (apart.upperBound - apart.lowerBound) / (paired.upperBound - paired.lowerBound)
    }
    #expect(try narrowing("occupancy") >= 3)
    #expect(try narrowing("service_level") >= 2)
  }
}
