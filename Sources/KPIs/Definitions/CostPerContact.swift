extension KPI {
  public static let costPerContact = KPI(
    name: "cost_per_contact", title: "Cost per contact", unit: .money, preference: .lower, isByTeam: true,
    definition: """
      All costs that the scenario states (wages of the scheduled time, and what `costs` and partners' prices add) / \
      answered contacts without reviews, which are nobody's contact; only where every team has a wage or a price. Of a \
      team: what its people cost / contacts that it answered, without reviews.
      """
  ) { day, context in
    guard let sheet = context.costs else { return Fraction(0, per: 0.0) }
    let contacts = context.contacts(day)
    return Fraction(sheet.cost(day, context), per: Double(contacts.answered - contacts.reviewsAnswered))
  }
}
