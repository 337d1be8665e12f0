// Limits of time, escalations, complaints, refunds.

extension KPI {
  public static let doneInTime = KPI(
    name: "in_time", title: "Done in time", unit: .ratio, preference: .higher, isByQueue: true,
    definition: """
      Limits of time that were kept / those that were kept or missed. A limit still running at the end is neither, nor is \
      that of a caller who hung up.
      """
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(sums.limitsKept, per: sums.limitsKept + sums.limitsMissed)
  }

  public static let escalations = ofCare(
    "escalations", "Escalations",
    "Matters that an agent handed to a higher tier, an open day; of a team those that its people handed on.",
    \.hasEscalations
  ) { $0.escalations }

  public static let escalationsInTime = KPI(
    name: "escalations_in_time", title: "Escalations in time", unit: .ratio, preference: .higher, isByQueue: true,
    definition: "Limits of time of escalations that were kept / those that were kept or missed."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(sums.escalationLimitsKept, per: sums.escalationLimitsKept + sums.escalationLimitsMissed)
  }

  public static let complaints = ofCare(
    "complaints", "Complaints",
    "Contacts that complain about an earlier one, an open day; of a team about one that it had.",
    \.hasComplaints
  ) { $0.complaints }

  public static let refunds = ofCare(
    "refunds", "Refunds granted", "Refunds that agents granted, an open day.", \.hasRefunds
  ) { $0.refunds }

  public static let refundAmount = KPI(
    name: "refund_amount", title: "Refunds, amount", unit: .money, isByQueue: true, isByTeam: true,
    definition: "Amounts of the refunds that agents granted, an open day."
  ) { day, context in
    Fraction(
      Double(context.contacts(day).refundCents) / 100, per: context.hasRefunds ? context.openDays(day) : 0)
  }

  private static func ofCare(
    _ name: String, _ title: String, _ definition: String, _ isTold: @escaping @Sendable (ScoringContext) -> Bool,
    _ count: @escaping @Sendable (ContactSums) -> Int64
  ) -> KPI {
    KPI(
      name: name, title: title, unit: .contacts, isByQueue: true, isByTeam: true, definition: definition
    ) { day, context in
      Fraction(Double(count(context.contacts(day))), per: isTold(context) ? context.openDays(day) : 0)
    }
  }
}
