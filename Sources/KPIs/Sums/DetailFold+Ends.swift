internal import ContactCenter
internal import EventLog

// Who is inside at the ends of intervals, and how old work is.

extension DetailFold {
  /// Who is inside when the interval ends.
  mutating func noteEnd() {
    intervals[current].end.waiting = waiting
    for agent in hands.indices where !hands[agent].isEmpty {
      intervals[current].end.busy[parameters.agentTeams[agent]] += 1
      // Wrap-up of agents who may hold several is in their hands too, and is no contact.
      for hand in hands[agent] where !hand.isWrapUp { intervals[current].end.inHand[hand.queue] += 1 }
    }
    for queue in deferred.indices {
      guard let oldest = deferred[queue].values.min() else { continue }
      noteAge(time - oldest, of: queue)
    }
  }

  mutating func noteAge(_ age: Int64, of queue: Int) {
    intervals[current].queues[queue].greatestAge = max(intervals[current].queues[queue].greatestAge, age)
  }

  /// The log tells when wrap-up ends: whose it was, was busy at the ends of intervals since it began.
  mutating func noteWrapUp(_ record: EventRecord) {
    let team = parameters.agentTeams[record.agent]
    var place = interval(of: record.reference)
    while place < current {
      if record.reference < Int64(place + 1) * length { intervals[place].end.busy[team] += 1 }
      place += 1
    }
    let horizon = parameters.horizon.microseconds
    if current + 1 == intervals.count, record.reference < horizon, horizon <= record.time {
      intervals[current].end.busy[team] += 1
    }
  }
}
