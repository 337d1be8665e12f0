extension KPI {
  public static let costPerResolvedContact = ofCosts(
    "cost_per_resolved", "Cost per resolved contact",
    "All costs, of a team those of its people / talks that resolved the matter.", isByTeam: true
  ) { ($0.cost($1, $2), Double($2.contacts($1).resolved)) }
  public static let costPerFullTimeMonth = ofCosts(
    "cost_per_fte", "Cost per FTE and month",
    "All costs, of a team those of its people / full-time months: scheduled hours / (2,080 paid hours a year / 12).",
    isByTeam: true
  ) { sheet, day, context in
    let hours = Double(context.agents(day).scheduled) / 3.6e9
    return (sheet.cost(day, context), hours * 12 / Double(CostSheet.paidHoursPerYear))
  }
  public static let costADay = aDay(
    "cost", "Costs",
    """
    All costs that the scenario states, an open day. Of a team those of its people: wages, seats, licences, training, or a \
    partner's prices; telephony and penalties are the center's.
    """, isByTeam: true
  ) { $0.cost($1, $2) }
  public static let costOfWages = aDay(
    "cost_wages", "Wages",
    "Wages of the scheduled time with premiums, and of overtime where `costs.overtime` is stated, an open day.",
    isByTeam: true
  ) { sheet, day, context in sheet.wages(context.withPeopleAsked(day)) }
  public static let costOfEquipment = aDay(
    "cost_equipment", "Seats, licences, training",
    """
    Seats, licences and training of the people whom the center pays: their scheduled hours x yearly sums / 2,080 paid \
    hours a year, an open day.
    """, isByTeam: true
  ) { sheet, day, context in sheet.equipment(context.withPeopleAsked(day)) }
  public static let costOfPartners = aDay(
    "cost_partners", "Outsourcing partners", "Partners' prices x contacts answered, or minutes of work, an open day.",
    isByTeam: true
  ) { sheet, day, context in sheet.partners(context.withPeopleAsked(day)) }
  public static let costOfTelephony = aDay(
    "cost_telephony", "Telephony",
    """
    Price of a line's minute x self-service, wait and talk of phone contacts and talk of outbound ones, an open day.
    """
  ) { sheet, day, _ in sheet.telephony(day) }
  public static let costOfPenalties = aDay(
    "cost_penalties", "Penalties",
    "Penalties for contacts lost or late, and for targets that the day misses, an open day."
  ) { $0.penalties($1, $2) }

  /// Told where the scenario states costs beyond wages: the others have ``costPerContact``.
  private static func ofCosts(
    _ name: String, _ title: String, _ definition: String, isByTeam: Bool = false,
    _ parts: @escaping @Sendable (CostSheet, DaySums, ScoringContext) -> (Double, Double)
  ) -> KPI {
    KPI(
      name: name, title: title, unit: .money, preference: .lower, isByTeam: isByTeam, definition: definition
    ) { day, context in
      guard let sheet = context.costs, context.statesCosts else { return Fraction(0, per: 0.0) }
      let (cost, denominator) = parts(sheet, day, context)
      return Fraction(cost, per: denominator)
    }
  }

  private static func aDay(
    _ name: String, _ title: String, _ definition: String, isByTeam: Bool = false,
    _ cost: @escaping @Sendable (CostSheet, DaySums, ScoringContext) -> Double
  ) -> KPI {
    ofCosts(name, title, definition, isByTeam: isByTeam) { (cost($0, $1, $2), $1.openDays) }
  }
}
