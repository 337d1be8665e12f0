public import EventLog

/// What chance gave to a customer's first contact; nil where it did not come to pass.
public struct FirstDraws: Equatable, Sendable {
  public var arrival: Int64
  public var queue: Int
  public var talk: Int64?
  public var wrapUp: Int64?
  public var patience: Int64?

  /// By customer: first contacts are those without a link, in order of arrival.
  public static func of(_ records: [EventRecord]) -> [FirstDraws] {
    var later: Set<UInt32> = []
    for record in records.events(.contactLinked) { later.insert(record.contact) }
    var (draws, order): ([UInt32: FirstDraws], [UInt32]) = ([:], [])
    for record in records where !later.contains(record.contact) {
      switch EventKind(rawValue: record.kindCode) {
      case .contactArrived:
        order.append(record.contact)
        draws[record.contact] = FirstDraws(arrival: record.time, queue: record.queue)
      case .contactAbandoned: draws[record.contact]?.patience = record.time - record.reference
      case .contactCompleted: draws[record.contact]?.talk = record.time - record.reference
      case .wrapUpEnded: draws[record.contact]?.wrapUp = record.time - record.reference
      default: break
      }
    }
    return order.compactMap { draws[$0] }
  }
}
