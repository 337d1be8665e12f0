extension KPI {
  public static let contactsBlocked = ofRules(
    "blocked", "Busy signals", "Contacts that met a busy signal, an open day; part of the offered."
  ) { $0.blocked }
  public static let contactsSelfServed = ofRules(
    "self_served", "Contained in self-service",
    "Contacts that self-service settled, an open day; not offered to people."
  ) { $0.selfServed }
  public static let messagesLeft = ofRules(
    "messages_left", "Messages left", "Callers who left a message instead of waiting on, an open day."
  ) { $0.messagesLeft }
  public static let callbacksPromised = ofRules(
    "callbacks_promised", "Callbacks promised", "Callers who hung up on the promise to be called back, an open day."
  ) { $0.callbacksPromised }
  public static let contactsTransferred = ofRules(
    "transferred", "Transfers", "Contacts that an agent handed on, an open day.", isByTeam: true
  ) { $0.transferred }
  public static let contactsRedialled = ofRules(
    "redials", "Redials", "Contacts of callers who had hung up or met a busy signal before, an open day."
  ) { $0.redials }
  public static let repeatContacts = ofRules(
    "repeats", "Repeat contacts",
    """
    Contacts that came because an earlier one did not resolve the matter, an open day; of a team because of one that it \
    had.
    """, isByTeam: true
  ) { $0.repeats }
  public static let customers = ofRules(
    "customers", "Customers",
    """
    Matters that reached the center, an open day: offered, self-served and diverted contacts without redials, repeats, \
    callbacks, messages, transfers, escalations, complaints, retries, diversions and reviews.
    """
  ) { $0.customers }

  /// A count an open day, told only where the scenario has rules.
  private static func ofRules(
    _ name: String, _ title: String, _ definition: String, isByTeam: Bool = false,
    _ count: @escaping @Sendable (ContactSums) -> Int64
  ) -> KPI {
    KPI(
      name: name, title: title, unit: .contacts, isByQueue: true, isByTeam: isByTeam, definition: definition
    ) { day, context in
      Fraction(Double(count(context.contacts(day))), per: context.hasRules ? context.openDays(day) : 0)
    }
  }
}
