internal import ContactCenter
internal import EventLog

// Events of contacts that need more than the quick path.

extension IntervalFold {
  mutating func add(_ record: EventRecord, kind: Int, at time: Int64) {
    let elapsed = time - record.reference
    let closes = Self.closingKinds >> UInt64(kind) & 1 == 1
    let interval = closes ? interval(of: record.reference) : current
    let tally = tallies + (place(record.queue, in: interval) &* kindCount &+ kind)
    tally.pointee.add(elapsed, acceptable: queues[record.queue].acceptableWait)
    changeBusy(by: handling(record, kind), of: record.agent, at: time)
    if kind == Int(Self.answerKind), record.reference >= firstDayStart {
      teams[day(of: record.reference)][Int(teamOfAgent[record.agent])].answered += 1
    }
    if kind == Self.wrapUpKind, !holdsSeveral[record.agent] {
      addWrapUp(record, until: time)
    }
    if !extras.isEmpty { addExtra(record) }
  }

  mutating func addWrapUp(_ record: EventRecord, until end: Int64) {
    spread(from: record.reference, to: end) { $0.pointee.busy += $1 }
    guard teamCount > 1 else { return }
    let team = Int(teamOfAgent[record.agent])
    spreadByDay(from: record.reference, to: end) { $0[team].time.busy += $1 }
  }

  mutating func addExtra(_ record: EventRecord) {
    let index = place(record.queue)
    switch record.kindCode {
    case EventKind.contactLinked.rawValue:
      switch ContactLink.Cause(rawValue: UInt8(truncatingIfNeeded: record.detail)) {
      case .redial: extras[index].redials += 1
      case .repeatContact: extras[index].repeats += 1
      case .callback: extras[index].callbacks += 1
      case .message: extras[index].messages += 1
      case .transfer: extras[index].transfersIn += 1
      case .escalation: extras[index].care.escalations += 1
      case .complaint: extras[index].care.complaints += 1
      case .retry: extras[index].care.retries += 1
      case .diversion: extras[index].care.diversions += 1
      case .review: extras[index].reviews += 1
      case nil: break
      }
    default: break
    }
  }

  mutating func addResolution(_ record: EventRecord) {
    let index = place(record.queue)
    if record.detail == 1 { extras[index].resolved += 1 } else { extras[index].unresolved += 1 }
  }
}
