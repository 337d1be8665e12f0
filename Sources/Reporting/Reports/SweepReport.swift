public import ContactCenter
public import KPIs

/// The points of a sweep in one table, and the values at which targets begin and cease to hold.
public struct SweepReport: Report {
  /// Whose people the points have.
  public enum Staffing: String, Sendable {
    /// The scenario says who works when.
    case given
    /// Worked out once, at the base values, and kept: the world varies.
    case kept
    /// Worked out again at each point.
    case solved
  }

  public struct Point: Sendable {
    /// One a key.
    public var values: [String]
    /// Whether it is the scenario itself.
    public var isBase: Bool
    public var scorecard: Scorecard
    public init(values: [String], isBase: Bool, scorecard: Scorecard) {
      self.values = values
      self.isBase = isBase
      self.scorecard = scorecard
    }
  }

  /// Where one target holds along the first key.
  public struct Limit: Sendable {
    public var target: Target
    /// Values of the other keys, `demand.volume=1000/day`; empty where there is one key.
    public var fixed: String
    public var first: String
    public var last: String
    public var pair: BreakEven.Pair
    /// Writes a value as the key is written.
    public var text: @Sendable (Double) -> String

    public init(
      target: Target, fixed: String, first: String, last: String, pair: BreakEven.Pair,
      text: @escaping @Sendable (Double) -> String
    ) {
      self.target = target
      self.fixed = fixed
      self.first = first
      self.last = last
      self.pair = pair
      self.text = text
    }
  }

  /// Of the base; its run has no id.
  public var facts: RunFacts
  public var keys: [String]
  public var staffing: Staffing
  public var points: [Point]
  public var limits: [Limit]
  /// Points that the time did not suffice for.
  public var missingPoints: Int
  public var notes: [String]

  public init(
    facts: RunFacts, keys: [String], staffing: Staffing, points: [Point], limits: [Limit], missingPoints: Int = 0,
    notes: [String] = []
  ) {
    self.facts = facts
    self.keys = keys
    self.staffing = staffing
    self.points = points
    self.limits = limits
    self.missingPoints = missingPoints
    self.notes = notes
  }
}
