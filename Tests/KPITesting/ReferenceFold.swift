internal import ContactCenter
public import EventLog
public import KPIs

/// The sums once more, slow and obviously right: the story of every contact and every tour first, then each interval by
/// itself. Reads typed events and keeps tables; shares no code with ``IntervalFold``.
public struct ReferenceFold {
  private struct Stretch {
    var start, end: Int64
    /// The part inside from ..< to.
    func overlap(_ from: Int64, _ to: Int64) -> Int64 { max(0, min(end, to) - max(start, from)) }
  }

  private struct Booking {
    var queue: Int
    var at: Int64
    var add: (inout ContactSums) -> Void
  }

  private struct Tour {
    var team: Int
    var scheduled: Stretch
    var overtime: Stretch
    var away: [(activity: Int, Stretch)]
  }

  private let parameters: FoldParameters
  private var bookings: [Booking] = []
  /// By agent: talk and wrap-up, which overlap where an agent holds several contacts.
  private var busy: [Int: [Stretch]] = [:]
  private var tours: [Tour] = []
  private var outages: [(queue: Int, Stretch)] = []
  /// Of deferred work: who waited from when to when.
  private var waits: [(queue: Int, contact: UInt32, Stretch)] = []
  /// Breaks that began late: since when they were due, and how long they then took.
  private var delays: [(agent: Int, stretch: Stretch, length: Int64?)] = []
  private var answers: [(team: Int, at: Int64)] = []

  public init(_ records: [EventRecord], _ parameters: FoldParameters) {
    self.parameters = parameters
    var signIns: [Int: Int64] = [:]
    var breaks: [Int: [(activity: Int, Stretch)]] = [:]
    /// Since when those wait whom a dialer calls.
    var dialled: [UInt32: Int64] = [:]
    waits = Self.waits(records, parameters)
    let (earlier, reviews) = Self.links(records, parameters)
    for record in records {
      let time = record.time
      let acceptable = parameters.acceptableWaits.map(\.microseconds)
      switch record.event! {
      case .contactArrived(_, let queue): book(queue, time) { $0.offered += 1 }
      case .contactAnswered(let contact, let queue, let agent, let start):
        if let since = dialled.removeValue(forKey: contact) { reaches(queue, start.microseconds, arrivedAt: since) }
        answers.append((parameters.agentTeams[agent], start.microseconds))
        let wait = time - start.microseconds
        book(queue, start.microseconds) {
          $0.answered += 1
          $0.waitAnswered += wait
          if wait + earlier[contact, default: 0] <= acceptable[queue] { $0.answeredInTime += 1 }
          if reviews.contains(contact) { $0.reviewsAnswered += 1 }
        }
      case .contactAbandoned(let contact, let queue, let start):
        let wait = time - start.microseconds
        book(queue, start.microseconds) {
          $0.abandoned += 1
          $0.waitLost += wait
          if wait + earlier[contact, default: 0] <= acceptable[queue] { $0.abandonedInTime += 1 }
        }
      case .contactDisconnected(_, let queue, let start):
        book(queue, start.microseconds) {
          $0.disconnected += 1
          $0.waitLost += time - start.microseconds
        }
      case .contactCompleted(_, let queue, let agent, let start),
        .contactTransferred(_, let queue, let agent, let start, _):
        let isTransferred = record.kindCode == EventKind.contactTransferred.rawValue
        book(queue, start.microseconds) {
          $0.completed += 1
          $0.talk += time - start.microseconds
          if isTransferred { $0.transferred += 1 }
        }
        busy[agent, default: []].append(Stretch(start: start.microseconds, end: time))
      case .wrapUpEnded(_, let queue, let agent, let start):
        book(queue, start.microseconds) { $0.wrapUp += time - start.microseconds }
        busy[agent, default: []].append(Stretch(start: start.microseconds, end: time))
      case .contactBlocked(_, let queue, _): book(queue, time) { $0.blocked += 1 }
      case .contactBalked(let contact, let queue):
        book(queue, time) {
          $0.abandoned += 1
          if earlier[contact, default: 0] <= acceptable[queue] { $0.abandonedInTime += 1 }
        }
      case .contactLeftMessage(_, let queue, let start):
        book(queue, start.microseconds) {
          $0.messagesLeft += 1
          $0.waitLost += time - start.microseconds
        }
      case .callbackPromised(_, let queue, let start):
        book(queue, start.microseconds) {
          $0.callbacksPromised += 1
          $0.waitLost += time - start.microseconds
        }
      case .contactSelfServed(_, let queue, let start):
        book(queue, start.microseconds) {
          $0.selfServed += 1
          $0.offered -= 1
          $0.selfService += time - start.microseconds
        }
      case .selfServiceLeft(_, let queue, let start):
        book(queue, start.microseconds) {
          $0.selfService += time - start.microseconds
          $0.selfServiceLeft += 1
        }
        reaches(queue, time, arrivedAt: start.microseconds)
      case .customerLost(_, let queue, let start): book(queue, start.microseconds) { $0.customersLost += 1 }
      case .contactLinked(_, let queue, let link): book(queue, time) { Self.count(link.cause, in: &$0) }
      case .outcomeRecorded(_, let queue, _, let isResolved):
        book(queue, time) { if isResolved { $0.resolved += 1 } else { $0.unresolved += 1 } }
      case .limitKept(_, let queue, _, let isEscalation, let start):
        book(queue, start.microseconds) {
          $0.limitsKept += 1
          if isEscalation { $0.escalationLimitsKept += 1 }
        }
      case .limitMissed(_, let queue, _, let isEscalation, let start):
        book(queue, start.microseconds) {
          $0.limitsMissed += 1
          if isEscalation { $0.escalationLimitsMissed += 1 }
        }
      case .wrongPartyReached(_, let queue, let agent, let start):
        book(queue, time) {
          $0.attemptsFailed += parameters.dialsAhead[queue] ? 0 : 1
          $0.dialsFailed += parameters.dialsAhead[queue] ? 1 : 0
        }
        busy[agent, default: []].append(Stretch(start: start.microseconds, end: time))
      case .attemptFailed(_, let queue, let agent, let start):
        book(queue, time) { $0.attemptsFailed += 1 }
        busy[agent, default: []].append(Stretch(start: start.microseconds, end: time))
      case .talkDropped(_, let queue, let agent, let start):
        book(queue, time) { $0.talksDropped += 1 }
        busy[agent, default: []].append(Stretch(start: start.microseconds, end: time))
      case .dialStarted(let contact, _, let start): dialled[contact] = start.microseconds
      case .dialFailed(let contact, let queue, _):
        reaches(queue, time, arrivedAt: dialled.removeValue(forKey: contact)!)
        book(queue, time) { $0.dialsFailed += 1 }
      case .dialDropped(let contact, let queue, _):
        reaches(queue, time, arrivedAt: dialled.removeValue(forKey: contact)!)
        book(queue, time) { $0.dialsDropped += 1 }
      case .contactDiverted(_, let queue, _):
        book(queue, time) {
          $0.diverted += 1
          $0.offered -= 1
        }
      case .outageEnded(let queue, let start): outages.append((queue, Stretch(start: start.microseconds, end: time)))
      case .refundDecided(_, let queue, _, let amount, let isGranted):
        book(queue, time) {
          $0.refunds += isGranted ? 1 : 0
          $0.refundCents += isGranted ? Int64(amount) : 0
        }
      case .agentSignedIn(let agent, _):
        signIns[agent] = time
        breaks[agent] = []
      case .breakDelayed(let agent, activity: _, let due):
        delays.append((agent, Stretch(start: due.microseconds, end: time), nil))
      case .breakEnded(let agent, let activity, let start):
        breaks[agent]!.append((activity, Stretch(start: start.microseconds, end: time)))
        for index in delays.indices where delays[index].agent == agent && delays[index].length == nil {
          delays[index].length = time - start.microseconds
        }
      case .agentSignedOut(let agent, let team, let end):
        tours.append(
          Tour(
            team: team, scheduled: Stretch(start: signIns[agent]!, end: end.microseconds),
            overtime: Stretch(start: end.microseconds, end: time), away: breaks[agent]!))
      case .replicationStarted, .replicationFinished, .demandFactorDrawn, .contactQueued, .waitAnnounced,
        .breakStarted, .selfServiceStarted, .wrapUpStarted, .outageStarted, .limitStarted, .agentResigned, .agentHired:
        break
      case .satisfactionRated(_, let queue, _, let score):
        book(queue, time) {
          $0.outcomes.satisfactionRatings += 1
          $0.outcomes.satisfactionScores += Int64(score)
          $0.outcomes.satisfied += [4, 5].contains(score) ? 1 : 0
          $0.outcomes.verySatisfied += score == 5 ? 1 : 0
        }
      case .recommendationRated(_, let queue, _, let score):
        book(queue, time) {
          $0.outcomes.recommendationRatings += 1
          $0.outcomes.promoters += [9, 10].contains(score) ? 1 : 0
          $0.outcomes.detractors += [7, 8, 9, 10].contains(score) ? 0 : 1
        }
      case .appointmentMade(_, let queue, _, let isAccurate):
        book(queue, time) {
          $0.outcomes.appointments += 1
          $0.outcomes.accurateAppointments += isAccurate ? 1 : 0
        }
      case .qualityChecked(_, let queue, _, let passed, let criteria):
        book(queue, time) {
          $0.outcomes.checks += 1
          $0.outcomes.criteria += Int64(criteria)
          $0.outcomes.criteriaPassed += Int64(passed)
        }
      }
    }
  }

  /// By contact, how long the caller waited in the attempts that it continues, where these count; and which contacts are
  /// reviews.
  private static func links(
    _ records: [EventRecord], _ parameters: FoldParameters
  ) -> (earlier: [UInt32: Int64], reviews: Set<UInt32>) {
    var own: [UInt32: Int64] = [:]
    var earlier: [UInt32: Int64] = [:]
    var reviews: Set<UInt32> = []
    for record in records {
      switch record.event! {
      case .contactAbandoned(let contact, _, let start), .contactDisconnected(let contact, _, let start):
        own[contact] = record.time - start.microseconds
      case .contactLinked(let contact, _, let link) where [.redial, .diversion].contains(link.cause):
        earlier[contact] = earlier[link.previous, default: 0] + own[link.previous, default: 0]
      case .contactLinked(let contact, _, let link) where link.cause == .review: reviews.insert(contact)
      default: break
      }
    }
    return (parameters.waitBasis == .customer ? earlier : [:], reviews)
  }

  private static func count(_ cause: ContactLink.Cause, in sums: inout ContactSums) {
    switch cause {
    case .redial: sums.redials += 1
    case .repeatContact: sums.repeats += 1
    case .callback: sums.callbacks += 1
    case .message: sums.messages += 1
    case .transfer: sums.transfersIn += 1
    case .escalation: sums.escalations += 1
    case .complaint: sums.complaints += 1
    case .retry: sums.retries += 1
    case .diversion: sums.diversions += 1
    case .review: sums.reviews += 1
    }
  }

  /// Stretches that overlap are one.
  private static func merged(_ stretches: [Stretch]) -> [Stretch] {
    stretches.sorted { $0.start < $1.start }.reduce(into: []) { merged, stretch in
      if let last = merged.last, stretch.start <= last.end {
        merged[merged.count - 1].end = max(last.end, stretch.end)
      } else {
        merged.append(stretch)
      }
    }
  }

  private mutating func book(_ queue: Int, _ time: Int64, _ add: @escaping (inout ContactSums) -> Void) {
    bookings.append(Booking(queue: queue, at: time, add: add))
  }

  /// The contact counts as offered where it reaches its line.
  private mutating func reaches(_ queue: Int, _ time: Int64, arrivedAt start: Int64) {
    for (instant, change) in [(start, Int64(-1)), (time, 1)] {
      book(queue, instant) {
        $0.offered += change
        $0.reachedLater -= change
      }
    }
  }

  /// The last interval holds all that comes after.
  private func bounds(_ range: Range<Int>) -> (Int64, Int64) {
    let length = parameters.interval.microseconds
    return (
      Int64(range.lowerBound) * length,
      range.upperBound == parameters.intervalCount ? .max : Int64(range.upperBound) * length
    )
  }

  public func sums(_ range: Range<Int>, withTeams: Bool) -> DaySums {
    let (from, to) = bounds(range)
    var sums = DaySums(
      queueCount: parameters.acceptableWaits.count, teamCount: parameters.teamCount,
      activityCount: parameters.activityCount)
    for booking in bookings where booking.at >= from && booking.at < to { booking.add(&sums.queues[booking.queue]) }
    if !parameters.tellsLostCustomers {
      for queue in sums.queues.indices {
        let own = sums.queues[queue]
        sums.queues[queue].customersLost = own.abandoned + own.blocked + own.disconnected
      }
    }
    if parameters.hasOutages || parameters.isDeferred.contains(true) {
      for queue in sums.queues.indices {
        watch(queue, from, min(to, parameters.horizon.microseconds), &sums.queues[queue])
      }
    }
    sums.agents = agents(from, to)
    if parameters.delayActivity != nil { addSlips(from, to, &sums.teams) }
    if withTeams {
      for team in sums.teams.indices {
        sums.teams[team].time = agents(from, to, of: team)
        sums.teams[team].answered = Int64(answers.count { $0.team == team && $0.at >= from && $0.at < to })
      }
      if let delayed = parameters.delayActivity {
        for delay in delays { sums.timeByActivity[delayed] += delay.stretch.overlap(from, to) }
      }
      for tour in tours {
        for premium in parameters.premiums {
          let paid = Stretch(start: max(from, tour.scheduled.start), end: min(to, tour.scheduled.end))
            .overlap(premium.time.start.microseconds, premium.time.end.microseconds)
          sums.teams[tour.team].premium += Int64(Int128(paid) * Int128(premium.share.partsPerBillion) / 1_000_000_000)
        }
        for (activity, stretch) in tour.away {
          sums.timeByActivity[activity] += stretch.overlap(from, to)
        }
      }
    }
    if range.contains(parameters.peakInterval) {
      let (start, end) = bounds(parameters.peakInterval..<(parameters.peakInterval + 1))
      sums.peak = agents(start, end)
      sums.peakLength = parameters.peakLength.microseconds
    }
    return sums
  }

  private func addSlips(_ from: Int64, _ to: Int64, _ teams: inout [TeamSums]) {
    for tour in tours {
      for (activity, stretch) in tour.away where parameters.isUnplanned[activity] {
        teams[tour.team].unplanned += stretch.overlap(from, to)
      }
    }
    for delay in delays {
      let team = parameters.agentTeams[delay.agent]
      teams[team].delayed += delay.stretch.overlap(from, to)
      guard let length = delay.length else { continue }
      for day in zip(parameters.dayIntervals, parameters.dayIntervals.dropFirst()).map({ bounds($0..<$1) }) {
        let own = Stretch(start: max(delay.stretch.start, day.0), end: min(delay.stretch.end, day.1))
        guard own.start < own.end else { continue }
        // Who goes late is back late, on the same day or not at all.
        let shift = own.end + length <= day.1 ? length : 0
        let late = Stretch(start: own.start + shift, end: own.end + shift)
        teams[team].breakShift += late.overlap(from, to) - own.overlap(from, to)
      }
    }
  }

  /// - Parameter team: nil for all.
  private func agents(_ from: Int64, _ to: Int64, of team: Int? = nil) -> AgentSums {
    var sums = AgentSums()
    for (agent, stretches) in busy where team == nil || parameters.agentTeams[agent] == team {
      for stretch in Self.merged(stretches) { sums.busy += stretch.overlap(from, to) }
    }
    for tour in tours where team == nil || tour.team == team {
      let scheduled = tour.scheduled.overlap(from, to)
      sums.scheduled += scheduled
      // A break of who waits for somebody to go in their place may end after their own row.
      let end = min(to, tour.scheduled.end)
      sums.present += scheduled - tour.away.reduce(0) { $0 + $1.1.overlap(from, max(from, end)) }
      sums.overtime += tour.overtime.overlap(from, to)
    }
    return sums
  }

  public func daySums() -> [DaySums] {
    zip(parameters.dayIntervals, parameters.dayIntervals.dropFirst()).dropFirst(parameters.warmUpDays)
      .map { sums($0..<$1, withTeams: true) }
  }

  // MARK: Over time

  private static func waits(
    _ records: [EventRecord], _ parameters: FoldParameters
  ) -> [(queue: Int, contact: UInt32, Stretch)] {
    var open: [UInt32: (queue: Int, start: Int64)] = [:]
    var waits: [(queue: Int, contact: UInt32, Stretch)] = []
    for record in records {
      if record.kindCode == EventKind.contactQueued.rawValue, parameters.isDeferred[record.queue] {
        open[record.contact] = (record.queue, record.time)
      } else if [
        .contactAnswered, .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised, .dialStarted,
      ]
      .contains(EventKind(rawValue: record.kindCode)), let wait = open.removeValue(forKey: record.contact) {
        waits.append((wait.queue, record.contact, Stretch(start: wait.start, end: record.time)))
      }
    }
    for (contact, wait) in open { waits.append((wait.queue, contact, Stretch(start: wait.start, end: .max))) }
    return waits.sorted { $0.contact < $1.contact }
  }

  private func watch(_ queue: Int, _ from: Int64, _ to: Int64, _ sums: inout ContactSums) {
    sums.observed = to - from
    for (own, stretch) in outages where own == queue { sums.unreachable += stretch.overlap(from, to) }
    let own = waits.filter { $0.queue == queue }.map(\.2)
    for wait in own { sums.backlog += wait.overlap(from, to) }
    // The integral of the oldest age: between changes somebody is the oldest, the first by number of contact.
    let cuts = Set(own.flatMap { [$0.start, $0.end] }.filter { $0 > from && $0 < to } + [from, to]).sorted()
    let borders = Set(cuts + stride(from: from, to: to, by: Int(parameters.interval.microseconds))).sorted()
    for (start, end) in zip(borders, borders.dropFirst()) {
      guard let oldest = own.first(where: { $0.start <= start && $0.end >= end && $0.end > $0.start }) else { continue }
      sums.oldestAge += Self.half(end - oldest.start) - Self.half(start - oldest.start)
    }
  }

  private static func half(_ age: Int64) -> Int64 { Int64(Int128(age) * Int128(age) / 2_000_000_000) }
}
