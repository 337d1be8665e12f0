internal import ContactCenter
internal import Randomness

/// The rules of one queue, ready for the simulator: laws looked up, spans in microseconds, teams in order of level.
struct QueueRules {
  let contact: ContactRules
  let isDeferred: Bool
  let hasLimits: Bool
  let waitingPlaces: Int
  let trunkGroup: Int
  /// Whether callers for whom nobody is free are told how long they will wait.
  let announcesWait: Bool
  let concurrency: Int32
  let slowdown: Double
  /// Teams that serve the queue, the best level first.
  let teams: [ServingTeam]
  /// Waits after which more teams may serve, shortest first.
  let overflowWaits: [Int64]
  /// Whether some team serves only from a length of the line on.
  let hasLengthOverflow: Bool

  let handleTime: ScaledLaw
  let wrapUp: ScaledLaw?
  let patience: ScaledLaw?
  let redialDelay: ScaledLaw?
  let selfServiceTime: ScaledLaw?
  let repeatDelay: ScaledLaw?
  /// Whether some escalation asks for a draw.
  let escalatesByChance: Bool
  /// By escalation.
  private let rests: [ScaledLaw?]
  /// Of mean 1.
  let refundAmounts: (any DistributionFamily)?
  let complaintDelay: ScaledLaw?
  /// What comes of talks, without the law of delays, which whoever looks would have to copy.
  let outcome: Outcome?
  let ratings: CompiledRatings?
  let ring: ScaledLaw?
  let retryDelay: ScaledLaw?
  let wrongPartyTime: ScaledLaw?
  let isDialled: Bool
  /// Of a predictive dialer; nil elsewhere.
  let callsPerAgent: Double?
  /// Whose idle people a dialer's threshold counts.
  let thresholdTeams: [Int]
  /// Line of those who have answered and whom the dialer holds; -1 where there is none.
  let heldLine: Int
  /// The line from which agents take: of a dialer, that of the people whom it holds.
  let takenLine: Int
  let handleFactors: FactorTable
  let patienceFactors: FactorTable
  let reachedFactors: FactorTable
  /// Of those who come back; nil where they never can.
  let openClock: BusinessClock?

  struct Outcome {
    var resolved: Share
    var repeats: Share
    var repeatQueue: Int?
  }

  struct ServingTeam {
    var team: Int
    var skill: Skill
  }

  init(_ queue: Int, of plan: SimulationPlan, heldLine: Int) throws(SimulationPlanError) {
    self.heldLine = heldLine
    takenLine = heldLine >= 0 ? heldLine : queue
    let source = plan.queues[queue]
    contact = source.rules
    isDeferred = contact.channel.isDeferred
    hasLimits = contact.limits != nil
    waitingPlaces = contact.waitingPlaces ?? .max
    trunkGroup = contact.trunkGroup ?? -1
    announcesWait = contact.balking.contains { if case .announcedWait = $0.condition { true } else { false } }
    concurrency = Int32(truncatingIfNeeded: contact.concurrency?.limit ?? 1)
    slowdown = contact.concurrency?.slowdown.fraction ?? 0
    teams = plan.teams.enumerated().flatMap { team, value in
      value.skills.filter { $0.queue == queue }.map { ServingTeam(team: team, skill: $0) }
    }.sorted { ($0.skill.level, $0.team) < ($1.skill.level, $1.team) }
    overflowWaits = Set(teams.map(\.skill.afterWait.microseconds)).filter { $0 > 0 }.sorted()
    hasLengthOverflow = teams.contains { $0.skill.fromLineLength > 0 }
    handleTime = try ScaledLaw(source.handleTime)
    wrapUp = try Self.law(source.wrapUp)
    patience = try Self.law(source.patience)
    redialDelay = try Self.law(contact.redial?.delay)
    selfServiceTime = try Self.law(contact.selfService?.time)
    repeatDelay = try Self.law(contact.outcome?.repeatDelay)
    outcome = contact.outcome.map {
      Outcome(resolved: $0.resolved, repeats: $0.repeats, repeatQueue: $0.repeatQueue)
    }
    ratings = contact.ratings.map(CompiledRatings.init)
    escalatesByChance = contact.escalations.contains { if case .share = $0.reason { true } else { false } }
    var rests: [ScaledLaw?] = []
    for escalation in contact.escalations { rests.append(try Self.law(escalation.rest)) }
    self.rests = rests
    refundAmounts = try Self.amounts(contact.refunds)
    ring = try Self.law(contact.dialing?.ring)
    retryDelay = try Self.law(contact.dialing?.retryDelay)
    callsPerAgent = contact.dialing?.callsPerAgent
    let counted = contact.dialing?.threshold?.teams ?? []
    thresholdTeams = counted.isEmpty ? teams.map(\.team) : counted
    wrongPartyTime = try Self.law(contact.dialing?.wrongParty?.handleTime)
    isDialled = contact.dialing != nil
    complaintDelay = try Self.law(contact.complaints?.delay)
    handleFactors = FactorTable(source.factors.handleTime)
    patienceFactors = FactorTable(source.factors.patience)
    reachedFactors = FactorTable(source.factors.reached)
    openClock = source.openTime == [] ? nil : BusinessClock(openTime: source.openTime ?? plan.openTime)
  }

  func rest(before escalation: Escalation) -> ScaledLaw? {
    contact.escalations.firstIndex(of: escalation).flatMap { rests[$0] }
  }

  private static func amounts(
    _ refunds: RefundRules?
  ) throws(SimulationPlanError) -> (any DistributionFamily)? {
    guard let refunds else { return nil }
    do throws(DistributionError) {
      return try Lognormal(shape: [refunds.variation])
    } catch {
      throw .distribution(error.message)
    }
  }

  private static func law(_ specification: DistributionSpecification?) throws(SimulationPlanError) -> ScaledLaw? {
    guard let specification else { return nil }
    return try ScaledLaw(specification)
  }
}
