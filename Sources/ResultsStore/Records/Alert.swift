/// A run fell behind its baseline.
public struct Alert: Hashable, Sendable {
  /// Name of the baseline.
  public var baseline: String
  /// The run that is worse.
  public var run: RunID
  /// Name of the KPI, such as `service_level`.
  public var metric: String
  /// nil for the whole center.
  public var queue: String?
  /// One sentence for people.
  public var message: String
  public var details: [Detail]

  public init(
    baseline: String, run: RunID, metric: String, queue: String? = nil, message: String, details: [Detail] = []
  ) {
    self.baseline = baseline
    self.run = run
    self.metric = metric
    self.queue = queue
    self.message = message
    self.details = details
  }
}
