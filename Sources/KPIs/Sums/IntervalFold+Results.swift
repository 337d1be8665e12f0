internal import ContactCenter
internal import EventLog

// What a fold gives.

extension IntervalFold {
  /// The sums of each day of the horizon, without those of the warm-up. What happens after the horizon belongs to its last interval.
  public func daySums() -> [DaySums] {
    (parameters.warmUpDays..<(parameters.dayIntervals.count - 1)).map { day in
      let range = parameters.dayIntervals[day]..<parameters.dayIntervals[day + 1]
      var sums = sums(of: range, slots: isByInterval ? range : day..<(day + 1))
      if teamCount > 1 { sums.teams = teams[day] } else { sums.teams = [onlyTeam(sums)] }
      sums.timeByActivity = timeByActivity[day]
      slips.tell(&sums.teams, day: day)
      if !pay.premium.isEmpty {
        for team in sums.teams.indices { sums.teams[team].premium = pay.premium[day][team] }
      }
      return sums
    }
  }

  /// A single team is the center.
  func onlyTeam(_ sums: DaySums) -> TeamSums {
    var team = TeamSums()
    (team.time, team.answered) = (sums.agents, sums.contacts.answered)
    return team
  }

  /// The sums of one interval. Of teams it knows what people did against their schedule; the rest of them, and activities,
  /// are known by day only.
  /// - Precondition: the fold was made to fold by interval.
  public func intervalSums(_ interval: Int) -> DaySums {
    precondition(isByInterval, "sums of intervals are asked for when the fold is made")
    var sums = sums(of: interval..<(interval + 1), slots: interval..<(interval + 1))
    slips.tell(&sums.teams, interval: interval)
    return sums
  }

  /// - Parameter slots: those of the intervals of `range`.
  private func sums(of range: Range<Int>, slots: Range<Int>) -> DaySums {
    var sums = DaySums(
      queueCount: parameters.acceptableWaits.count, teamCount: parameters.teamCount,
      activityCount: parameters.activityCount)
    for queue in sums.queues.indices {
      sums.queues[queue] = contactSums(queue, slots)
      if let watch, !extras.isEmpty {
        for interval in range { watch.add(of: queue, interval, to: &sums.queues[queue]) }
      }
    }
    for index in range { sums.agents += agents[index] }
    if range.contains(parameters.peakInterval) {
      sums.peak = agents[parameters.peakInterval]
      sums.peakLength = parameters.peakLength.microseconds
    }
    return sums
  }

  /// The sums of all contacts that no rule touched, over the slots at once: a day of `ContactSums` for each interval would
  /// be a twentieth of the whole fold.
  func plainSums(_ queue: Int, _ range: Range<Int>) -> ContactSums {
    let (answered, abandoned) = (tally(.contactAnswered, queue, range), tally(.contactAbandoned, queue, range))
    let (completed, cutOff) = (tally(.contactCompleted, queue, range), tally(.contactDisconnected, queue, range))
    var sums = ContactSums()
    sums.offered = tally(.contactArrived, queue, range).count
    (sums.answered, sums.answeredInTime, sums.waitAnswered) = (answered.count, answered.inTime, answered.elapsed)
    (sums.abandoned, sums.abandonedInTime) = (abandoned.count, abandoned.inTime)
    sums.disconnected = cutOff.count
    sums.waitLost = abandoned.elapsed + cutOff.elapsed
    (sums.completed, sums.talk) = (completed.count, completed.elapsed)
    sums.wrapUp = tally(.wrapUpEnded, queue, range).elapsed
    return sums
  }

  /// The tally of arrivals has an elapsed time that means nothing and wraps.
  func tally(_ kind: EventKind, _ queue: Int, _ range: Range<Int>) -> TallySum {
    let first = tallies + (queue * kindCount + Int(kind.rawValue - Self.firstContactKind))
    var sum = TallySum()
    for slot in range {
      let tally = first[slot * slotSize]
      sum.count += tally.count
      sum.elapsed &+= tally.elapsed
      sum.inTime += tally.inTime
    }
    return sum
  }

  /// The sums of one queue over some slots.
  func contactSums(_ queue: Int, _ range: Range<Int>) -> ContactSums {
    func tally(_ kind: EventKind) -> TallySum { self.tally(kind, queue, range) }
    var sums = plainSums(queue, range)
    guard !extras.isEmpty else {
      sums.customersLost = sums.abandoned + sums.disconnected
      return sums
    }
    let (balked, left, promised) = (tally(.contactBalked), tally(.contactLeftMessage), tally(.callbackPromised))
    let (served, transferred) = (tally(.contactSelfServed), tally(.contactTransferred))
    sums.offered -= served.count
    sums.abandoned += balked.count
    sums.abandonedInTime += balked.count
    sums.waitLost += left.elapsed + promised.elapsed
    sums.completed += transferred.count
    sums.talk += transferred.elapsed
    (sums.selfServed, sums.selfService, sums.blocked) = (served.count, served.elapsed, tally(.contactBlocked).count)
    (sums.messagesLeft, sums.callbacksPromised) = (left.count, promised.count)
    sums.transferred = transferred.count
    for slot in range { addExtras(of: queue, slot, to: &sums) }
    // Whoever was reached by a dialer is answered at that instant.
    if parameters.dialsAhead[queue] { sums.reachedLater -= sums.answered }
    sums.offered -= sums.reachedLater + sums.diverted
    if !parameters.tellsLostCustomers { sums.customersLost = sums.abandoned + sums.blocked + sums.disconnected }
    return sums
  }

  func addExtras(of queue: Int, _ slot: Int, to sums: inout ContactSums) {
    let extra = extras[slot * queueCount + queue]
    sums.redials += extra.redials
    sums.repeats += extra.repeats
    sums.callbacks += extra.callbacks
    sums.messages += extra.messages
    sums.transfersIn += extra.transfersIn
    sums.reviews += extra.reviews
    sums.selfService += extra.selfService
    sums.selfServiceLeft += extra.selfServiceLeft
    sums.reachedLater += extra.reachedLater
    sums.customersLost += extra.customersLost
    sums.resolved += extra.resolved
    sums.unresolved += extra.unresolved
    extra.care.add(to: &sums)
    links?.add(at: slot * queueCount + queue, to: &sums)
    if !outcomes.isEmpty { sums.outcomes += outcomes[slot * queueCount + queue] }
  }
}
