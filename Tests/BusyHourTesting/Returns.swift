public import ContactCenter
public import EventLog

/// Contacts by which customers, or the center, come back after a while: how they lie in open time.
public enum Returns {
  static let causes: Set<ContactLink.Cause> = [.redial, .repeatContact, .complaint, .retry]

  /// Instants and queues of contacts that come back while their queue is closed; a law has none.
  public static func inClosedTime(_ records: [EventRecord], plan: SimulationPlan) -> [String] {
    records.compactMap { record in
      guard case .contactLinked(let contact, let queue, let link) = record.event, causes.contains(link.cause) else {
        return nil
      }
      guard let open = plan.queues[queue].openTime ?? (plan.openTime.isEmpty ? nil : plan.openTime) else { return nil }
      let now = SimulationTime(microseconds: record.time)
      return open.contains { $0.contains(now) } ? nil : "\(link.cause) \(contact) at \(record.time), queue \(queue)"
    }
  }
}
