internal import ContactCenter

/// A stretch of a replication between two clock times.
struct TimeWindow {
  private let start: SimulationTime
  private let end: SimulationTime

  /// - Throws: ``CommandError/notATime(_:)``, ``CommandError/noTimeBetween(_:_:)``.
  init(from: String?, to: String?) throws {
    start = try from.map(Self.instant) ?? .zero
    end = try to.map(Self.instant) ?? .limit
    if end <= start { throw CommandError.noTimeBetween(from ?? "00:00", to ?? "") }
  }

  /// The minute, or the second, that a clock time names.
  /// - Throws: ``CommandError/notATime(_:)``.
  init(at text: String) throws {
    start = try Self.instant(text)
    end = start + TimeSpan.seconds(text.filter { $0 == ":" }.count == 2 ? 1 : 60)
  }

  /// Everything up to an instant, in microseconds, and at it.
  init(until instant: Int64) {
    (start, end) = (.zero, SimulationTime(microseconds: min(instant, SimulationTime.limit.microseconds - 1) + 1))
  }

  /// One instant.
  init(atMicrosecond instant: SimulationTime) {
    self.init(instant, SimulationTime(microseconds: instant.microseconds + 1))
  }

  private init(_ start: SimulationTime, _ end: SimulationTime) { (self.start, self.end) = (start, end) }

  static let whole = TimeWindow(.zero, .limit)

  func contains(microseconds time: Int64) -> Bool { start.microseconds <= time && time < end.microseconds }

  /// Its microseconds; nil for all of them.
  var range: ClosedRange<Int64>? {
    start == .zero && end == .limit ? nil : start.microseconds...max(start.microseconds, end.microseconds - 1)
  }

  /// `10:30`, `10:30:15`; hours past 24 are on later days.
  static func instant(_ text: String) throws -> SimulationTime {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard (2...3).contains(parts.count), let hours = parts[0], (0..<24 * 3_650).contains(hours),
      parts.dropFirst().allSatisfy({ (0..<60).contains($0 ?? -1) })
    else { throw CommandError.notATime(text) }
    let seconds = parts.count == 3 ? parts[2] ?? 0 : 0
    return .zero + TimeSpan.seconds(hours * 3_600 + (parts[1] ?? 0) * 60 + seconds)
  }
}
