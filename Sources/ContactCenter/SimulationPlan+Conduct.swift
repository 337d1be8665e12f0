extension SimulationPlan {
  /// How the people of a team keep to the plan, with the activities that events name. Times are exponential.
  public struct Conduct: Hashable, Sendable {
    public struct Slip: Hashable, Sendable {
      public var activity: Int
      public var probability: Share
      public var mean: TimeSpan
      public init(activity: Int, probability: Share, mean: TimeSpan) {
        self.activity = activity
        self.probability = probability
        self.mean = mean
      }
    }

    public struct Straying: Hashable, Sendable {
      public var activity: Int
      public var every: TimeSpan
      public var mean: TimeSpan
      public init(activity: Int, every: TimeSpan, mean: TimeSpan) {
        self.activity = activity
        self.every = every
        self.mean = mean
      }
    }

    public var lateness: Slip?
    public var overrun: Slip?
    public var straying: Straying?
    public var afterContact: Slip?
    /// What newcomers go through, and the activity of their training.
    public var onboarding = Onboarding.none
    public var trainingActivity = 0
    public var attrition: Attrition?

    public init() {}
    public static let none = Conduct()
  }

  /// Whether nobody is late, strays, is new or leaves: nothing but duties and absences moves people.
  public var hasPlainConduct: Bool {
    teams.allSatisfy { $0.conduct == .none } && agents.allSatisfy { $0.hiredWeeksAgo == nil }
  }

  /// Activities that are not in the schedule: absences and slips by chance, and losses of people.
  public var unplannedActivities: Set<Int> {
    var activities = Set(absences.map(\.activity) + (lossActivity.map { [$0] } ?? []))
    for conduct in teams.map(\.conduct) {
      activities.formUnion(
        [
          conduct.lateness?.activity, conduct.overrun?.activity, conduct.straying?.activity,
          conduct.afterContact?.activity,
        ].compactMap { $0 })
    }
    for duty in duties { if case .chance(let activity, _, _, _) = duty.kind { activities.insert(activity) } }
    return activities
  }
}
