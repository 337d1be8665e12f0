internal import ContactCenter

/// A stretch of a replication between two clock times.
struct TimeWindow {
  private let start: SimulationTime
  private let end: SimulationTime

  /// - Throws: ``CommandError/notATime(_:)``.
  init(from: String?, to: String?) throws {
    start = try from.map(Self.instant) ?? .zero
    end = try to.map(Self.instant) ?? .limit
  }

  func contains(_ time: SimulationTime) -> Bool { start <= time && time < end }

  /// `10:30`, `10:30:15`; hours past 24 are on later days.
  private static func instant(_ text: String) throws -> SimulationTime {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard (2...3).contains(parts.count), let hours = parts[0], (0..<24 * 3_650).contains(hours),
      parts.dropFirst().allSatisfy({ (0..<60).contains($0 ?? -1) })
    else { throw CommandError.notATime(text) }
    let seconds = parts.count == 3 ? parts[2] ?? 0 : 0
    return .zero + TimeSpan.seconds(hours * 3_600 + (parts[1] ?? 0) * 60 + seconds)
  }
}
