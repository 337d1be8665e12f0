extension KPI {
  public static let satisfaction = ofTalks(
    "csat", "Satisfied (4 or 5)", .ratio, "Customer satisfaction: answers of 4 or 5 / answers about satisfaction."
  ) { ($0.satisfied, $0.satisfactionRatings) }
  public static let satisfactionTopBox = ofTalks(
    "csat_top_box", "Very satisfied (5)", .ratio, "Top box of satisfaction: answers of 5 / answers about satisfaction."
  ) { ($0.verySatisfied, $0.satisfactionRatings) }
  public static let satisfactionMean = ofTalks(
    "csat_mean", "Satisfaction (1 to 5)", .score,
    "Mean satisfaction: scores of 1 to 5, added up / answers about satisfaction."
  ) { ($0.satisfactionScores, $0.satisfactionRatings) }
  public static let netPromoterScore = ofTalks(
    "nps", "Net promoter score", .score,
    """
    Net promoter score, -100 to 100: 100 x (answers of 9 or 10 - answers of 0 to 6) / answers about recommendation.
    """
  ) { (100 * ($0.promoters - $0.detractors), $0.recommendationRatings) }
  public static let appointmentAccuracy = ofTalks(
    "accuracy", "Appointment accuracy", .ratio, "Right appointments / appointments made."
  ) { ($0.accurateAppointments, $0.appointments) }
  public static let qualityScore = ofTalks(
    "qa_score", "Quality score", .ratio, "Criteria passed / criteria of the talks that were checked."
  ) { ($0.criteriaPassed, $0.criteria) }

  private static func ofTalks(
    _ name: String, _ title: String, _ unit: Unit, _ definition: String,
    _ sums: @escaping @Sendable (OutcomeSums) -> (Int64, Int64)
  ) -> KPI {
    KPI(
      name: name, title: title, unit: unit, preference: .higher, isByQueue: true, isByTeam: true,
      definition: definition
    ) { day, context in
      let (numerator, denominator) = sums(context.contacts(day).outcomes)
      return Fraction(numerator, per: denominator)
    }
  }
}
