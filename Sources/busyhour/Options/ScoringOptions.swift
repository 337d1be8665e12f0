internal import ArgumentParser
internal import Reporting

/// What is shown of a run, and what counts as missed.
struct ScoringOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      """
      The figures by queue, channel, interval, day, week, window, activity, and by team or team_activity, which simulates \
      once more.
      """,
      valueName: "queue,...")
  )
  var by: String?
  @Option(help: ArgumentHelp("Days of a rolling window, for --by window (default: 28).", valueName: "days"))
  var window: Int?
  @Flag(help: "Also the field's further measures (longest waits, lines, excess times); simulates once more.")
  var measures = false
  @Flag(help: "An unsure target counts as missed.")
  var strict = false

  func validate() throws {
    if let window, !(1...366).contains(window) { throw ValidationError("--window is 1 to 366 days, not \(window)") }
  }

  /// - Throws: ``CommandError/unknownPart(_:allowed:)``.
  func parts() throws -> [Part.Kind] {
    try (by ?? "").split(separator: ",").map { name in
      guard let kind = Part.Kind(rawValue: String(name)) else {
        throw CommandError.unknownPart(String(name), allowed: Part.Kind.allCases.map(\.rawValue))
      }
      return kind
    }
  }

  /// The run with what these options add to it.
  func completed(_ run: Run, _ kinds: [Part.Kind], threads: Int) async throws -> Run {
    var run = run
    run.window = window ?? run.window
    // What teams had of the contacts is among the details, which are not stored.
    if measures || kinds.contains(.team) || kinds.contains(.teamActivity) {
      try await run.makeDetails(threads: threads, withIntervals: kinds.contains(.interval))
    }
    run.hasMeasures = measures && run.hasDetails
    return run
  }
}
