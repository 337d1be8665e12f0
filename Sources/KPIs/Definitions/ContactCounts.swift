extension KPI {
  public static let contactsOffered = count(
    "offered", "Contacts offered",
    "Contacts that arrived, an open day; without those that self-service settled, or an outage sent to another queue."
  ) { $0.offered }
  public static let contactsAnswered = KPI(
    name: "answered", title: "Contacts answered", unit: .contacts, isByQueue: true, isByTeam: true,
    definition: "Contacts answered, an open day."
  ) { day, context in
    let answered = context.team.map { day.teams[$0].answered } ?? context.contacts(day).answered
    return Fraction(Double(answered), per: day.openDays)
  }
  public static let contactsAbandoned = count("abandoned", "Contacts abandoned", "Callers who hung up, an open day.") {
    $0.abandoned
  }
  public static let contactsDisconnected = count(
    "disconnected", "Contacts disconnected", "Contacts cut off when the center closed or an outage began, an open day."
  ) { $0.disconnected }

  private static func count(
    _ name: String, _ title: String, _ definition: String, _ count: @escaping @Sendable (ContactSums) -> Int64
  ) -> KPI {
    KPI(name: name, title: title, unit: .contacts, isByQueue: true, definition: definition) { day, context in
      Fraction(Double(count(context.contacts(day))), per: day.openDays)
    }
  }
}
