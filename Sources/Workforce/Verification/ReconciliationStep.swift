/// One step on the way from the formula to the simulation: what the service level is when one more fact is counted.
public struct ReconciliationStep: Hashable, Sendable {
  /// What is counted from here on.
  public enum Fact: String, CaseIterable, Hashable, Sendable {
    /// Erlang C at the greatest load.
    case formulaAtPeak = "formula_at_peak"
    /// Erlang C in every interval: teams are whole people, so small intervals have some to spare.
    case wholeDay = "whole_day"
    /// Erlang A: contacts hang up.
    case abandonment
    /// The exact law through the day: queues built in one interval are met in the next.
    case nonStationarity = "non_stationarity"
    /// The people that the plan really has in each minute: shifts, breaks, whole heads after planned shrinkage.
    case shiftGranularity = "shift_granularity"
    /// The day begins with nobody in the system.
    case emptyStart = "empty_start"
    /// People finish the call in hand before they leave, exactly, where all lines above hand it back to the queue; and
    /// come back from a pause as much later, to first order: the people missing times what one more person gives.
    case lateLeaving = "late_leaving"
  }

  public var fact: Fact
  /// Service level with all facts up to this one.
  public var serviceLevel: Double
}
