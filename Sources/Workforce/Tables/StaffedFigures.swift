internal import Erlang

/// What a team gives in the steady state: Erlang A with a patience, else Erlang C.
struct StaffedFigures: Hashable, Sendable {
  /// nil without a threshold.
  var serviceLevel: Double?
  var waitProbability: Double
  /// Mean wait of the answered contacts.
  var averageSpeedOfAnswerSeconds: Double
  var abandonmentProbability: Double
  var occupancy: Double

  /// - Returns: nil for a team of nobody and for an interval without contacts.
  /// - Throws: `StaffingError`.
  init?(
    demand: StaffingDemand, agents: Int, threshold: Double?, definition: Erlang.ServiceLevelDefinition
  ) throws(StaffingError) {
    guard agents > 0, demand.load.numerator > 0 else { return nil }
    let rows = try MarginalAgent.table(
      demand: demand, agents: agents...agents, thresholdSeconds: threshold ?? 0, definition: definition)
    guard let row = rows.first else { return nil }
    serviceLevel = threshold == nil ? nil : row.serviceLevel
    waitProbability = row.waitProbability
    averageSpeedOfAnswerSeconds = row.averageSpeedOfAnswerSeconds
    abandonmentProbability = row.abandonmentProbability
    occupancy = row.occupancy
  }
}
