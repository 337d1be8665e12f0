internal import ArgumentParser

/// A length of time that work may take: `90s`, `10m`, `1h30m`; `0s` for what the store holds already.
struct TimeLimit: ExpressibleByArgument, Sendable {
  var seconds: Int

  init?(argument: String) {
    var rest = argument[...]
    var sum = 0
    for (letter, unit) in [("h", 3_600), ("m", 60), ("s", 1)] {
      guard let end = rest.firstIndex(of: Character(letter)) else { continue }
      guard let count = Int(rest[..<end]), (0...100_000).contains(count) else { return nil }
      sum += count * unit
      rest = rest[rest.index(after: end)...]
    }
    guard rest.isEmpty, !argument.isEmpty else { return nil }
    seconds = sum
  }

  /// From now.
  var deadline: ContinuousClock.Instant { .now + .seconds(seconds) }
}
