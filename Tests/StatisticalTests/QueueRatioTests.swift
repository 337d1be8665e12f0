import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// The queue ratio rule: as an identity of every path, and by what it is for, lines that stand to one another as their weights.
@Suite(.labelled)
struct QueueRatioTests {
  private static let weights = [1.0, 2, 5]

  /// One team, three lines with equal demand, so busy that there are always lines; who waits too long leaves.
  private static let plan: SimulationPlan = {
    var plan = SimulationPlan.line(
      horizon: .hours(10), contacts: 3_000, handleTime: .exponential(mean: .minutes(5)),
      patience: .exponential(mean: .minutes(20)), agents: 20)
    plan.queues = weights.map { weight in
      var queue = plan.queues[0]
      queue.rules.weight = weight
      return queue
    }
    plan.arrivals[0].mix = [1.0 / 3, 1.0 / 3, 1.0 / 3]
    plan.teams = [.init(skills: [0, 1, 2].map { Skill(queue: $0) }, contactChoice: .queueRatio)]
    return plan
  }()

  @Test func `who becomes free takes from the line that is longest for its weight`() throws {
    var lines = [0.0, 0, 0]
    var taken = 0
    let records = try simulate(Self.plan)
    for record in records {
      switch EventKind(rawValue: record.kindCode) {
      case .contactQueued: lines[record.queue] += 1
      case .contactAbandoned: lines[record.queue] -= 1
      case .contactAnswered where lines[record.queue] > 0 && record.reference < record.time:
        let ratios = zip(lines, Self.weights).map { $0 / $1 }
        #expect(ratios[record.queue] == ratios.max())
        lines[record.queue] -= 1
        taken += 1
      default: break
      }
    }
    #expect(taken > 1_000)
    #expect(LogInvariants.outcome(of: records, plan: Self.plan).violations == [])
  }

  /// State-space collapse: under load every line follows its part of all that wait, up to single contacts. A path strays by
  /// more than 3 contacts on average only if the rule is another one; the lines themselves are some 20, 40 and 100 long.
  @Test func `lines stand to one another as their weights`() throws {
    var lines = [0.0, 0, 0]
    var (integrals, astray, span) = ([0.0, 0, 0], [0.0, 0, 0], 0.0)
    var before: Int64 = 0
    for record in try simulate(Self.plan) where record.time <= Self.plan.horizon.microseconds {
      let length = record.time > 3_600_000_000 ? Double(record.time - before) : 0
      let all = lines.reduce(0, +)
      for queue in lines.indices {
        integrals[queue] += length * lines[queue]
        astray[queue] += length * abs(lines[queue] - all * Self.weights[queue] / 8)
      }
      (span, before) = (span + length, record.time)
      switch EventKind(rawValue: record.kindCode) {
      case .contactQueued: lines[record.queue] += 1
      case .contactAbandoned: lines[record.queue] -= 1
      case .contactAnswered where record.reference < record.time: lines[record.queue] -= 1
      default: break
      }
    }
    #expect(integrals[0] / span > 2, "there are lines")
    for queue in lines.indices {
      #expect(astray[queue] / span < 3, "\(queue): \(integrals[queue] / span), astray \(astray[queue] / span)")
    }
  }
}
