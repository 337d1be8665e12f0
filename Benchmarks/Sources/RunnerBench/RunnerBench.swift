import ContactCenter
import Experiments
import KPIs
import ScenarioFiles
import Simulation
import Workforce

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times the runner of replications: `RunnerBench FILE REPLICATIONS THREADS`.
///
/// Wall-clock and CPU time of simulating, folding and handing over in order, one line of JSON. Reading the file and
/// building the plan are left out.
@main enum RunnerBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let replications = Int(arguments[2]), let threads = Int(arguments[3]),
      replications > 0, threads > 0
    else {
      print("usage: RunnerBench FILE REPLICATIONS THREADS")
      exit(2)
    }
    print(try await Measurement.report(file: arguments[1], replications: replications, threads: threads))
  }
}

/// Apart from `main`, which belongs to the main actor.
enum Measurement {
  static func report(file: String, replications: Int, threads: Int) async throws -> String {
    let scenario = try ScenarioReader().read(file: file).scenario
    let experiment = Experiment(
      plan: try PlanBuilder.build(scenario).plan, acceptableWaits: scenario.queues.map(\.acceptableWait),
      seed: scenario.run.seed, replications: 0..<replications)
    var calls: Int64 = 0
    var results: [ReplicationResult] = []
    let start = (wall: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID))
    try await ReplicationRunner.run(experiment, threads: threads) { replications in
      for replication in replications {
        results.append(replication.result)
        for day in replication.result.days { for queue in day.queues { calls += queue.offered } }
      }
    }
    let wall = seconds(CLOCK_MONOTONIC) - start.wall
    let processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - start.processor
    return """
      {"calls": \(calls), "wall_s": \(wall), "cpu_s": \(processor), \
      "digest": "\(ReplicationResult.digest(of: results))"}
      """
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
