extension KPI {
  public static let costPerResolvedContact = ofCosts(
    "cost_per_resolved", "Cost per resolved contact", "All costs / talks that resolved the matter."
  ) { ($0.total($1, $2), Double($1.contacts.resolved)) }
  public static let costPerFullTimeMonth = ofCosts(
    "cost_per_fte", "Cost per FTE and month",
    "All costs / full-time months: scheduled hours / (2,080 paid hours a year / 12)."
  ) { sheet, day, context in
    let hours = Double(day.agents.scheduled) / 3.6e9
    return (sheet.total(day, context), hours * 12 / Double(CostSheet.paidHoursPerYear))
  }
  public static let costADay = aDay("cost", "Costs", "All costs that the scenario states, an open day.") {
    $0.total($1, $2)
  }
  public static let costOfWages = aDay(
    "cost_wages", "Wages",
    "Wages of the scheduled time with premiums, and of overtime where `costs.overtime` is stated, an open day."
  ) { sheet, day, _ in sheet.wages(day) }
  public static let costOfEquipment = aDay(
    "cost_equipment", "Seats, licences, training",
    """
    Seats, licences and training of the people whom the center pays: their scheduled hours x yearly sums / 2,080 paid \
    hours a year, an open day.
    """
  ) { sheet, day, _ in sheet.equipment(day) }
  public static let costOfPartners = aDay(
    "cost_partners", "Outsourcing partners", "Partners' prices x contacts answered, or minutes of work, an open day."
  ) { sheet, day, _ in sheet.partners(day) }
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
    _ name: String, _ title: String, _ definition: String,
    _ parts: @escaping @Sendable (CostSheet, DaySums, ScoringContext) -> (Double, Double)
  ) -> KPI {
    KPI(name: name, title: title, unit: .money, preference: .lower, definition: definition) { day, context in
      guard let sheet = context.costs, context.statesCosts else { return Fraction(0, per: 0.0) }
      let (cost, denominator) = parts(sheet, day, context)
      return Fraction(cost, per: denominator)
    }
  }

  private static func aDay(
    _ name: String, _ title: String, _ definition: String,
    _ cost: @escaping @Sendable (CostSheet, DaySums, ScoringContext) -> Double
  ) -> KPI {
    ofCosts(name, title, definition) { (cost($0, $1, $2), $1.openDays) }
  }
}
