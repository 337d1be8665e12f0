public import ContactCenter

/// Plans that several suites share.
public enum ReferencePlans {
  /// The workload of the speed benchmark: 1,000 contacts in 24 hours by half-hours, lognormal handle times of mean 480 s
  /// and cv 1, exponential patience of mean 180 s, 12 agents all day.
  public static let clinicDay: SimulationPlan = {
    var plan = SimulationPlan.line(
      horizon: .hours(24), contacts: 0, handleTime: .lognormal(mean: .seconds(480), coefficientOfVariation: 1),
      patience: .exponential(mean: .seconds(180)), agents: 12)
    plan.arrivals[0].pieces = clinicCounts.enumerated().map { index, count in
      .init(
        start: .second(1_800 * Int64(index)), end: .second(1_800 * Int64(index + 1)), expectedContacts: count)
    }
    return plan
  }()

  /// Expected contacts of the 48 half-hours; they sum to 1,000.
  public static let clinicCounts: [Double] =
    [16.5] + Array(repeating: 16.2, count: 9) + [
      16.3, 16.4, 16.6, 17.0, 17.8, 19.2, 21.2, 23.7, 26.5, 28.8, 30.3, 30.4, 29.2, 27.3, 25.2, 23.7, 23.1, 23.5, 24.7,
      26.1, 27.4, 28.2, 28.2, 27.3, 25.8, 23.9, 21.9, 20.2, 18.7, 17.7, 17.1, 16.7, 16.4, 16.3, 16.3, 16.2, 16.2, 16.2,
    ]

  /// Two kinds of contact, two teams, priorities, wrap-up, breaks and an absence; whoever waits at the end is cut off.
  public static let clinicLines: SimulationPlan = {
    var plan = SimulationPlan.line(
      horizon: .hours(4), contacts: 120, handleTime: .lognormal(mean: .seconds(300), coefficientOfVariation: 0.8),
      wrapUp: .deterministic(.seconds(25)), patience: .exponential(mean: .minutes(3)), agents: 5)
    plan.queues.append(
      .init(
        handleTime: .init(family: "gamma", mean: .seconds(840), shape: [2]), wrapUp: nil,
        patience: .init(family: "weibull", mean: .minutes(8), shape: [1.5]), priority: 1))
    plan.arrivals[0].mix = [0.75, 0.25]
    plan.teams = [.init(queues: [0]), .init(queues: [0, 1])]
    plan.agents = [0, 0, 0, 1, 1].map { .init(team: $0) }
    plan.absences = [.init(activity: 2, probability: .percent(20))]
    plan.disconnects = [plan.horizon]
    plan.add(
      (0..<5).map {
        .init(time: .second(5_400 + 900 * Int64($0)), agent: $0, kind: .pause(activity: 0, length: .minutes(15)))
      })
    return plan
  }()

  /// More work than people, nobody hangs up, everybody is served before the last agent leaves.
  public static let overload: SimulationPlan = .line(
    horizon: .hours(2), contacts: 60, handleTime: .exponential(mean: .minutes(10)), agents: 3)
}
