internal import ArgumentParser

/// A staffing question without a file: each option is a line of a scenario.
struct StaffingQuestion: ParsableArguments {
  @Option(help: ArgumentHelp("Volume: 1000/day, 120/h.", valueName: "rate"))
  var calls: String?
  @Option(help: ArgumentHelp("Length of the day or opening hours: 10h, 08:00-18:00, 24/7.", valueName: "hours"))
  var open: String?
  @Option(help: ArgumentHelp("Mean handle time with wrap-up: 5m, 4m30s.", valueName: "time"))
  var handle: String?
  @Option(help: ArgumentHelp("Service level: \"90% in 20s\", 90/20.", valueName: "target"))
  var target: String?
  @Option(help: ArgumentHelp("Paid time away from the phones: 30%.", valueName: "share"))
  var shrinkage: String?
  @Option(help: ArgumentHelp("Occupancy wanted, for the warning: \"75% to 85%\".", valueName: "range"))
  var occupancy: String?

  /// The lines of the scenario.
  /// - Throws: ``CommandError/noScenario`` without calls and handle time.
  var scenarioText: String {
    get throws {
      guard let calls, let handle else { throw CommandError.noScenario }
      var lines = ["busyhour: 1", "name: staffing question", "open: \(try Self.hours(open ?? "10h"))"]
      lines += ["calls: \(calls)", "handle: \(handle)", "staffing: solve"]
      if let shrinkage { lines.append("shrinkage: \(shrinkage)") }
      lines.append("targets:")
      lines.append("  service_level: \(target ?? "90% in 20s")")
      if let occupancy { lines.append("  occupancy: \(occupancy)") }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// The same options beside a file, where they replace its values.
  var overrides: [String] {
    get throws {
      let hours = try open.map(Self.hours)
      let pairs = [
        ("calls", calls), ("open", hours), ("handle", handle), ("target", target), ("shrinkage", shrinkage),
        ("targets.occupancy", occupancy),
      ]
      return pairs.compactMap { key, value in value.map { "\(key)=\($0)" } }
    }
  }

  /// `10h` begins at eight where it fits, else at midnight; opening hours stay as they are.
  private static func hours(_ text: String) throws -> String {
    guard text.hasSuffix("h") || text.hasSuffix("m") else { return text.contains(" ") ? text : days(text) }
    guard let minutes = minutes(text), (1...1_440).contains(minutes) else { throw CommandError.notOpeningHours(text) }
    let start = minutes <= 960 ? 480 : 0
    return "daily \(clock(start))-\(clock(start + minutes))"
  }

  private static func days(_ text: String) -> String { text == "24/7" ? text : "daily \(text)" }

  /// `10h`, `7h30m`, `450m`.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: "h", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return Int(text.dropLast()) }
    guard let hours = Int(parts[0]), (0...24).contains(hours) else { return nil }
    if parts[1].isEmpty { return hours * 60 }
    guard parts[1].hasSuffix("m"), let rest = Int(parts[1].dropLast()), (0..<60).contains(rest) else { return nil }
    return hours * 60 + rest
  }

  private static func clock(_ minutes: Int) -> String {
    [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
