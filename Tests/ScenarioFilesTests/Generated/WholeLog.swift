import BusyHourTesting
import ContactCenter
import EventLog
import Experiments
import KPITesting
import KPIs
import ScenarioFiles
import Simulation
import Workforce

/// A generated scenario, planned and played, and everything that must hold of it.
struct WholeLog {
  let scenario: Scenario
  let plan: SimulationPlan
  let records: [EventRecord]

  init(_ scenario: Scenario) throws {
    self.scenario = scenario
    plan = try PlanBuilder.build(scenario).plan
    records = try simulate(plan, seed: scenario.run.seed, replication: 1)
  }

  private var waits: [TimeSpan] { scenario.queues.map(\.acceptableWait) }

  /// - Returns: what does not hold; nil where all does.
  static func violation(of generated: GeneratedScenario) throws -> String? {
    let document = generated.document
    let again = try ScenarioReader().read(
      text: document.expandedText, name: "long.yaml", directory: GeneratedFiles.folder)
    if again.fingerprint != document.fingerprint {
      return "the long form is another scenario:\n\(document.expandedText)"
    }
    do throws(StaffingProblem) {
      _ = try PlanBuilder.build(document.scenario)
    } catch {
      return nil  // Nobody could staff it; that is an answer.
    }
    let log = try WholeLog(document.scenario)
    return try log.lawViolation() ?? log.sumViolation() ?? log.replayViolation()
  }

  private func lawViolation() throws -> String? {
    let outcome = LogInvariants.outcome(of: records, plan: plan)
    if let first = outcome.violations.first { return "\(first)" }
    if let first = PathLaws(records, plan: plan).violations.first { return first }
    if let early = Returns.inClosedTime(records, plan: plan).first { return "comes back in closed time: \(early)" }
    var used = try Simulator(plan: plan)
    _ = used.log(seed: scenario.run.seed &+ 1, replication: 3)
    if used.log(seed: scenario.run.seed, replication: 1, capacity: 64) != records { return "two runs differ" }
    return nil
  }

  private func sumViolation() -> String? {
    let parameters = FoldParameters(plan: plan, acceptableWaits: waits)
    var fold = IntervalFold(parameters, byInterval: true)
    records.withUnsafeBufferPointer { fold.apply($0) }
    let days = fold.daySums()
    if days != ReferenceFold(records, parameters).daySums() { return "the fold is not the slow fold" }
    if let odd = closureViolation(days) { return odd }
    for (day, sums) in days.enumerated() {
      var merged = DaySums(
        queueCount: plan.queues.count, teamCount: plan.teams.count, activityCount: plan.activities.count)
      let place = day + parameters.warmUpDays
      for interval in parameters.dayIntervals[place]..<parameters.dayIntervals[place + 1] {
        merged += fold.intervalSums(interval)
      }
      if merged.contacts != sums.contacts || merged.agents != sums.agents { return "intervals do not make day \(day)" }
      for (interval, own) in zip(merged.teams, sums.teams) {
        guard interval.unplanned != own.unplanned || interval.delayed != own.delayed || interval.breakShift != 0 else {
          continue
        }
        return "slips of intervals do not make day \(day)"
      }
    }
    let context = ScoringContext(scenario: scenario)
    var details = DetailFold(parameters)
    records.withUnsafeBufferPointer { details.apply($0) }
    let intervals = (parameters.firstCountedInterval..<parameters.intervalCount).map { interval in
      var sums = fold.intervalSums(interval)
      sums.detail = details.sums(of: interval..<(interval + 1))
      return sums
    }
    if let odd = RatioLaws.violations(intervals: intervals, days: days, context).first { return odd }
    let scorecard = Scorecard(
      replications: [days], targets: scenario.targets, context: ScoringContext(scenario: scenario))
    if let odd = scorecard.metrics.first(where: { !$0.estimate.mean.isFinite }) { return "\(odd.name) is no number" }
    return nil
  }

  /// Every contact that was offered ended in one way, or is inside.
  private func closureViolation(_ days: [DaySums]) -> String? {
    // What lies before the days that count is in no sum.
    guard scenario.run.warmUpDays == 0, plan.present.isEmpty else { return nil }
    let sums = days.reduce(into: ContactSums()) { $0 += $1.contacts }
    let inside = Int64(LogInvariants.outcome(of: records, plan: plan).waiting.count)
    // A wrong party that a predictive dialer reaches is answered, and its attempt has failed: it is one contact.
    let parameters = FoldParameters(plan: plan, acceptableWaits: waits)
    let wrong = records.count { $0.kindCode == EventKind.wrongPartyReached.rawValue && parameters.dialsAhead[$0.queue] }
    let ended =
      sums.answered + sums.abandoned + sums.disconnected + sums.blocked + sums.messagesLeft + sums.callbacksPromised
      + sums.dialsFailed + sums.dialsDropped - Int64(wrong)
    return sums.offered == ended + inside ? nil : "\(sums.offered) offered, \(ended) ended, \(inside) inside"
  }

  private func replayViolation() throws -> String? {
    let experiment = Experiment(
      plan: plan, acceptableWaits: waits, seed: scenario.run.seed, replications: 1..<2, keptLogs: .all)
    var worker = try ReplicationWorker(experiment)
    guard let recorded = worker.run(1), let segments = recorded.segments else { return "no log is kept" }
    if recorded.result.digest != digest(of: records) { return "the worker's log is another" }
    if try segments.flatMap({ try SegmentReader.records(of: $0) }) != records { return "segments lose something" }
    let replayed = try LogReplay(plan: plan, acceptableWaits: waits).result(of: segments, replication: 1)
    return replayed == recorded.result ? nil : "the replay is another result"
  }
}
