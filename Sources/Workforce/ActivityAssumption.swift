public import ContactCenter

/// How much of the scheduled time an activity is assumed to take, against which the log is held.
public struct ActivityAssumption: Hashable, Sendable {
  public var name: String
  public var kind: AwayActivity.Kind
  /// Share of the scheduled time, 0 ... 1, of the whole horizon: of a category its stated share, of what stands in the
  /// schedule its length there. nil: the scenario states none.
  public var share: Double?

  public init(name: String, kind: AwayActivity.Kind, share: Double?) {
    self.name = name
    self.kind = kind
    self.share = share
  }
}
