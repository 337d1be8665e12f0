internal import EventLog

/// What customers and checkers said of the talks of one queue, booked where the talks ended.
public struct OutcomeSums: Hashable, Sendable {
  /// Answers about satisfaction, how many of them were 4 or 5, how many 5, and the scores added up.
  public var satisfactionRatings: Int64 = 0
  public var satisfied: Int64 = 0
  public var verySatisfied: Int64 = 0
  public var satisfactionScores: Int64 = 0
  /// Answers about recommendation, how many of them were 9 or 10, and how many 6 or less.
  public var recommendationRatings: Int64 = 0
  public var promoters: Int64 = 0
  public var detractors: Int64 = 0
  /// Appointments made, and those that were right.
  public var appointments: Int64 = 0
  public var accurateAppointments: Int64 = 0
  /// Talks checked, the criteria looked at and those passed.
  public var checks: Int64 = 0
  public var criteria: Int64 = 0
  public var criteriaPassed: Int64 = 0

  public init() {}

  public static func += (left: inout OutcomeSums, right: OutcomeSums) {
    left.satisfactionRatings += right.satisfactionRatings
    left.satisfied += right.satisfied
    left.verySatisfied += right.verySatisfied
    left.satisfactionScores += right.satisfactionScores
    left.recommendationRatings += right.recommendationRatings
    left.promoters += right.promoters
    left.detractors += right.detractors
    left.appointments += right.appointments
    left.accurateAppointments += right.accurateAppointments
    left.checks += right.checks
    left.criteria += right.criteria
    left.criteriaPassed += right.criteriaPassed
  }

  /// Adds an event of the kinds that tell outcomes; others change nothing.
  mutating func add(_ record: EventRecord) {
    let detail = Int64(record.detail)
    switch record.kindCode {
    case EventKind.satisfactionRated.rawValue:
      satisfactionRatings += 1
      satisfactionScores += detail
      if detail >= 4 { satisfied += 1 }
      if detail == 5 { verySatisfied += 1 }
    case EventKind.recommendationRated.rawValue:
      recommendationRatings += 1
      if detail >= 9 { promoters += 1 }
      if detail <= 6 { detractors += 1 }
    case EventKind.appointmentMade.rawValue:
      appointments += 1
      accurateAppointments += detail
    case EventKind.qualityChecked.rawValue:
      checks += 1
      criteria += detail >> 8
      criteriaPassed += detail & 0xFF
    default: break
    }
  }
}
