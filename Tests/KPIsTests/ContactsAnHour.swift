import KPIs

extension KPI {
  /// What one person gets done in an hour on the phones.
  static let contactsAnHour = KPI(
    name: "contacts_an_hour", title: "Contacts an agent hour", unit: .contacts, preference: .higher, isByTeam: false,
    definition: "Completed contacts / hours on the phones."
  ) { day, _ in
    Fraction(Double(day.contacts.completed), per: Double(day.agents.present) / 3_600_000_000)
  }
}
