internal import ContactCenter

/// The paid time that premiums add, by day and team: fed with tours as they end.
struct PayFold {
  private let premiums: [PayPremium]
  /// Microseconds at the plain wage.
  private(set) var premium: [[Int64]]

  init(_ premiums: [PayPremium], days: Int, teams: Int) {
    self.premiums = premiums
    premium = premiums.isEmpty ? [] : Array(repeating: Array(repeating: 0, count: teams), count: days)
  }

  mutating func reset() {
    for day in premium.indices { for team in premium[day].indices { premium[day][team] = 0 } }
  }

  /// Adds a scheduled stretch of one day, rounded down to whole microseconds premium by premium.
  mutating func add(from start: Int64, to end: Int64, day: Int, team: Int) {
    for premium in premiums {
      let from = max(start, premium.time.start.microseconds)
      let to = min(end, premium.time.end.microseconds)
      guard to > from else { continue }
      self.premium[day][team] += Int64(Int128(to - from) * Int128(premium.share.partsPerBillion) / 1_000_000_000)
    }
  }
}
