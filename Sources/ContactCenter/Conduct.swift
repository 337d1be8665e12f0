/// How people keep to their schedule: what the log shows beyond absence for whole tours.
public struct Conduct: Hashable, Sendable {
  /// Something that happens now and then and takes a time, exponential with a mean.
  public struct Slip: Hashable, Sendable {
    public var share: Share
    public var mean: TimeSpan
    public init(share: Share, mean: TimeSpan) {
      self.share = share
      self.mean = mean
    }
  }

  /// People who leave their place at random, again and again.
  public struct Straying: Hashable, Sendable {
    /// Mean time on the phones until they stray, exponential.
    public var every: TimeSpan
    /// Mean time away, exponential.
    public var mean: TimeSpan
    public init(every: TimeSpan, mean: TimeSpan) {
      self.every = every
      self.mean = mean
    }
  }

  /// Tours that begin late, and by how much.
  public var lateness: Slip?
  /// Scheduled breaks that last longer, and by how much.
  public var overrun: Slip?
  public var straying: Straying?
  /// Contacts after which people are not available at once.
  public var afterContact: Slip?

  public init(lateness: Slip? = nil, overrun: Slip? = nil, straying: Straying? = nil, afterContact: Slip? = nil) {
    self.lateness = lateness
    self.overrun = overrun
    self.straying = straying
    self.afterContact = afterContact
  }

  public static let none = Conduct()
}

extension Conduct {
  // What events call them. A colon is in no category of a scenario.
  public static let latenessName = "late: arrival"
  public static let overrunName = "late: back from a break"
  public static let strayingName = "away: astray"
  public static let afterContactName = "away: after a contact"
  /// Time at work in which a break was due: nobody is away for it.
  public static let delayName = "late: into a break"

  /// Names of the activities that it needs, in order.
  public var activityNames: [String] {
    [
      lateness.map { _ in Self.latenessName }, overrun.map { _ in Self.overrunName },
      straying.map { _ in Self.strayingName }, afterContact.map { _ in Self.afterContactName },
    ].compactMap { $0 }
  }
}
