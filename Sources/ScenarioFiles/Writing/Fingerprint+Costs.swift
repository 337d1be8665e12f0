internal import ContactCenter

extension Fingerprint.Writer {
  /// Nothing where nothing is stated, so that digests of such scenarios stay.
  mutating func addCosts(_ scenario: Scenario) {
    let costs = scenario.costs
    if costs != .none {
      add("costs: 1")
      add(costs.premiums.count)
      for premium in costs.premiums {
        add(premium.name)
        add(premium.hours.map { [$0] } ?? [])
        add(Weekday.allCases.filter(premium.days.contains).map(\.abbreviation).joined())
        add(premium.share)
      }
      add(costs.overtime.map { "\($0.partsPerBillion)ppb" } ?? "-")
      for money in [
        costs.seat, costs.customerRecords, costs.training, costs.telephony, costs.abandoned, costs.blocked, costs.late,
      ] { add(money) }
      add(costs.missedTargets.count)
      for missed in costs.missedTargets.sorted(by: { $0.target < $1.target }) {
        add(missed.target)
        add(missed.amount)
      }
    }
    if let equivalents = scenario.callEquivalents {
      add("call equivalents: 1")
      for channel in Channel.allCases {
        add(equivalents.weights[channel].map { String($0.bitPattern, radix: 16) } ?? "-")
      }
    }
    guard scenario.teams.contains(where: { $0.price != nil }) else { return }
    add("prices: 1")
    for team in scenario.teams {
      add(team.price.map(LongFormWriter.text) ?? "-")
    }
  }
}
