/// The steps that make records of any version into records of today.
///
/// Digests and checksums are of what was written; folds and people get what it means today.
public struct UpcasterChain: Sendable {
  private let steps: [UInt8: EventUpcaster]

  /// - Precondition: no two steps have one code, and none has that of a kind of today.
  public init(_ steps: [EventUpcaster]) {
    precondition(steps.allSatisfy { EventKind(rawValue: $0.code) == nil }, "a kind of today needs no step")
    self.steps = Dictionary(uniqueKeysWithValues: steps.map { ($0.code, $0) })
  }

  /// Every step that there is; see ``EventCatalog/upcasters``.
  public static let current = UpcasterChain(EventCatalog.upcasters)

  /// Whether a record with this code can be read.
  public func knows(_ code: UInt8) -> Bool { EventKind(rawValue: code) != nil || steps[code] != nil }

  /// The record as it would be written today; one that no step leads to a kind of today stays what the last step gave.
  public func current(_ record: EventRecord) -> EventRecord {
    var record = record
    // A chain has at most as many steps as there are: steps that lead in a circle come to an end.
    for _ in 0..<steps.count {
      guard let step = steps[record.kindCode] else { break }
      record = step.convert(record)
    }
    return record
  }

  /// Lends the records as they would be written today: the same ones where nothing has ever changed.
  public func lend<Result>(
    _ records: UnsafeBufferPointer<EventRecord>, _ body: (UnsafeBufferPointer<EventRecord>) throws -> Result
  ) rethrows -> Result {
    guard !steps.isEmpty, records.contains(where: { steps[$0.kindCode] != nil }) else { return try body(records) }
    return try records.map(current).withUnsafeBufferPointer(body)
  }
}
