/// What newcomers go through after they are hired, stage by stage; afterwards they are as good as everybody.
public struct Onboarding: Hashable, Sendable {
  public struct Stage: Hashable, Sendable {
    /// How long it lasts, in weeks.
    public var weeks: Int
    /// Part of each tour spent in training, from its start.
    public var training: Share = .zero
    /// Handle times in units of an experienced colleague's.
    public var handleTimeFactor = 1.0
    /// Chance of resolving a matter, in units of an experienced colleague's.
    public var resolvedFactor = 1.0
    /// Part of the contacts that a supervisor reviews, where the queue has a place for reviews.
    public var reviewed: Share = .zero
    public init(weeks: Int) { self.weeks = weeks }
  }

  public var stages: [Stage]
  public init(stages: [Stage]) { self.stages = stages }

  public static let none = Onboarding(stages: [])
  /// What events call the training.
  public static let activityName = "away: onboarding"
}

/// People of a team who are new when the horizon begins.
public struct Newcomers: Hashable, Sendable {
  public var count: Int
  /// Weeks since they were hired.
  public var weeks: Int
  public init(count: Int, weeks: Int = 0) {
    self.count = count
    self.weeks = weeks
  }
}

/// People who leave for good between weeks.
public struct Attrition: Hashable, Sendable {
  /// Chance of each person to leave at the end of a week.
  public var weekly: Share
  /// Weeks until a newcomer takes the place; nil: it stays empty.
  public var replacedAfterWeeks: Int?
  public init(weekly: Share, replacedAfterWeeks: Int? = nil) {
    self.weekly = weekly
    self.replacedAfterWeeks = replacedAfterWeeks
  }
}

/// Work that a completed contact makes for a supervisor: a recording to be listened to, a text to be read.
public struct ReviewRule: Hashable, Sendable {
  /// Part of the completed contacts.
  public var share: Share
  /// The queue of the reviews.
  public var queue: Int
  public init(share: Share, queue: Int) {
    self.share = share
    self.queue = queue
  }
}
