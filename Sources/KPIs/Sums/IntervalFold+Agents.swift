internal import ContactCenter
internal import EventLog

// The time of agents: presence, overtime, what keeps them away.

extension IntervalFold {
  /// Adds a stretch of an agent's time to the intervals that it touches.
  @inline(__always) func spread(
    from start: Int64, to end: Int64, _ add: (UnsafeMutablePointer<AgentSums>, Int64) -> Void
  ) {
    if start >= currentStart { return add(agents + current, end &- start) }
    var index = interval(of: start)
    var from = start
    while index < current {
      let boundary = Int64(index &+ 1) &* length
      // A tour's planned end lies before the present interval when overtime runs from one interval into the next.
      if end <= boundary { return add(agents + index, end &- from) }
      add(agents + index, boundary &- from)
      from = boundary
      index &+= 1
    }
    add(agents + current, end &- from)
  }

  mutating func agentChanged(_ record: EventRecord, at time: Int64) {
    let agent = record.agent
    switch record.kindCode {
    case EventKind.agentSignedIn.rawValue:
      tours[agent] = Tour(signedInAt: time, presentSince: time)
    case EventKind.breakStarted.rawValue:
      addPresence(of: agent, until: time)
      tours[agent].presentSince = -1
    case EventKind.breakEnded.rawValue:
      tours[agent].presentSince = time
      addAway(record, until: time)
    case EventKind.breakDelayed.rawValue: addDelay(record, until: time)
    case EventKind.agentSignedOut.rawValue: signedOut(record, at: time)
    case EventKind.replicationFinished.rawValue:
      closeInterval(at: time)
      talking = 0
    default: break
    }
  }

  mutating func addPresence(of agent: Int, until end: Int64) {
    let start = tours[agent].presentSince
    guard start >= 0, end > start else { return }
    spread(from: start, to: end) { $0.pointee.present &+= $1 }
    guard teamCount > 1 else { return }
    let team = parameters.agentTeams[agent]
    spreadByDay(from: start, to: end) { $0[team].time.present += $1 }
  }

  mutating func addAway(_ record: EventRecord, until end: Int64) {
    addTime(of: record.detail, isDelay: false, record, until: end)
    slips.breakEnds(of: record.agent, length: end - record.reference)
  }

  /// Time at work although a break was due.
  mutating func addDelay(_ record: EventRecord, until end: Int64) {
    guard let activity = parameters.delayActivity else { return }
    addTime(of: activity, isDelay: true, record, until: end)
  }

  private mutating func addTime(of activity: Int, isDelay: Bool, _ record: EventRecord, until end: Int64) {
    var start = max(record.reference, firstDayStart)
    while start < end {
      let day = day(of: start)
      let dayEnd = day + 1 < timeByActivity.count ? dayStart(day + 1) : .max
      let boundary = min(end, dayEnd)
      timeByActivity[day][activity] += boundary - start
      if isDelay {
        slips.addDelay(from: start, to: boundary, day: day, dayEnd: dayEnd, agent: record.agent)
      } else {
        slips.addAway(from: start, to: boundary, for: activity, day: day, agent: record.agent)
      }
      start = boundary
    }
  }

  mutating func spreadByDay(from start: Int64, to end: Int64, _ add: (inout [TeamSums], Int64) -> Void) {
    var start = max(start, firstDayStart)
    while start < end {
      let day = day(of: start)
      let boundary = min(end, day + 1 < teams.count ? dayStart(day + 1) : .max)
      add(&teams[day], boundary - start)
      start = boundary
    }
  }

  mutating func signedOut(_ record: EventRecord, at time: Int64) {
    let agent = record.agent
    let team = parameters.agentTeams[agent]
    let scheduledEnd = min(time, record.reference)
    addPresence(of: agent, until: scheduledEnd)
    let start = tours[agent].signedInAt
    if scheduledEnd > start {
      spread(from: start, to: scheduledEnd) { $0.pointee.scheduled &+= $1 }
      if teamCount > 1 { spreadByDay(from: start, to: scheduledEnd) { $0[team].time.scheduled += $1 } }
    }
    if !pay.premium.isEmpty { addPay(from: start, to: scheduledEnd, team) }
    if time > scheduledEnd {
      spread(from: scheduledEnd, to: time) { $0.pointee.overtime &+= $1 }
      if teamCount > 1 { spreadByDay(from: scheduledEnd, to: time) { $0[team].time.overtime += $1 } }
    }
    tours[agent].presentSince = -1
  }

  private mutating func addPay(from start: Int64, to end: Int64, _ team: Int) {
    var start = max(start, firstDayStart)
    while start < end {
      let day = day(of: start)
      let boundary = min(end, day + 1 < teams.count ? dayStart(day + 1) : .max)
      pay.add(from: start, to: boundary, day: day, team: team)
      start = boundary
    }
  }

  /// Before it, a run that starts in the middle of a day holds only what is inside then: it is in no sum of a day.
  var firstDayStart: Int64 { dayStarts[0] }
  func dayStart(_ day: Int) -> Int64 { dayStarts[day] }
  func day(of time: Int64) -> Int {
    var day = currentDay
    while day > 0, time < dayStarts[day] { day -= 1 }
    return day
  }
}
