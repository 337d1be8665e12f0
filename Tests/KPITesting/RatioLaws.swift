public import KPIs

/// What must hold of the figures of any stretch of time, an interval or a day: a share lies between none and all, and no
/// count is negative.
public enum RatioLaws {
  /// By their definitions these may leave 0 ... 1: who works beyond the schedule conforms with more than all of it, a break
  /// that begins late counts twice against adherence, and talk in overtime comes on top of scheduled time.
  static let exceptions: Set<String> = ["conformance", "adherence", "time_share"]

  /// - Returns: in words, what does not hold of some sums for the center, for each queue and for each team.
  public static func violations(of sums: DaySums, _ context: ScoringContext) -> [String] {
    let places: [(queue: Int?, team: Int?)] =
      [(nil, nil)] + sums.queues.indices.map { ($0, nil) } + sums.teams.indices.map { (nil, $0) }
    return places.flatMap { queue, team in
      var context = context
      (context.queue, context.team) = (queue, team)
      return (KPICatalog.all + KPICatalog.measures).compactMap { kpi -> String? in
        guard queue == nil || kpi.isByQueue, team == nil || kpi.isByTeam, !exceptions.contains(kpi.name) else {
          return nil
        }
        let value = kpi.fraction(sums, context)
        // Of a stretch that a KPI knows nothing of it tells nothing.
        guard value.denominator != 0 else { return nil }
        let isCount = kpi.unit == .contacts || kpi.unit == .people
        let isShare = kpi.unit == .ratio
        let isSound =
          value.denominator > 0 && (!isCount && !isShare || value.numerator >= 0)
          && (!isShare || value.numerator <= value.denominator * (1 + 1e-12))
        let place = queue.map { "queue \($0): " } ?? team.map { "team \($0): " } ?? ""
        return isSound ? nil : "\(place)\(kpi.name) is \(value.numerator) / \(value.denominator)"
      }
    }
  }

  /// The same of every interval from the first that counts on, and of every day.
  public static func violations(
    intervals: [DaySums], days: [DaySums], _ context: ScoringContext
  ) -> [String] {
    let early = intervals.enumerated().flatMap { index, sums in
      violations(of: sums, context).map { "interval \(index), \($0)" }
    }
    return early + days.enumerated().flatMap { day, sums in violations(of: sums, context).map { "day \(day), \($0)" } }
  }
}
