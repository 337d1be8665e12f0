public import ContactCenter
public import EventLog

/// Writes logs by hand: `log.at(12, .contactAbandoned(contact: 1, queue: 0, queuedAt: .second(3)))`.
public struct LogBuilder: Sendable {
  public private(set) var records: [EventRecord] = []

  public init() {}

  /// A log that begins with its start; contacts arrive until `horizon` seconds.
  public init(horizon: Int64) {
    at(0, .replicationStarted(horizon: .second(horizon)))
  }

  public mutating func at(_ second: Int64, _ events: Event...) {
    records += events.map { EventRecord($0, at: .second(second)) }
  }
}

extension SimulationTime {
  public static func second(_ count: Int64) -> SimulationTime { .zero + .seconds(count) }
}
