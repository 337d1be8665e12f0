extension KPI {
  public static let blockingRate = ofRules(
    "blocking", "Blocked", .lower, "Blocking rate: contacts that met a busy signal / offered contacts."
  ) { ($0.blocked, $0.offered) }
  public static let selfServiceContainment = ofRules(
    "containment", "Self-service containment", .higher,
    "Contacts that self-service settled / those and the contacts that went on from it to a queue.",
    where: \.hasSelfService
  ) { ($0.selfServed, $0.selfServed + $0.selfServiceLeft) }
  public static let transferRate = ofRules(
    "transfers", "Transfer rate", .lower, "Contacts handed on / completed talks.", where: \.hasTransfers,
    isByTeam: true
  ) { ($0.transferred, $0.completed) }
  public static let firstContactResolution = ofRules(
    "fcr", "First-contact resolution", .higher,
    "Talks that resolved the matter / talks with an outcome; talks that were handed on have none.", isByTeam: true
  ) { ($0.resolved, $0.resolved + $0.unresolved) }
  public static let lostCustomers = ofRules(
    "lost_customers", "Customers lost", .lower,
    """
    Customer basis of abandonment: customers who gave up for good / customers, both where their first contact came. \
    Gave up: hung up, met a busy signal or was cut off, and did not come again.
    """
  ) { ($0.customersLost, $0.customers) }

  private static func ofRules(
    _ name: String, _ title: String, _ preference: Preference, _ definition: String,
    where isTold: @escaping @Sendable (ScoringContext) -> Bool = \.hasRules, isByTeam: Bool = false,
    _ sums: @escaping @Sendable (ContactSums) -> (Int64, Int64)
  ) -> KPI {
    KPI(
      name: name, title: title, unit: .ratio, preference: preference, isByQueue: true, isByTeam: isByTeam,
      definition: definition
    ) { day, context in
      let (numerator, denominator) = sums(context.contacts(day))
      return Fraction(numerator, per: isTold(context) ? denominator : 0)
    }
  }
}

extension ContactSums {
  /// Matters that reached the center: contacts that continue no earlier one, those among them for whom self-service was
  /// enough, or whom an outage sent on, who are not among the offered.
  public var customers: Int64 { offered + selfServed + diverted + reachedLater - continuations }
  private var continuations: Int64 {
    redials + repeats + callbacks + messages + transfersIn + escalations + complaints + retries + diversions + reviews
  }
}
