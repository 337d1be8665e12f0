/// What keeps people from the phones, by kind and name: the first activities of a plan, in its order. Breaks of shifts and
/// scheduled activities follow them.
public struct AwayActivity: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// A category of planned shrinkage.
    case planned
    /// A category of unplanned shrinkage.
    case unplanned
    /// People who do not keep to their schedule.
    case conduct
    /// Work although a break is due.
    case delay
    /// It stands in the schedule, such as a break of a shift.
    case scheduled
  }

  public var name: String
  public var kind: Kind

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension Scenario {
  public func conduct(ofTeam team: Int) -> Conduct { teams[team].conduct ?? conduct }

  /// Whether it says how people keep to their schedule: adherence is told only there.
  public var hasConduct: Bool { teams.indices.contains { conduct(ofTeam: $0) != .none } }

  var hasTraining: Bool { onboarding.stages.contains { $0.training > .zero } }

  /// A name that is planned and unplanned counts as planned.
  public var awayActivities: [AwayActivity] {
    let shrinkages = [shrinkage] + teams.compactMap(\.shrinkage)
    let slips = ([conduct] + teams.compactMap(\.conduct)).flatMap(\.activityNames)
    var all = shrinkages.flatMap(\.planned).map { AwayActivity(name: $0.name, kind: .planned) }
    all += shrinkages.flatMap(\.unplanned).map { AwayActivity(name: $0.name, kind: .unplanned) }
    all += slips.map { AwayActivity(name: $0, kind: .conduct) }
    if hasConduct { all.append(AwayActivity(name: Conduct.delayName, kind: .delay)) }
    if hasTraining { all.append(AwayActivity(name: Onboarding.activityName, kind: .scheduled)) }
    var known: Set<String> = []
    return all.filter { known.insert($0.name).inserted }
  }
}
