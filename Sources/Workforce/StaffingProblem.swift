internal import Erlang

/// Why staffing could not be worked out, or a scenario's people cannot do what it says: what of the scenario it is, its value, what is allowed, and the next step.
///
/// Nothing has been computed or kept; the scenario, or the options, must be changed.
public struct StaffingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Place, value and what is allowed.
  public let description: String
  /// The next step.
  public let help: String?
  /// Path of the scenario's value that cannot be; empty where it is the staffing that cannot be found.
  public let key: [String]

  init(_ description: String, help: String? = nil, key: [String] = []) {
    self.description = description
    self.help = help
    self.key = key
  }

  /// A refusal of the mathematics in the words of a scenario: its keys instead of the names of arguments.
  ///
  /// - Parameter subject: what was to be staffed.
  init(_ error: StaffingError, of subject: String) {
    switch error {
    case .valueOutOfRange(let name, let value, let allowed):
      let key = Self.keys[name]
      let isShare = key?.isShare ?? false
      self.init(
        "\(key.map { "`\($0.name)`" } ?? name) is \(isShare ? Self.percent(value) : "\(value)"); allowed: "
          + "\(isShare ? Self.shares[allowed] ?? allowed : allowed) (staffing \(subject))",
        help: key?.help)
    case .unreachable(let target, let limit):
      self.init(
        "no number of people up to \(limit) reaches the target: \(target) (staffing \(subject))",
        help: "ask for less, or check the unit of `calls` and `handle`")
    default:
      self.init("\(error) (staffing \(subject))")
    }
  }

  private struct Key {
    var name: String
    var isShare = false
    var help: String?
  }

  /// Arguments of the mathematics and the scenario's keys that fill them.
  private static let keys = [
    "serviceLevel": Key(
      name: "targets.service_level", isShare: true,
      help: "somebody always finds everybody busy: ask for 99.9% at most, as in --target \"99% in 20s\""),
    "withinSeconds": Key(name: "targets.service_level", help: "write it like 90% in 20s"),
    "occupancy": Key(name: "targets.occupancy", isShare: true, help: "write it like at most 85%"),
    "abandonment": Key(name: "targets.abandonment", isShare: true, help: "write it like at most 5%"),
    "averageSpeedOfAnswerSeconds": Key(name: "targets.asa", help: "write it like at most 20s"),
    "shrinkage": Key(
      name: "shrinkage", isShare: true, help: "it leaves nobody on the phones; 25% to 35% is usual"),
    "handleTimeSeconds": Key(name: "handle", help: "write it like 5m"),
    "patienceSeconds": Key(name: "patience", help: "write it like exp 3m, or never"),
    "patienceMeanSeconds": Key(name: "patience", help: "write it like exp 3m, or never"),
    "contacts": Key(name: "calls", help: "write it like 1000/day"),
    "loadErlangs": Key(name: "calls x handle, in erlangs", help: "check the unit of `calls` and `handle`"),
  ]

  /// Ranges of shares as people read them.
  private static let shares = [
    "0..<1": "0% to less than 100%", "0<...1": "more than 0%, up to 100%", "0<..<1": "between 0% and 100%",
  ]

  private static func percent(_ share: Double) -> String {
    let text = "\((share * 1e11).rounded() / 1e9)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }
}
