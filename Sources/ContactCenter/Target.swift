/// What a run is held against: a metric, the range it should lie in, and for whom.
public struct Target: Hashable, Sendable {
  /// The range that a metric should lie in; either end may be open. Ratios are fractions, durations seconds, money
  /// units of the scenario's currency.
  public struct Range: Hashable, Sendable {
    public var lower: Double?
    public var upper: Double?
    public init(lower: Double? = nil, upper: Double? = nil) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// Name of the metric in the KPI catalogue: `service_level`, `asa_s`, `occupancy`, ...
  public var metric: String
  /// Key as the scenario file writes it: `service_level`, `asa`, `staffed`, or `triage.service_level` for one queue.
  public var name: String
  public var range: Range
  /// The queue that the target is for; nil for the whole center.
  public var queue: Int?
  /// As the user wrote it: `90% in 20s`.
  public var text: String
  /// Line of the scenario file, for annotations.
  public var line: Int?

  public init(metric: String, name: String, range: Range, queue: Int? = nil, text: String, line: Int? = nil) {
    self.metric = metric
    self.name = name
    self.range = range
    self.queue = queue
    self.text = text
    self.line = line
  }
}
