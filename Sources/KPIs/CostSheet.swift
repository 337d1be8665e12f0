public import ContactCenter

/// What a day costs, from its sums. Amounts are whole millionths of the currency and times whole microseconds, so a sum is
/// exact until the one division at its end.
public struct CostSheet: Hashable, Sendable {
  /// Hours for which a full-time person is paid in a year: 52 weeks of 40 hours.
  public static let paidHoursPerYear: Int64 = 2_080

  let costs: CostRules
  /// Of each team, in millionths; nil where it has none.
  let wages: [Int64?]
  let prices: [PartnerPrice?]
  /// Queues whose contacts hold a line from arrival to the end of talk; those that do so during the talk only.
  let callers: [Int]
  let called: [Int]
  /// Penalties of missed targets: the KPI, its range, millionths.
  private let missed: [Missed]

  private struct Missed: Hashable {
    var metric: String
    var range: Target.Range
    var amount: Int64
  }

  /// - Returns: nil where a team has neither wage nor price: costs are then unknown.
  public init?(_ scenario: Scenario) {
    guard scenario.teams.allSatisfy({ $0.hourlyCost != nil || $0.price != nil }) else { return nil }
    costs = scenario.costs
    wages = scenario.teams.map { $0.hourlyCost?.millionths }
    prices = scenario.teams.map(\.price)
    callers = scenario.queues.indices.filter { scenario.queues[$0].rules.channel == .phone }
    called = scenario.queues.indices.filter { scenario.queues[$0].rules.channel == .outbound }
    missed = scenario.costs.missedTargets.compactMap { penalty in
      scenario.targets.first { $0.name == penalty.target && $0.queue == nil }.map {
        Missed(metric: $0.metric, range: $0.range, amount: penalty.amount.millionths)
      }
    }
  }

  // Each in units of the currency.

  public func wages(_ day: DaySums) -> Double {
    var sum: Int128 = 0
    for (wage, team) in zip(wages, day.teams) {
      guard let wage else { continue }
      var paid = Int128(team.time.scheduled + team.premium) * 1_000_000_000
      if let overtime = costs.overtime {
        paid += Int128(team.time.overtime) * Int128(1_000_000_000 + overtime.partsPerBillion)
      }
      sum += paid * Int128(wage)
    }
    return Self.nearest(sum) / 1e9 / 3.6e9 / 1e6
  }

  /// Workplaces, licences and training of the people whom the center pays, by their scheduled hours.
  public func equipment(_ day: DaySums) -> Double {
    let yearly = 12 * ((costs.seat?.millionths ?? 0) + (costs.customerRecords?.millionths ?? 0))
    let scheduled = zip(wages, day.teams).reduce(Int128(0)) { $0 + ($1.0 == nil ? 0 : Int128($1.1.time.scheduled)) }
    return Self.nearest(scheduled * Int128(yearly + (costs.training?.millionths ?? 0))) / 3.6e9
      / Double(Self.paidHoursPerYear) / 1e6
  }

  public func partners(_ day: DaySums) -> Double {
    zip(prices, day.teams).reduce(0) { sum, part in
      switch part.0 {
      case nil: sum
      case .contact(let money)?: sum + Self.nearest(Int128(money.millionths) * Int128(part.1.answered)) / 1e6
      case .minute(let money)?: sum + Self.nearest(Int128(money.millionths) * Int128(part.1.time.busy)) / 6e7 / 1e6
      }
    }
  }

  public func telephony(_ day: DaySums) -> Double {
    let held = callers.reduce(Int64(0)) { sum, queue in
      let sums = day.queues[queue]
      return sum + sums.selfService + sums.waitAnswered + sums.waitLost + sums.talk
    }
    let dialled = called.reduce(Int64(0)) { $0 + day.queues[$1].talk }
    return Self.nearest(Int128(held + dialled) * Int128(costs.telephony?.millionths ?? 0)) / 6e7 / 1e6
  }

  public func penalties(_ day: DaySums, _ context: ScoringContext) -> Double {
    let perDay = missed.reduce(Int128(0)) { sum, penalty in
      guard let kpi = KPICatalog.kpi(named: penalty.metric) else { return sum }
      let fraction = kpi.fraction(day, context)
      guard fraction.denominator > 0 else { return sum }
      return penalty.range.contains(fraction.numerator / fraction.denominator) ? sum : sum + Int128(penalty.amount)
    }
    return Self.nearest(perContact(day) + perDay) / 1e6
  }

  private func perContact(_ day: DaySums) -> Int128 {
    let contacts = day.contacts
    return Int128(costs.abandoned?.millionths ?? 0) * Int128(contacts.abandoned)
      + Int128(costs.blocked?.millionths ?? 0) * Int128(contacts.blocked)
      + Int128(costs.late?.millionths ?? 0) * Int128(contacts.answered - contacts.answeredInTime)
  }

  /// Costs of these queues: of each team the part of its work that is for them, their telephony, their penalties.
  func cost(of queues: [Int], _ day: DaySums, _ detail: DayDetail) -> Double {
    let people = day.teams.indices.reduce(0.0) { sum, team in
      let work = detail.work[team].reduce(0, +)
      guard work > 0 else { return sum }
      var alone = day
      for other in day.teams.indices where other != team { alone.teams[other] = TeamSums() }
      let own = queues.reduce(0) { $0 + detail.work[team][$1] }
      return sum + ofPeople(alone) * Double(own) / Double(work)
    }
    var part = day
    for queue in day.queues.indices where !queues.contains(queue) { part.queues[queue] = ContactSums() }
    return people + telephony(part) + Self.nearest(perContact(part)) / 1e6
  }

  /// What the people cost: wages, workplaces, partners.
  func ofPeople(_ day: DaySums) -> Double { wages(day) + equipment(day) + partners(day) }

  /// All costs; of a team those of its people.
  func cost(_ day: DaySums, _ context: ScoringContext) -> Double {
    context.team == nil ? total(day, context) : ofPeople(context.withPeopleAsked(day))
  }

  public func total(_ day: DaySums, _ context: ScoringContext) -> Double {
    ofPeople(day) + telephony(day) + penalties(day, context)
  }

  /// What `Double(sum)` is. That takes thousands of steps for 128 bits, and each day of a run asks for twenty.
  static func nearest(_ sum: Int128) -> Double {
    let excess = max(0, 64 - sum.magnitude.leadingZeroBitCount)
    // The last of the 64 bits tells whether any beyond them is set, so that the one rounding that follows knows of them.
    let isCut = sum.magnitude.trailingZeroBitCount < excess
    let kept = UInt64(truncatingIfNeeded: sum.magnitude >> excess) | (isCut ? 1 : 0)
    return Double(sign: sum < 0 ? .minus : .plus, exponent: excess, significand: Double(kept))
  }
}
