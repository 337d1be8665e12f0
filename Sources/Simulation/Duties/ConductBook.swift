internal import ContactCenter
internal import Randomness

/// How agents keep to the plan, who is new, and whose place is empty: what is drawn beyond absence for whole tours.
///
/// Draws are keyed by (seed, replication, purpose, agent, tour, number in the tour), those after a contact by its number,
/// resignations by agent and week: what is switched on leaves all other draws as they were.
struct ConductBook {
  /// Whether a plan has any of it; the simulator asks nothing else where it has not.
  let isActive: Bool
  /// Whether some team needs a moment after some contacts.
  let hasMoments: Bool
  let delayActivity: Int?
  private let conducts: [SimulationPlan.Conduct]
  /// Of each activity: is it in the schedule?
  private let isScheduled: [Bool]
  /// Lengths of each agent's tours in order, where newcomers are trained.
  private let tourLengths: [[Int64]]
  private let startWeeks: [Int?]

  private var streams: [RandomStream] = []
  /// When each agent was hired; ``experienced`` for those who know the work.
  private var hiredAt: [Int64] = []
  private var isVacant: [Bool] = []
  /// Whether the tour of now is one of an empty place.
  private var skipsTour: [Bool] = []
  /// Breaks and strays of the present tour so far.
  private var breaks: [Int32] = []
  private var strays: [Int32] = []

  private static let experienced = Int64.min
  static let week = TimeSpan.days(7).microseconds

  private enum Draw: Int, CaseIterable {
    case lateness, overrun, straying, afterContact, resignation
    var purpose: RandomPurpose {
      switch self {
      case .lateness: .lateness
      case .overrun: .overrun
      case .straying: .straying
      case .afterContact: .afterContact
      case .resignation: .resignation
      }
    }
  }

  init(_ plan: SimulationPlan) {
    isActive = !plan.hasPlainConduct
    delayActivity = plan.delayActivity
    conducts = plan.teams.map(\.conduct)
    hasMoments = conducts.contains { $0.afterContact != nil }
    startWeeks = plan.agents.map(\.hiredWeeksAgo)
    let (unplanned, training) = (plan.unplannedActivities, Set(conducts.map(\.trainingActivity)))
    let trains = conducts.contains { $0.onboarding.stages.contains { $0.training > .zero } }
    isScheduled = plan.activities.indices.map { !unplanned.contains($0) && !(trains && training.contains($0)) }
    tourLengths = trains ? Self.tours(of: plan) : []
  }

  private static func tours(of plan: SimulationPlan) -> [[Int64]] {
    var lengths: [[Int64]] = Array(repeating: [], count: plan.agents.count)
    var starts: [Int64] = Array(repeating: 0, count: plan.agents.count)
    for duty in plan.duties {
      switch duty.kind {
      case .signIn: starts[duty.agent] = duty.time.microseconds
      case .signOut: lengths[duty.agent].append(duty.time.microseconds - starts[duty.agent])
      default: break
      }
    }
    return lengths
  }

  mutating func start(seed: UInt64, replication: UInt64) {
    guard isActive else { return }
    streams = Draw.allCases.map { RandomStream(seed: seed, replication: replication, purpose: $0.purpose) }
    hiredAt = startWeeks.map { $0.map { -Int64($0) * Self.week } ?? Self.experienced }
    isVacant = Array(repeating: false, count: startWeeks.count)
    skipsTour = isVacant
    breaks = Array(repeating: 0, count: startWeeks.count)
    strays = breaks
  }

  // MARK: Places

  /// Whether a duty belongs to nobody, because its place is empty. A tour is one or is not from its sign-in on.
  mutating func skips(_ duty: SimulationPlan.Duty) -> Bool {
    switch duty.kind {
    case .mayResign: return false
    case .signIn:
      skipsTour[duty.agent] = isVacant[duty.agent]
      (breaks[duty.agent], strays[duty.agent]) = (0, 0)
      return isVacant[duty.agent]
    default: return skipsTour[duty.agent]
    }
  }

  /// Whether the agent leaves at the end of this week, and after how long somebody takes the place.
  mutating func resigns(_ agent: Int, team: Int, week: Int) -> Bool {
    guard !isVacant[agent], let attrition = conducts[team].attrition,
      uniform(.resignation, UInt64(agent) << 32 | UInt64(week)) < attrition.weekly.fraction
    else { return false }
    isVacant[agent] = true
    return true
  }

  func replacement(inTeam team: Int) -> Int64? {
    conducts[team].attrition?.replacedAfterWeeks.map { Int64($0) * Self.week }
  }

  mutating func hires(_ agent: Int, at time: Int64) { (isVacant[agent], hiredAt[agent]) = (false, time) }

  // MARK: Newcomers

  /// Whole weeks since the agent was hired; nil for experienced people.
  func tenureWeeks(of agent: Int, at time: Int64) -> Int? {
    guard isActive, hiredAt[agent] != Self.experienced else { return nil }
    return Int((time - hiredAt[agent]) / Self.week)
  }

  /// The stage of a newcomer; nil for experienced people.
  func stage(of agent: Int, team: Int, at time: Int64) -> Onboarding.Stage? {
    guard var weeks = tenureWeeks(of: agent, at: time) else { return nil }
    for stage in conducts[team].onboarding.stages {
      if weeks < stage.weeks { return stage }
      weeks -= stage.weeks
    }
    return nil
  }

  /// The training at the start of a tour.
  func training(of agent: Int, team: Int, tour: Int32, at time: Int64) -> Simulator.PendingBreak? {
    guard let stage = stage(of: agent, team: team, at: time), stage.training > .zero else { return nil }
    let activity = conducts[team].trainingActivity
    guard stage.training < .whole else { return .init(agent: agent, activity: activity, length: nil) }
    let length = Double(tourLengths[agent][Int(tour) - 1]) * stage.training.fraction
    return .init(agent: agent, activity: activity, length: Int64(length.rounded()))
  }

  func isTraining(_ activity: Int32, team: Int) -> Bool {
    !tourLengths.isEmpty && Int(activity) == conducts[team].trainingActivity
  }

  // MARK: Slips

  func lateness(of agent: Int, team: Int, tour: Int32) -> Simulator.PendingBreak? {
    slip(conducts[team].lateness, .lateness, agent, key: Self.key(agent, tour, 0))
  }

  /// What is added to a scheduled break that ends now.
  mutating func overrun(of agent: Int, team: Int, tour: Int32, activity: Int32) -> Simulator.PendingBreak? {
    guard isScheduled[Int(activity)] else { return nil }
    breaks[agent] += 1
    return slip(conducts[team].overrun, .overrun, agent, key: Self.key(agent, tour, breaks[agent]))
  }

  func afterContact(_ contact: UInt32, of agent: Int, team: Int) -> Simulator.PendingBreak? {
    slip(conducts[team].afterContact, .afterContact, agent, key: UInt64(contact) << 1)
  }

  /// Time until the agent strays next.
  func timeToStray(of agent: Int, team: Int, tour: Int32) -> Int64? {
    conducts[team].straying.map { exponential($0.every, .straying, Self.key(agent, tour, strays[agent]) << 1) }
  }

  mutating func strays(of agent: Int, team: Int, tour: Int32) -> Simulator.PendingBreak? {
    guard let straying = conducts[team].straying else { return nil }
    let length = exponential(straying.mean, .straying, Self.key(agent, tour, strays[agent]) << 1 | 1)
    strays[agent] += 1
    return .init(agent: agent, activity: straying.activity, length: length)
  }

  /// Two draws a key: whether, and for how long.
  private func slip(
    _ slip: SimulationPlan.Conduct.Slip?, _ draw: Draw, _ agent: Int, key: UInt64
  ) -> Simulator.PendingBreak? {
    guard let slip, uniform(draw, key << 1) < slip.probability.fraction else { return nil }
    return .init(agent: agent, activity: slip.activity, length: exponential(slip.mean, draw, key << 1 | 1))
  }

  private func uniform(_ draw: Draw, _ number: UInt64) -> Double { streams[draw.rawValue].uniform(number) }

  private func exponential(_ mean: TimeSpan, _ draw: Draw, _ number: UInt64) -> Int64 {
    Int64((-VectorMath.log(uniform(draw, number)) * Double(mean.microseconds)).rounded())
  }

  private static func key(_ agent: Int, _ tour: Int32, _ number: Int32) -> UInt64 {
    UInt64(agent) << 40 | UInt64(UInt32(bitPattern: tour)) << 16 | UInt64(UInt16(truncatingIfNeeded: number))
  }
}
