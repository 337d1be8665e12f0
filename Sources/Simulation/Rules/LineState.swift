internal import ContactCenter

/// What changes while rules are played: lines taken, queues cut off, people on duty.
struct LineState: ~Copyable {
  /// Lines taken, by trunk group.
  let trunksTaken: Counters
  /// Outages that a queue suffers, and since when it suffers any.
  let outages: Counters
  var outageSince: [Int64] = []
  /// What becomes of contacts meanwhile: as the latest of them says.
  var handling: [OutageHandling] = []
  /// How each outage of the replication is handled, and by queue the numbers of those that are on, as they began.
  var handlings: [OutageHandling] = []
  var outagesOn: [[UInt32]] = []
  /// Numbers that dialers are trying, by queue.
  let dialling: Counters
  /// Numbers that are still to be dialled of a batch, by queue.
  let toDial: Counters
  /// Who works each row of the roster, and the row of each agent; empty where everybody works their own.
  var standIns: [Int] = []
  var rows: [Int] = []
  /// People whose row has ended while they worked, and for whom somebody may go who is free first.
  var leavers: [Int] = []
  /// People who idle after closing, the longest idle first: in the line of idle people there are none of them.
  var staying: [Int] = []
  /// Contacts in self-service, and talks where any may be handed on, by queue.
  let inSelfService: Counters
  let talking: Counters
  /// People idle, by team.
  let idle: Counters
  /// People with work in hand, by team.
  let busy: Counters
  /// People signed in, by team.
  let onDuty: Counters
  /// Contacts that people stay with until a colleague answers, by the team of those people.
  let handingOver: Counters

  init(_ plan: SimulationPlan) {
    let (queues, teams) = (plan.queues.count, plan.teams.count)
    trunksTaken = Counters(count: plan.trunkGroups.count)
    outages = Counters(count: queues)
    dialling = Counters(count: queues)
    toDial = Counters(count: queues)
    inSelfService = Counters(count: queues)
    talking = Counters(count: queues)
    idle = Counters(count: teams)
    busy = Counters(count: teams)
    onDuty = Counters(count: teams)
    handingOver = Counters(count: teams)
  }

  /// Nothing has happened yet.
  mutating func start(_ plan: SimulationPlan) {
    resetCounters()
    outageSince = Array(repeating: 0, count: plan.queues.count)
    handling = Array(repeating: .blocked, count: plan.queues.count)
    handlings.removeAll(keepingCapacity: true)
    outagesOn = Array(repeating: [], count: plan.queues.count)
    leavers.removeAll(keepingCapacity: true)
    staying.removeAll(keepingCapacity: true)
    let hasStandIns = plan.teams.contains { $0.release == .firstFree }
    (standIns, rows) = hasStandIns ? (Array(plan.agents.indices), Array(plan.agents.indices)) : ([], [])
  }

  private func resetCounters() {
    trunksTaken.reset()
    outages.reset()
    dialling.reset()
    toDial.reset()
    inSelfService.reset()
    talking.reset()
    idle.reset()
    busy.reset()
    onDuty.reset()
    handingOver.reset()
  }
}
