public import ContactCenter

/// How many people each team needs, and what a few more or fewer would change.
public struct StaffingReport: Report, Hashable {
  /// The peak of one team with its neighbourhood, and the need of its whole horizon.
  public struct Team: Hashable, Sendable {
    public var name: String
    /// `Offered load 8.33 erlangs ...`.
    public var lead: String
    public var acceptableWaitSeconds: Double
    /// The target that decides at the peak, in words.
    public var binding: String
    public var neighbours: [Neighbour]
    public var intervals: [Interval]
    public init(
      name: String, lead: String, acceptableWaitSeconds: Double, binding: String, neighbours: [Neighbour],
      intervals: [Interval]
    ) {
      self.name = name
      self.lead = lead
      self.binding = binding
      self.acceptableWaitSeconds = acceptableWaitSeconds
      self.neighbours = neighbours
      self.intervals = intervals
    }
  }

  /// One number of people on the phones and what it gives.
  public struct Neighbour: Hashable, Sendable {
    public var onPhones: Int
    public var scheduled: Int
    public var serviceLevel: Double
    public var averageSpeedOfAnswerSeconds: Double
    public var occupancy: Double
    public var waitProbability: Double
    /// Service level that this agent adds to a team of one fewer; nil where that team cannot carry the load.
    public var adds: Double?
    /// Whether it is the smallest that meets the target.
    public var isRequired: Bool

    public init(
      onPhones: Int, scheduled: Int, serviceLevel: Double, averageSpeedOfAnswerSeconds: Double, occupancy: Double,
      waitProbability: Double, adds: Double?, isRequired: Bool
    ) {
      self.onPhones = onPhones
      self.scheduled = scheduled
      self.serviceLevel = serviceLevel
      self.averageSpeedOfAnswerSeconds = averageSpeedOfAnswerSeconds
      self.occupancy = occupancy
      self.waitProbability = waitProbability
      self.adds = adds
      self.isRequired = isRequired
    }
  }

  /// The need of one interval.
  public struct Interval: Hashable, Sendable {
    public var day: String
    /// Clock times.
    public var start: String
    public var end: String
    public var contacts: Double
    public var loadErlangs: Double
    public var onPhones: Int
    public var scheduled: Int
    /// The target that one agent fewer would break.
    public var binding: String
    /// Service level that one more agent would add.
    public var nextAdds: Double?
    /// Whether it lies on the day that the table for reading shows.
    public var isOnPeakDay: Bool
    public init(
      day: String, start: String, end: String, contacts: Double, loadErlangs: Double, onPhones: Int, scheduled: Int,
      binding: String, nextAdds: Double?, isOnPeakDay: Bool
    ) {
      self.day = day
      self.start = start
      self.end = end
      self.contacts = contacts
      self.loadErlangs = loadErlangs
      self.onPhones = onPhones
      self.scheduled = scheduled
      self.binding = binding
      self.nextAdds = nextAdds
      self.isOnPeakDay = isOnPeakDay
    }
  }

  public var scenario: String
  public var fingerprint: String
  /// `90% in 20 s`.
  public var target: String
  public var shrinkage: Share
  public var teams: [Team]
  public var notes: [String]
  /// Contradictions of targets.
  public var warnings: [String]

  public init(
    scenario: String, fingerprint: String, target: String, shrinkage: Share, teams: [Team], notes: [String] = [],
    warnings: [String] = []
  ) {
    self.scenario = scenario
    self.fingerprint = fingerprint
    self.target = target
    self.shrinkage = shrinkage
    self.teams = teams
    self.notes = notes
    self.warnings = warnings
  }
}
