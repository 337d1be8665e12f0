internal import ContactCenter
public import EventLog

/// The fold behind every KPI: events in, sums by queue and interval out.
///
/// Contacts are booked in the interval in which they arrived, their talk and wrap-up in the one in which these began (a
/// closing event knows no earlier instant), agents' time where it was spent. The fold reads each
/// record once, keeps no table of contacts (closing events carry their reference instant), and runs while the
/// simulator's buffer is still in cache.
public struct IntervalFold: ~Copyable {
  public let parameters: FoldParameters
  let intervalCount: Int
  let length: Int64
  let queueCount: Int
  /// Sums of contacts are kept by slot: an interval, or a day where nobody asks for less. The sums of a slot lie together,
  /// so that those of the present one stay in cache.
  let slots: UnsafeMutablePointer<Int>
  let slotCount: Int
  let isByInterval: Bool
  /// Sums by slot, queue and kind of event, laid out so that any contact's event is added alike, without a branch.
  let tallies: UnsafeMutablePointer<Tally>
  let tallyCount: Int
  let kindCount: Int
  /// What the quick path must know of each kind, by its code.
  let traits: UnsafeMutablePointer<KindTraits>
  let agents: UnsafeMutablePointer<AgentSums>
  let queues: UnsafeMutablePointer<QueueTraits>
  var tours: [Tour]
  /// By day and team. Time on duty as it ends, busy time interval by interval.
  var teams: [[TeamSums]]
  let teamOfAgent: UnsafeMutablePointer<Int32>
  /// Of each team in the present interval: who is busy, and for how long anybody was.
  let teamNow: UnsafeMutablePointer<TeamNow>
  let teamCount: Int
  var currentDay = 0
  let dayStarts: UnsafeMutablePointer<Int64>
  var timeByActivity: [[Int64]]

  // The interval of the present event: events come in order of time, so it only moves forward.
  var current = 0
  /// Slots of the present interval and of the one before.
  var slot = 0
  var slotBefore = 0
  var currentStart: Int64 = 0
  var currentEnd: Int64
  /// Agents who talk at the present event, in a center of one team; who are busy at all where they may hold several
  /// contacts.
  var talking: Int64 = 0
  /// Contacts in each agent's hands, where agents may hold several.
  let hands: UnsafeMutablePointer<Int64>
  let countsHands: Bool
  /// By agent; of no use where nobody holds several.
  let holdsSeveral: UnsafeMutablePointer<Bool>
  /// How contacts came back, and what came of them, by slot and queue: empty in a plain plan.
  let extras: UnsafeMutableBufferPointer<ExtraTally>
  /// What was said of talks, by slot and queue: empty where nothing is.
  let outcomes: UnsafeMutableBufferPointer<OutcomeSums>
  var pay: PayFold
  var slips: SlipFold
  /// What lasts: backlogs and outages. nil where the plan has neither.
  var watch: QueueWatch?
  /// What follows from earlier contacts. nil where nobody asks.
  var links: LinkFold?
  /// By queue, one bit a kind: the events that these two follow. Empty where there is neither.
  let followed: UnsafeMutableBufferPointer<UInt64>

  struct ExtraTally {
    var redials: Int64 = 0
    var repeats: Int64 = 0
    var callbacks: Int64 = 0
    var messages: Int64 = 0
    var transfersIn: Int64 = 0
    var reviews: Int64 = 0
    /// Time in self-service that did not contain.
    var selfService: Int64 = 0
    var selfServiceLeft: Int64 = 0
    var reachedLater: Int64 = 0
    var customersLost: Int64 = 0
    var resolved: Int64 = 0
    var unresolved: Int64 = 0
    var care = CareTally()
  }

  /// Events of one kind: how many, the time since their reference instants, and how often that was acceptable.
  ///
  /// Both counts lie in one word, since each event adds to both: there are less than 2^32 contacts.
  struct Tally {
    private(set) var counts: Int64 = 0
    private(set) var elapsed: Int64 = 0
    var count: Int64 { counts &>> 32 }
    var inTime: Int64 { counts & 0xFFFF_FFFF }

    @inline(__always) mutating func add(_ elapsed: Int64, acceptable: Int64) {
      self.elapsed &+= elapsed  // An arrival has no reference: its sum means nothing and may wrap.
      counts &+= 1 &<< 32 &+ (elapsed <= acceptable ? 1 : 0)
    }
  }

  /// Tallies of several intervals together.
  struct TallySum {
    var count: Int64 = 0
    var elapsed: Int64 = 0
    var inTime: Int64 = 0
  }

  /// A kind's part in the sums, looked up so that no branch depends on it.
  struct KindTraits {
    /// Bytes from the first tally of a queue to its own.
    var offset: Int
    /// 0 for kinds that close on an instant. For the others all ones, with which no reference is early; for kinds that
    /// the quick path does not know the least number, with which every one is.
    var noReference: Int64
    /// By how much it changes the number of those who talk.
    var change: Int64
    /// The same and whether it is an answer, as ``TeamNow/people`` has them.
    var people: Int64
  }

  struct QueueTraits {
    /// Bytes from the first tally of a slot to its own.
    var offset: Int
    var acceptableWait: Int64
  }

  struct TeamNow {
    /// Answered of those who arrived in the present interval, or where that is not the first of a day in the one before,
    /// x 2^32 + busy people: one word, since it costs every event.
    var people: Int64 = 0
    var busy: Int64 = 0

    static let answer: Int64 = 1 &<< 32
    var busyPeople: Int64 { Int64(Int32(truncatingIfNeeded: people)) }
    var answered: Int64 { (people &- busyPeople) &>> 32 }
  }

  struct Tour {
    var signedInAt: Int64 = 0
    /// Since when on the phones; -1 while away.
    var presentSince: Int64 = -1
  }

  /// - Parameter byInterval: whether ``intervalSums(_:)`` will be asked for.
  public init(_ parameters: FoldParameters, byInterval: Bool = false) {
    self.parameters = parameters
    isByInterval = byInterval
    intervalCount = parameters.intervalCount
    length = parameters.interval.microseconds
    queueCount = parameters.acceptableWaits.count
    let days = parameters.dayIntervals.count - 1
    dayStarts = .allocate(capacity: days + 1)
    for (day, first) in parameters.dayIntervals.enumerated() { (dayStarts + day).initialize(to: Int64(first) * length) }
    // By day, what lies before a start in the middle of one has a slot of its own, for which nobody asks.
    slots = .allocate(capacity: intervalCount)
    for interval in 0..<intervalCount { (slots + interval).initialize(to: byInterval ? interval : days) }
    for (day, first) in parameters.dayIntervals.dropLast().enumerated() where !byInterval {
      for interval in first..<parameters.dayIntervals[day + 1] { slots[interval] = day }
    }
    slotCount = byInterval ? intervalCount : days + (parameters.dayIntervals[0] > 0 ? 1 : 0)
    kindCount = parameters.isPlain ? 8 : Self.contactKinds
    tallyCount = kindCount * queueCount * slotCount
    tallies = .allocate(capacity: tallyCount)
    traits = .allocate(capacity: 256)
    for code in 0..<256 { (traits + code).initialize(to: Self.traits(code, isPlain: parameters.isPlain)) }
    agents = .allocate(capacity: intervalCount)
    queues = .allocate(capacity: max(1, queueCount))
    for (index, wait) in parameters.acceptableWaits.enumerated() {
      let offset = index * kindCount * MemoryLayout<Tally>.stride
      (queues + index).initialize(to: QueueTraits(offset: offset, acceptableWait: wait.microseconds))
    }
    tallies.initialize(repeating: Tally(), count: tallyCount)
    agents.initialize(repeating: AgentSums(), count: intervalCount)
    tours = Array(repeating: Tour(), count: parameters.agentTeams.count)
    countsHands = !parameters.severalHands.isEmpty
    hands = .allocate(capacity: max(1, parameters.agentTeams.count))
    hands.initialize(repeating: 0, count: max(1, parameters.agentTeams.count))
    holdsSeveral = .allocate(capacity: max(1, parameters.agentTeams.count))
    holdsSeveral.initialize(repeating: false, count: max(1, parameters.agentTeams.count))
    for (agent, isSo) in parameters.severalHands.enumerated() { holdsSeveral[agent] = isSo }
    extras = .allocate(capacity: parameters.isPlain ? 0 : queueCount * slotCount)
    extras.initialize(repeating: ExtraTally())
    outcomes = .allocate(capacity: parameters.hasRatings ? queueCount * slotCount : 0)
    outcomes.initialize(repeating: OutcomeSums())
    let (watch, links) = (QueueWatch(parameters), Self.links(parameters, slots, slotCount))
    (self.watch, self.links) = (watch, links)
    followed = .allocate(capacity: watch == nil && links == nil ? 0 : queueCount)
    for queue in followed.indices {
      followed.initializeElement(at: queue, to: (watch?.kinds(of: queue) ?? 0) | (links?.kinds(of: queue) ?? 0))
    }
    teams = Array(repeating: Array(repeating: TeamSums(), count: parameters.teamCount), count: days)
    pay = PayFold(parameters.premiums, days: days, teams: parameters.teamCount)
    slips = SlipFold(parameters, days: days, byInterval: byInterval)
    teamCount = parameters.teamCount
    teamOfAgent = .allocate(capacity: max(1, parameters.agentTeams.count))
    teamOfAgent.initialize(to: 0)
    for (agent, team) in parameters.agentTeams.enumerated() {
      (teamOfAgent + agent).initialize(to: Int32(truncatingIfNeeded: team))
    }
    teamNow = .allocate(capacity: max(1, parameters.teamCount))
    teamNow.initialize(repeating: TeamNow(), count: max(1, parameters.teamCount))
    timeByActivity = Array(repeating: Array(repeating: 0, count: parameters.activityCount), count: days)
    currentEnd = intervalCount == 1 ? .max : length
    (slot, slotBefore) = (slots[0], slots[0])
  }

  private static func links(
    _ parameters: FoldParameters, _ slots: UnsafeMutablePointer<Int>, _ slotCount: Int
  ) -> LinkFold? {
    let slots = Array(UnsafeBufferPointer(start: slots, count: parameters.intervalCount))
    return LinkFold(parameters, slots: slots, slotCount: slotCount)
  }

  deinit {
    slots.deallocate()
    dayStarts.deallocate()
    tallies.deallocate()
    traits.deallocate()
    agents.deallocate()
    queues.deallocate()
    teamOfAgent.deallocate()
    teamNow.deallocate()
    holdsSeveral.deallocate()
    hands.deallocate()
    extras.deallocate()
    outcomes.deallocate()
    followed.deallocate()
  }

  /// Forgets everything, for the next replication.
  public mutating func reset() {
    tallies.update(repeating: Tally(), count: tallyCount)
    agents.update(repeating: AgentSums(), count: intervalCount)
    for index in tours.indices { tours[index] = Tour() }
    hands.update(repeating: 0, count: max(1, parameters.agentTeams.count))
    extras.update(repeating: ExtraTally())
    outcomes.update(repeating: OutcomeSums())
    pay.reset()
    slips.reset()
    watch?.reset()
    links?.reset()
    teamNow.update(repeating: TeamNow(), count: max(1, teamCount))
    currentDay = 0
    for day in teams.indices {
      for team in teams[day].indices { teams[day][team] = TeamSums() }
      for activity in timeByActivity[day].indices { timeByActivity[day][activity] = 0 }
    }
    current = 0
    (slot, slotBefore) = (slots[0], slots[0])
    (currentStart, currentEnd, talking) = (0, intervalCount == 1 ? .max : length, 0)
  }

  /// Folds the next records of the stream. O(records).
  ///
  /// Whether an arrival, an answer or an end of talk comes next is chance, so a branch on it would be mispredicted about
  /// once a contact: contacts' events are added by table. Whatever is rare takes a second path.
  public mutating func apply(_ records: UnsafeBufferPointer<EventRecord>) {
    if !followed.isEmpty { follow(records) }
    var index = 0
    while true {
      index = addContacts(records, from: index)
      guard index < records.count else { return }
      repeat {
        attend(to: records[index])
        index &+= 1
      } while index < records.count && traits[Int(records[index].kindCode)].noReference == Self.isSeldom
    }
  }

  /// What few events of few queues tell.
  private mutating func follow(_ records: UnsafeBufferPointer<EventRecord>) {
    // A code beyond 63 looks like another here: whoever follows looks again.
    for record in records where followed[record.queue] &>> UInt64(record.kindCode) & 1 == 1 {
      watch?.follow(record)
      links?.follow(record)
    }
  }

  /// Adds contacts' events of the present interval up to the first that needs more, and returns its index. Works on
  /// copies of the state, which then stay in registers.
  mutating func addContacts(_ records: UnsafeBufferPointer<EventRecord>, from first: Int) -> Int {
    switch (teamCount > 1, countsHands) {
    case (true, true): addContacts(records, from: first, byTeam: true, byHands: true)
    case (true, false): addContacts(records, from: first, byTeam: true, byHands: false)
    case (false, true): addContacts(records, from: first, byTeam: false, byHands: true)
    case (false, false): addContacts(records, from: first, byTeam: false, byHands: false)
    }
  }

  /// - Parameters:
  ///   - byTeam: a constant, so that centers of one team pay nothing.
  ///   - byHands: a constant too: whether somebody may hold several contacts, which have to be counted.
  @inline(__always) mutating func addContacts(
    _ records: UnsafeBufferPointer<EventRecord>, from first: Int, byTeam: Bool, byHands: Bool
  ) -> Int {
    let (start, end, queues, traits) = (currentStart, currentEnd, queues, traits)
    let tallies = UnsafeMutableRawPointer(tallies + slot &* slotSize)
    let stepBack = (slotBefore &- slot) &* slotSize &* MemoryLayout<Tally>.stride
    let (teamOfAgent, teamNow, holdsSeveral, hands) = (teamOfAgent, teamNow, holdsSeveral, hands)
    // Teams book their answers on the day of arrival, so what began the day before needs more.
    let earliest = byTeam && isFirstOfDay ? start : start &- length
    // Each change counts from its time to the end of the interval: the times are added up here, the rest at the end.
    let talkingBefore = talking
    var (talking, timeOfChanges, index) = (talking, Int64(0), first)
    while index < records.count {
      let record = records[index]
      let (time, reference) = (record.time, record.reference)
      let trait = traits + Int(record.kindCode)
      let closedOn = reference | trait.pointee.noReference
      if time >= end || closedOn < earliest { break }
      // Events without an agent have change 0 and agent 0.
      var (change, people) = (trait.pointee.change, trait.pointee.people)
      if byHands, change != 0, holdsSeveral[record.agent] {
        // Busy from the first contact in hand to the last.
        let held = hands + record.agent
        held.pointee &+= change
        if held.pointee != (change > 0 ? 1 : 0) {
          people &-= change
          change = 0
        }
      }
      let queue = queues + record.queue
      // What closes on an instant of the interval before is booked in its slot.
      let back = Int((closedOn &- start) &>> 63) & stepBack
      let tally = tallies + (trait.pointee.offset &+ queue.pointee.offset &+ back)
      tally.assumingMemoryBound(to: Tally.self).pointee.add(
        time &- reference, acceptable: queue.pointee.acceptableWait)
      // Talk: +1 at the answer, -1 at its end.
      if byTeam {
        let team = teamNow + Int(teamOfAgent[record.agent])
        team.pointee.people &+= people
        team.pointee.busy &+= change &* (start &- time)
      } else {
        talking &+= change
        timeOfChanges &+= change &* time
      }
      index &+= 1
    }
    if !byTeam {
      self.talking = talking
      agents[current].busy &+= (talking &- talkingBefore) &* start &- timeOfChanges
    }
    return index
  }

  /// An event that begins an interval, closes on an earlier one, ends wrap-up, or is about an agent.
  mutating func attend(to record: EventRecord) {
    let time = record.time
    while time >= currentEnd { enterNextInterval() }
    if record.kindCode == EventKind.outcomeRecorded.rawValue, !extras.isEmpty { return addResolution(record) }
    let kind = Int(record.kindCode) - Int(Self.firstContactKind)
    if kind >= 0, kind < kindCount {
      add(record, kind: kind, at: time)
    } else if record.kindCode == EventKind.wrapUpStarted.rawValue {
      changeBusy(by: handling(record, kind), of: record.agent, at: time)
    } else if record.kindCode >= EventKind.satisfactionRated.rawValue, !outcomes.isEmpty {
      outcomes[place(record.queue)].add(record)
    } else if record.kindCode >= Self.firstCareKind {
      addCare(record)
    } else if record.kindCode >= EventKind.selfServiceLeft.rawValue, !extras.isEmpty {
      addWay(record)
    } else {
      agentChanged(record, at: time)
    }
  }

  mutating func enterNextInterval() {
    closeInterval(at: currentEnd)
    current &+= 1
    (slotBefore, slot) = (slot, slots[current])
    if currentDay + 1 < teams.count, parameters.dayIntervals[currentDay + 1] == current {
      currentDay += 1
    }
    currentStart = currentEnd
    currentEnd = current == intervalCount &- 1 ? .max : currentEnd &+ length
  }

  /// Interval of an earlier instant: most lie in the present interval or the one before.
  @inline(__always) func interval(of time: Int64) -> Int {
    if time >= currentStart { return current }
    if time >= currentStart &- length { return current &- 1 }
    return Int(time / length)
  }

  /// Sums in a slot.
  var slotSize: Int { queueCount &* kindCount }
  /// Of a queue's sums in the present slot, or in that of an earlier interval.
  func place(_ queue: Int) -> Int { slot &* queueCount &+ queue }
  func place(_ queue: Int, in interval: Int) -> Int { slots[interval] &* queueCount &+ queue }
}

// MARK: - Contacts

extension IntervalFold {
  static let firstContactKind = EventKind.contactArrived.rawValue
  /// Codes 8 to 15 are events of contacts, and 16 to 23 under rules.
  static let contactKinds = 16

  /// Change in the number of busy agents.
  mutating func handling(_ record: EventRecord, _ kind: Int) -> Int64 {
    guard holdsSeveral[record.agent] else {
      if kind == Self.transferKind { return -1 }
      return Self.talkChange(kind)
    }
    let held = hands + record.agent
    switch record.kindCode {
    case EventKind.contactAnswered.rawValue, EventKind.wrapUpStarted.rawValue:
      held.pointee += 1
      return held.pointee == 1 ? 1 : 0
    case EventKind.contactCompleted.rawValue, EventKind.contactTransferred.rawValue, EventKind.wrapUpEnded.rawValue:
      held.pointee -= 1
      return held.pointee == 0 ? -1 : 0
    default: return 0
    }
  }

  /// Each person counts from now to the end of the interval.
  mutating func changeBusy(by change: Int64, of agent: Int, at time: Int64) {
    guard change != 0 else { return }
    let busy = change * (currentStart - time)
    if teamCount > 1 {
      let team = teamNow + Int(teamOfAgent[agent])
      team.pointee.people &+= change
      team.pointee.busy += busy
    } else {
      talking += change
      agents[current].busy += busy
    }
  }

  /// Whoever talks has talked until now. Books the present interval of every team on its day.
  mutating func closeInterval(at end: Int64) {
    let length = end &- currentStart
    guard teamCount > 1 else {
      agents[current].busy &+= talking &* length
      return
    }
    for team in 0..<teamCount {
      let busyPeople = teamNow[team].busyPeople
      let busy = teamNow[team].busy &+ busyPeople &* length
      agents[current].busy &+= busy
      if currentStart >= firstDayStart {
        teams[currentDay][team].time.busy &+= busy
        teams[currentDay][team].answered += teamNow[team].answered
      }
      teamNow[team] = TeamNow(people: busyPeople, busy: 0)
    }
  }

  private var isFirstOfDay: Bool { current == parameters.dayIntervals[currentDay] }

  private static func traits(_ code: Int, isPlain: Bool) -> KindTraits {
    let kind = code - Int(firstContactKind)
    guard kind >= 0, kind < commonKinds || !isPlain && kind < contactKinds && talliedKinds >> UInt64(kind) & 1 == 1
    else { return KindTraits(offset: 0, noReference: isSeldom, change: 0, people: 0) }
    let change = talkChange(kind)
    return KindTraits(
      offset: kind * MemoryLayout<Tally>.stride,
      noReference: closingKinds >> UInt64(kind) & 1 == 1 ? 0 : .max, change: change,
      people: change + (kind == answerKind ? TeamNow.answer : 0))
  }

  /// Stands for a reference that is always early.
  private static let isSeldom = Int64.min
  static let answerKind = EventKind.contactAnswered.rawValue - firstContactKind
  static let completedKind = EventKind.contactCompleted.rawValue - firstContactKind
  static let transferKind = Int(EventKind.contactTransferred.rawValue) - Int(firstContactKind)
  static let wrapUpKind = Int(EventKind.wrapUpEnded.rawValue) - Int(firstContactKind)
  /// The contact kinds before `wrapUpEnded`: those that the quick path adds.
  static let commonKinds: UInt64 = 6
  /// One bit a kind: those of rules that change nothing but their tally: blocked and balked, messages and promises,
  /// self-service that began or was enough.
  static let talliedKinds = bits(of: [
    .contactBlocked, .contactBalked, .contactLeftMessage, .callbackPromised, .selfServiceStarted, .contactSelfServed,
  ])
  /// One bit a kind: those that close on an instant and are booked in its interval, so that waits belong to the
  /// interval of arrival and talk to that of the answer.
  static let closingKinds = bits(of: [
    .contactAnswered, .contactAbandoned, .contactDisconnected, .contactCompleted, .wrapUpEnded, .contactLeftMessage,
    .callbackPromised, .contactSelfServed, .contactTransferred,
  ])

  private static func bits(of kinds: [EventKind]) -> UInt64 {
    kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue - firstContactKind) }
  }

  /// Change in the number of those who talk, of people who hold one contact at a time.
  private static func talkChange(_ kind: Int) -> Int64 { kind == answerKind ? 1 : kind == completedKind ? -1 : 0 }
}
