internal import ContactCenter
internal import EventLog

// What teams had of the contacts.

extension DetailFold {
  /// Adds what an agent did with a contact, what is said of it, and what follows from it.
  mutating func addToTeam(_ record: EventRecord) {
    let kind = EventKind(rawValue: record.kindCode)
    let place = interval(of: record.reference)
    switch kind {
    case .contactAnswered: answered(record, byTeam: parameters.agentTeams[record.agent], in: place)
    case .contactCompleted, .contactTransferred:
      change(team(of: record), in: place) { team in
        team.contacts.completed += 1
        team.contacts.talk += record.time - record.reference
        team.contacts.transferred += kind == .contactTransferred ? 1 : 0
        team.completed[record.queue] += 1
      }
    case .wrapUpEnded: change(team(of: record), in: place) { $0.contacts.wrapUp += record.time - record.reference }
    case .attemptFailed: change(team(of: record)) { $0.contacts.attemptsFailed += 1 }
    // What a predictive dialer attempts is no team's.
    case .wrongPartyReached where !parameters.dialsAhead[record.queue]:
      change(team(of: record)) { $0.contacts.attemptsFailed += 1 }
    case .outcomeRecorded:
      let path = record.detail == 1 ? \ContactSums.resolved : \.unresolved
      change(team(of: record)) { $0.contacts[keyPath: path] += 1 }
    case .satisfactionRated, .recommendationRated, .appointmentMade, .qualityChecked:
      change(team(of: record)) { $0.contacts.outcomes.add(record) }
    case .refundDecided:
      guard case .refundDecided(_, _, _, let cents, isGranted: true) = record.event else { return }
      change(team(of: record)) { team in
        team.contacts.refunds += 1
        team.contacts.refundCents += Int64(cents)
      }
    case .contactLinked: follows(record)
    case .breakEnded: addTime(record, of: record.detail)
    case .breakDelayed: if let activity = parameters.delayActivity { addTime(record, of: activity) }
    default: break
    }
  }

  private func team(of record: EventRecord) -> Int { parameters.agentTeams[record.agent] }

  private mutating func change(_ team: Int, in place: Int? = nil, _ body: (inout TeamDetail) -> Void) {
    body(&intervals[place ?? current].teams[team])
  }

  private mutating func answered(_ record: EventRecord, byTeam team: Int, in place: Int) {
    let wait = record.time - record.reference
    let acceptable = parameters.acceptableWaits[record.queue].microseconds
    let linked = links?.answer(record) ?? (isLate: false, isReview: false)
    change(team, in: place) { team in
      team.contacts.answered += 1
      team.contacts.waitAnswered += wait
      team.contacts.answeredInTime += wait <= acceptable && !linked.isLate ? 1 : 0
      team.contacts.reviewsAnswered += linked.isReview ? 1 : 0
      team.answered[record.queue] += 1
      team.waits.excessAnswered += max(0, wait - acceptable)
      team.waits.greatestWaitAnswered = max(team.waits.greatestWaitAnswered, wait)
    }
    let contact = Int(record.contact)
    if contact >= owners.count { owners.append(contentsOf: repeatElement(-1, count: contact + 1 - owners.count)) }
    owners[contact] = Int32(truncatingIfNeeded: team)
  }

  /// Time away, or at work although a break was due, in the intervals in which it was.
  private mutating func addTime(_ record: EventRecord, of activity: Int) {
    var start = record.reference
    while start < record.time {
      let place = interval(of: start)
      let end = place + 1 < intervals.count ? min(record.time, Int64(place + 1) * length) : record.time
      change(team(of: record), in: place) { $0.timeByActivity[activity] += end - start }
      start = end
    }
  }

  /// A contact that came because of an earlier one, of the team that had that one.
  private mutating func follows(_ record: EventRecord) {
    guard case .contactLinked(_, _, let link) = record.event, Int(link.previous) < owners.count,
      case let team = Int(owners[Int(link.previous)]), team >= 0
    else { return }
    switch link.cause {
    case .repeatContact: change(team) { $0.contacts.repeats += 1 }
    case .escalation: change(team) { $0.contacts.escalations += 1 }
    case .complaint: change(team) { $0.contacts.complaints += 1 }
    case .redial, .callback, .message, .transfer, .retry, .diversion, .review: break
    }
  }
}
