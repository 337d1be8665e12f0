// Who is inside when a day ends, and how old work was.

extension KPI {
  static let endStates: [KPI] = [
    ofContacts(
      "waiting_at_end", "Waiting at the end",
      "Contacts that wait at the last instant of a day, mean of all days; a backlog is among them."
    ) { $0.waiting },
    ofContacts(
      "in_hand_at_end", "In hand at the end",
      "Contacts in agents' hands at the last instant of a day, mean of all days."
    ) { $0.inHand },
    KPI(
      name: "busy_at_end", title: "Busy at the end", unit: .people, isByTeam: true,
      definition: "People who talk or wrap up at the last instant of a day, mean of all days."
    ) { day, context in
      guard let end = day.detail?.end else { return Fraction(0, per: 0.0) }
      return Fraction(context.team.map { end.busy[$0] } ?? end.busy.reduce(0, +), per: 1)
    },
    KPI(
      name: "max_age_s", title: "Greatest age", unit: .seconds, preference: .lower, isByQueue: true,
      definition: """
        The greatest age that a contact of deferred work reached on a day while it waited, mean of all days; 0 where none \
        waited.
        """
    ) { day, context in
      let queues = context.asked.filter { context.isDeferred[$0] }
      guard let detail = day.detail, !queues.isEmpty else { return Fraction(0, per: 0.0) }
      return Fraction(Double(queues.map { detail.queues[$0].greatestAge }.max() ?? 0) / 1e6, per: 1)
    },
  ]

  /// A day that nobody opens has an end, too: all days count alike.
  private static func ofContacts(
    _ name: String, _ title: String, _ definition: String, _ count: @escaping @Sendable (DayDetail.End) -> [Int64]
  ) -> KPI {
    KPI(
      name: name, title: title, unit: .contacts, preference: .lower, isByQueue: true, definition: definition
    ) { day, context in
      guard let end = day.detail?.end else { return Fraction(0, per: 0.0) }
      return Fraction(context.queueIndices(day).reduce(0) { $0 + count(end)[$1] }, per: 1)
    }
  }
}
