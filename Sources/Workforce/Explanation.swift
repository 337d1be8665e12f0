public import ContactCenter
internal import Erlang

/// What stands behind the number of people of one team at its peak: the load, the formula, each of its assumptions with
/// what the scenario has instead, and what that is worth.
public struct Explanation: Hashable, Sendable {
  public enum Assumption: String, CaseIterable, Hashable, Sendable {
    case steadyRate = "steady_rate"
    case exponentialHandleTime = "exponential_handle_time"
    case nobodyHangsUp = "nobody_hangs_up"
    case oneQueue = "one_queue"
    case everybodyPresent = "everybody_present"
    case noWrapUp = "no_wrap_up"
    /// Looked at where people hold several contacts.
    case oneContactAtATime = "one_contact_at_a_time"
  }

  /// One assumption of Erlang C held against the scenario.
  public struct Finding: Hashable, Sendable {
    public var assumption: Assumption
    public var holds: Bool
    /// The figures of the scenario, by name; shares as fractions, times in seconds.
    public var facts: [Fact]
    /// Service level at the peak with the same people when the scenario's own counts; nil where no formula has it.
    public var serviceLevel: Double?
  }

  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: Double
  }

  /// One team size: the price list of a planner.
  public struct TeamSize: Hashable, Sendable {
    public var positions: Int
    public var scheduled: Int
    public var serviceLevel: Double
    /// What this agent adds to a team of one fewer; nil where that team is unstable.
    public var adds: Double?
    public var isRequired: Bool
  }

  public var team: String
  public var peak: IntervalRequirement
  /// Which target one agent fewer would break.
  public var binding: String
  /// P(blocked) of the series, and of GSL's Poisson distribution: two ways to the same number.
  public var blocking: Double
  public var blockingByGSL: Double?
  /// The fast answer for the same P(wait): load + beta sqrt(load).
  public var squareRootPositions: Int?
  public var findings: [Finding]
  public var sizes: [TeamSize]

  /// One for each team with contacts.
  /// - Throws: ``StaffingProblem``.
  public static func all(of scenario: Scenario) throws(StaffingProblem) -> [Explanation] {
    let table = try StaffingTable(scenario)
    var explanations: [Explanation] = []
    for team in scenario.teams.indices {
      guard let peak = table.peak(of: team), peak.load.contacts > 0,
        let day = TeamDay(of: team, in: scenario, Forecast(scenario))
      else { continue }
      do {
        explanations.append(
          try ExplanationBuilder(scenario: scenario, team: team, peak: peak, day: day).explanation())
      } catch {
        throw StaffingProblem(error, of: "'\(scenario.teams[team].name)'")
      }
    }
    return explanations
  }
}
