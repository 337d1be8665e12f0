/// A key performance indicator: a name, a unit, and the two sums whose ratio it is.
///
/// A KPI never sees an event and never divides: it names a numerator and a denominator among the sums of a day, so that
/// days and replications merge by addition and both estimators come from the same state.
public struct KPI: Sendable {
  public enum Unit: String, Hashable, Sendable {
    /// A fraction, printed as a percentage.
    case ratio
    case seconds
    case squaredSeconds = "squared_seconds"
    /// Contacts a day.
    case contacts
    case people
    /// Units of the scenario's currency.
    case money
    /// Points of a scale: satisfaction of 1 to 5, a net promoter score of -100 to 100.
    case score
  }

  /// Which way is better; `neither` for volumes and for figures with a band, such as occupancy.
  public enum Preference: String, Hashable, Sendable { case higher, lower, neither }

  /// Numerator and denominator of one day. A denominator of 0 says that the day knows nothing of the KPI.
  public struct Fraction: Hashable, Sendable {
    public var numerator: Double
    public var denominator: Double
    public init(_ numerator: Double, per denominator: Double) {
      self.numerator = numerator
      self.denominator = denominator
    }
    public init(_ numerator: Int64, per denominator: Int64) {
      self.init(Double(numerator), per: Double(denominator))
    }
  }

  /// Name in JSON, in the store, in targets: `service_level`, `asa_s`.
  public var name: String
  public var title: String
  public var unit: Unit
  public var preference: Preference
  /// Whether it can be told for one queue; agents' time belongs to pools, not to queues.
  public var isByQueue: Bool
  /// Whether it can be told for one team.
  public var isByTeam: Bool
  /// Whether it is told of each thing that people spend time on, and only of those.
  public var isByTimeUse: Bool
  /// One sentence: what divided by what.
  public var definition: String
  public var fraction: @Sendable (DaySums, ScoringContext) -> Fraction

  public init(
    name: String, title: String, unit: Unit, preference: Preference = .neither, isByQueue: Bool = false,
    isByTeam: Bool = false, isByTimeUse: Bool = false, definition: String,
    fraction: @escaping @Sendable (DaySums, ScoringContext) -> Fraction
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.preference = preference
    self.isByQueue = isByQueue
    self.isByTeam = isByTeam
    self.isByTimeUse = isByTimeUse
    self.definition = definition
    self.fraction = fraction
  }
}
