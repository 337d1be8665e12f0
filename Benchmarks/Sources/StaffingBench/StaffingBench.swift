import Erlang

#if canImport(Glibc)
  import Glibc
#endif

/// Repeats one piece of staffing mathematics and says what it cost.
///
///     StaffingBench WORK COUNT
///
/// WORK: c100, c1000000 (one Erlang C), a100 (one Erlang A with its service levels), week-c, week-a (336 requirements).
@main
enum StaffingBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let work = Work(rawValue: arguments[1]), let count = Int(arguments[2]), count > 0 else {
      let known = Work.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: StaffingBench \(known) COUNT")
      exit(2)
    }
    let start = processorSeconds()
    let sum = try work.run(count)
    let seconds = processorSeconds() - start
    print("{\"work\": \"\(work.rawValue)\", \"ns\": \(seconds / Double(count) * 1e9), \"sum\": \(sum)}")
  }

  /// CPU time of this process: other processes of the machine do not count.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

enum Work: String, CaseIterable {
  case c100
  case c1000000
  case a100
  case weekC = "week-c"
  case weekA = "week-a"

  /// Inputs differ from evaluation to evaluation, so that none can be taken out of the loop; the sum uses every result.
  func run(_ count: Int) throws(StaffingError) -> Double {
    var sum = 0.0
    for number in 0..<count { sum += try evaluate(number) }
    return sum
  }

  private func evaluate(_ number: Int) throws(StaffingError) -> Double {
    switch self {
    case .c100:
      let model = try ErlangC(agents: 100, loadErlangs: 85 + Double(number % 100) / 10)
      return model.serviceLevel(withinSeconds: 20, handleTimeSeconds: 300)
    case .c1000000:
      let model = try ErlangC(agents: 1_000_000, loadErlangs: 999_000 + Double(number % 10))
      return model.serviceLevel(withinSeconds: 20, handleTimeSeconds: 300)
    case .a100:
      let model = try ErlangA(
        agents: 100, loadErlangs: 85 + Double(number % 100) / 10, handleTimeSeconds: 300, patienceSeconds: 180)
      return model.serviceLevel(withinSeconds: 20)
    case .weekC: return try week(number, patienceSeconds: nil)
    case .weekA: return try week(number, patienceSeconds: 180)
    }
  }

  /// Half-hours of a week with 5 to 125 contacts, handle time 5 minutes, 80% in 20 s and occupancy up to 85%.
  private func week(_ number: Int, patienceSeconds: Double?) throws(StaffingError) -> Double {
    var agents = 0
    let handleTime = DecimalFraction(300)
    let length = DecimalFraction(1800)
    for interval in 0..<336 {
      let demand = try StaffingDemand(
        contacts: DecimalFraction(5 + (interval * 7 + number) % 120), intervalSeconds: length,
        handleTimeSeconds: handleTime, patienceSeconds: patienceSeconds)
      agents += try StaffingRequirement(demand: demand, targets: Self.targets).agents
    }
    return Double(agents)
  }

  private static let targets: [StaffingTarget] = [
    .serviceLevel(atLeast: DecimalFraction(partsPerBillion: 800_000_000), withinSeconds: 20),
    .occupancy(atMost: DecimalFraction(partsPerBillion: 850_000_000)),
  ]
}
