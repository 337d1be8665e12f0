/// How much of the scheduled time an activity is assumed to take, against which the log is held.
public struct ActivityAssumption: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// A category of planned shrinkage: its share of the time that is scheduled.
    case planned
    /// A category of unplanned shrinkage.
    case unplanned
    /// It stands in the schedule, such as a break of a shift: its length there.
    case scheduled
  }

  public var name: String
  public var kind: Kind
  /// Share of the scheduled time, 0 ... 1, of the whole horizon.
  public var share: Double

  public init(name: String, kind: Kind, share: Double) {
    self.name = name
    self.kind = kind
    self.share = share
  }
}
