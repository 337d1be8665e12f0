/// How many people an interval needs, and what a few more or fewer would change.
public struct StaffingReport: Report, Hashable {
  /// One number of people on the phones and what it gives.
  public struct Neighbour: Hashable, Sendable {
    public var onPhones: Int
    public var scheduled: Int
    /// nil where the queue would grow without limit.
    public var figures: Figures?
    public var isRequired: Bool

    public struct Figures: Hashable, Sendable {
      public var serviceLevel: Double
      public var averageSpeedOfAnswerSeconds: Double
      public var occupancy: Double
      public var waitProbability: Double
      public var abandonment: Double?
      public init(
        serviceLevel: Double, averageSpeedOfAnswerSeconds: Double, occupancy: Double, waitProbability: Double,
        abandonment: Double?
      ) {
        self.serviceLevel = serviceLevel
        self.averageSpeedOfAnswerSeconds = averageSpeedOfAnswerSeconds
        self.occupancy = occupancy
        self.waitProbability = waitProbability
        self.abandonment = abandonment
      }
    }

    public init(onPhones: Int, scheduled: Int, figures: Figures?, isRequired: Bool) {
      self.onPhones = onPhones
      self.scheduled = scheduled
      self.figures = figures
      self.isRequired = isRequired
    }
  }

  /// The need of one interval of the day.
  public struct Interval: Hashable, Sendable {
    /// Clock time of its start, with the weekday where days differ.
    public var start: String
    public var contacts: Double
    public var loadErlangs: Double
    public var onPhones: Int
    public var scheduled: Int
    public init(start: String, contacts: Double, loadErlangs: Double, onPhones: Int, scheduled: Int) {
      self.start = start
      self.contacts = contacts
      self.loadErlangs = loadErlangs
      self.onPhones = onPhones
      self.scheduled = scheduled
    }
  }

  /// `8.33 erlangs (100 contacts/h x 5 min)`, model, whose interval.
  public var lead: [String]
  /// `90% in 20 s`.
  public var target: String
  public var acceptableWaitSeconds: Double
  public var shrinkage: Double
  public var neighbours: [Neighbour]
  public var intervals: [Interval]
  /// Remarks, contradictions of targets first.
  public var warnings: [String]
  public var inputs: [JSONValue.Member]

  public init(
    lead: [String], target: String, acceptableWaitSeconds: Double, shrinkage: Double, neighbours: [Neighbour],
    intervals: [Interval] = [], warnings: [String] = [], inputs: [JSONValue.Member] = []
  ) {
    self.lead = lead
    self.target = target
    self.acceptableWaitSeconds = acceptableWaitSeconds
    self.shrinkage = shrinkage
    self.neighbours = neighbours
    self.intervals = intervals
    self.warnings = warnings
    self.inputs = inputs
  }
}
