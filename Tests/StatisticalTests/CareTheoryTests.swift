import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Limits of time and escalations against closed forms; bars as in ``RuleTheoryTests``.
@Suite(.labelled)
struct CareTheoryTests {
  /// One agent, exponential talk of a minute, 0.6 contacts a minute: P(wait <= t) = 1 - rho exp(-(mu - lambda) t) and
  /// P(wait and talk <= t) = 1 - exp(-(mu - lambda) t), here 1 - 0.6 exp(-0.8) and 1 - exp(-1.6) (Kleinrock, "Queueing Systems", volume 1, section 5.12).
  @Test func `limits are kept as often as waits and times in an M/M/1 queue are short enough`() throws {
    let plan = RuleTheoryTests.line(0.6, agents: 1) {
      $0.limits = TimeLimits(answered: .minutes(2), done: .minutes(4))
    }
    let horizon = plan.horizon.microseconds
    var shares: [TimeLimit: [Double]] = [:]
    for records in try RuleTheoryTests.logs(plan) {
      var (kept, all): ([TimeLimit: Double], [TimeLimit: Double]) = ([:], [:])
      for record in records where record.reference >= horizon / 10 && record.reference < horizon / 20 * 19 {
        switch record.event {
        case .limitKept(_, _, let limit, _, _):
          kept[limit, default: 0] += 1
          all[limit, default: 0] += 1
        case .limitMissed(_, _, let limit, _, _): all[limit, default: 0] += 1
        default: break
        }
      }
      for limit in TimeLimit.allCases { shares[limit, default: []].append(kept[limit]! / all[limit]!) }
    }
    RuleTheoryTests.expect("answered", shares[.answered]!, 0.730403)
    RuleTheoryTests.expect("done", shares[.done]!, 0.798103)
  }

  /// With cv 1 a lognormal amount has sigma^2 = log 2: P(amount > x) is a normal tail.
  @Test func `refunds above an authority are as many as the law of amounts says`() throws {
    var plan = RuleTheoryTests.line(5, agents: 12, longer: 2) {
      $0.refunds = RefundRules(share: .percent(40), meanAmount: 60, variation: 1)
      $0.escalations = [Escalation(queue: 1, reason: .refundAbove(50))]
    }
    let tier = SimulationPlan.Queue(
      handleTime: .exponential(mean: .seconds(30)), wrapUp: nil, patience: nil, priority: 0)
    plan.queues += [tier, tier]
    plan.queues[1].rules.escalations = [Escalation(queue: 2, reason: .refundAbove(150))]
    plan.arrivals[0].mix = [1, 0, 0]
    plan.teams[0] = .init(queues: [0, 1, 2])
    var (talks, asked, first, second) = (0, 0, 0, 0)
    for records in try RuleTheoryTests.logs(plan) {
      talks += records.events(.contactCompleted, .contactTransferred).count { $0.queue == 0 }
      for record in records.events(.refundDecided) {
        asked += record.queue == 0 ? 1 : 0
        first += record.queue == 0 && record.detail == 0 ? 1 : 0
        second += record.queue == 1 && record.detail == 0 ? 1 : 0
      }
    }
    RuleTheoryTests.expect("asked", asked, of: talks, share: 0.4)
    // z = (log(x / 60) + log(2) / 2) / sqrt(log 2): 0.19729 and 1.51689; tails from a table of the normal law.
    RuleTheoryTests.expect("above 50", first, of: asked, share: 0.421802)
    RuleTheoryTests.expect("above 150", second, of: asked, share: 0.064652)
  }

  @Test func `escalations are the share that is stated, beside transfers of their own`() throws {
    var plan = RuleTheoryTests.line(5, agents: 12) {
      $0.escalations = [
        Escalation(queue: 1, reason: .share(.percent(10))), Escalation(queue: 2, reason: .share(.percent(5))),
      ]
      $0.transfers = [Transfer(queue: 1, share: .percent(20))]
    }
    let tier = SimulationPlan.Queue(
      handleTime: .exponential(mean: .seconds(30)), wrapUp: nil, patience: nil, priority: 0)
    plan.queues += [tier, tier]
    plan.arrivals[0].mix = [1, 0, 0]
    plan.teams[0] = .init(queues: [0, 1, 2])
    var (talks, second, third, transfers) = (0, 0, 0, 0)
    for records in try RuleTheoryTests.logs(plan) {
      talks += records.events(.contactCompleted, .contactTransferred).count { $0.queue == 0 }
      for record in records.events(.contactLinked) {
        guard case .contactLinked(_, let queue, let link) = record.event else { continue }
        if link.cause == .transfer { transfers += 1 }
        guard link.cause == .escalation else { continue }
        if queue == 1 { second += 1 } else { third += 1 }
      }
    }
    RuleTheoryTests.expect("to the second tier", second, of: talks, share: 0.1)
    RuleTheoryTests.expect("to the third tier", third, of: talks, share: 0.05)
    RuleTheoryTests.expect("transfers of the rest", transfers, of: talks - second - third, share: 0.2)
  }
}
