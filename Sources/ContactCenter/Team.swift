/// People with the same skills, schedule rule and wage.
public struct Team: Hashable, Sendable {
  /// Who is scheduled when. Head counts are scheduled people: shrinkage comes off them.
  public enum Schedule: Hashable, Sendable {
    /// So many people over all open hours.
    case throughout(Int)
    /// So many people in each clock range of an open day; people come and go at its ends.
    case byClock([Level])
    /// People work shifts.
    case shifts([Shift])
    /// The staffing solver decides, interval by interval.
    case solved
  }

  /// A head count for a stretch of the day.
  public struct Level: Hashable, Sendable {
    public var clock: ClockRange
    public var count: Int
    public init(clock: ClockRange, count: Int) {
      self.clock = clock
      self.count = count
    }
  }

  public var name: String
  public var skills: [Skill]
  /// Clock ranges of the day in which they serve a queue, by its index; a queue without any is served at all times.
  public var skillHours: [Int: [ClockRange]] = [:]
  /// Which waiting contact these people take next.
  public var contactChoice: ContactChoice
  public var release = Release.own
  public var schedule: Schedule
  /// Wage of a paid hour.
  public var hourlyCost: Money?
  /// What keeps these people away; nil: what keeps everybody away.
  public var shrinkage: Shrinkage?
  /// What a partner asks whose people these are; nil for the center's own.
  public var price: PartnerPrice?
  /// How they keep to their schedule; nil: as everybody.
  public var conduct: Conduct?
  public var newcomers: Newcomers?
  public var attrition: Attrition?

  /// Indices of the queues that the team serves.
  public var queues: [Int] { skills.map(\.queue) }

  public init(
    name: String, skills: [Skill], contactChoice: ContactChoice = .priority, schedule: Schedule, hourlyCost: Money?
  ) {
    self.name = name
    self.skills = skills
    self.contactChoice = contactChoice
    self.schedule = schedule
    self.hourlyCost = hourlyCost
  }

  /// A team that serves these queues equally well at all times.
  public init(name: String, queues: [Int], schedule: Schedule, hourlyCost: Money?) {
    self.init(name: name, skills: queues.map { Skill(queue: $0) }, schedule: schedule, hourlyCost: hourlyCost)
  }
}
