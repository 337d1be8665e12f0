public import ContactCenter
public import KPIs

/// Which way a figure must run when an input grows, where theory says so.
///
/// In a line of one team whose people serve all contacts in order of arrival, more work or fewer people make every
/// contact's wait stochastically longer (monotone coupling of multi-server queues; Müller & Stoyan, "Comparison Methods for
/// Stochastic Models and Risks", 2002, chapter 6). With priorities, several teams or staffing that is solved anew nothing of
/// the kind holds, and nothing is smoothed.
public enum MonotoneResponse {
  /// - Parameter key: canonical path of the input.
  public static func direction(
    of kpi: String, along key: String, in scenario: Scenario, isSolvedAnew: Bool
  ) -> BreakEven.Direction {
    guard !isSolvedAnew, scenario.teams.count == 1, scenario.teams[0].queues.count == scenario.queues.count,
      Set(scenario.queues.map(\.priority)).count == 1, let load = load(key), let figure = figure(kpi)
    else { return .unknown }
    return load == figure ? .rising : .falling
  }

  /// Whether the line gets longer (true) or shorter as the input grows; nil where it may do either.
  private static func load(_ key: String) -> Bool? {
    let parts = key.split(separator: ".")
    if ["calls", "volume", "demand.volume", "shrinkage", "handle", "wrap_up"].contains(key) { return true }
    if parts.first == "shrinkage" { return true }
    if parts.first == "queues", ["handle", "wrap_up"].contains(parts.last) { return true }
    if key == "agents" || (parts.first == "teams" && parts.last == "count") { return false }
    return nil
  }

  /// Whether the figure grows (true) or falls with the line.
  private static func figure(_ kpi: String) -> Bool? {
    switch kpi {
    case "service_level": false
    case "asa_s", "wait_all_s", "abandonment": true
    default: nil
    }
  }
}
