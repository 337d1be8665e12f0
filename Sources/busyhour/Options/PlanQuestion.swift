internal import ArgumentParser
internal import Workforce

/// What more `staff` can say of a scenario; one of these at a time.
struct PlanQuestion: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Every interval, by sipp, sipp-max, lag-sipp, mol or isa: what decides, and what one more agent adds.",
      valueName: "method"), transform: { try Self.method($0) })
  var method: DayMethod?
  @Flag(name: .customLong("hang-ups"), help: "With --method: count callers who hang up (Erlang A).")
  var countsAbandonment = false
  @Flag(help: "Load, formula, and which of its assumptions the scenario breaks.")
  var explain = false
  @Flag(help: "Simulate the plan and explain its distance to the formula, term by term.")
  var verify = false
  @Option(
    help: ArgumentHelp("Where a guideline such as 18..22 people holds.", valueName: "range"),
    transform: { try Self.range($0) })
  var guideline: ClosedRange<Int>?
  @Option(help: ArgumentHelp("With --verify (default: the scenario's).", valueName: "n"))
  var replications: Int?

  func validate() throws {
    let asked = [method != nil && !verify, explain, verify, guideline != nil].count { $0 }
    guard asked <= 1 else {
      throw ValidationError(
        "--method, --explain, --verify and --guideline are questions of their own; ask one (--verify takes a --method)")
    }
    if let replications, !(2...1_000_000).contains(replications) {
      throw ValidationError("--replications is 2 to 1000000, not \(replications)")
    }
  }

  private static func method(_ text: String) throws -> DayMethod {
    guard let method = DayMethod(rawValue: text) else {
      let known = DayMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("unknown method '\(text)'; allowed: \(known)")
    }
    return method
  }

  /// `18..22`, `18-22`.
  private static func range(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split { $0 == "." || $0 == "-" || $0 == "…" }.map { Int($0) }
    guard parts.count == 2, let lower = parts[0], let upper = parts[1], (1...upper).contains(lower), upper <= 100_000
    else { throw ValidationError("--guideline is a range of people such as 18..22, not '\(text)'") }
    return lower...upper
  }
}
