/// Contacts that the center makes for itself every open day: leads to follow up, appointments to confirm.
public struct ContactList: Hashable, Sendable {
  /// On each open day; the running sum is rounded to whole contacts.
  public var contactsPerDay: Double
  /// Local clock time at which the day's list is there; nil: it grows evenly over the open hours.
  public var time: TimeSpan?

  public init(contactsPerDay: Double, time: TimeSpan? = nil) {
    self.contactsPerDay = contactsPerDay
    self.time = time
  }
}
