internal import ContactCenter

/// The laws of limits of time: each begins with a contact that comes to its queue, and ends at most once.
extension LogInvariants {
  struct LimitKey: Hashable, Sendable {
    var contact: UInt32
    var limit: TimeLimit
  }

  struct RunningLimit: Sendable {
    var queue: Int
    var since: Int64
    var due: Int64
  }

  mutating func limitStarts(_ contact: UInt32, _ queue: Int, _ limit: TimeLimit, _ due: SimulationTime) {
    let own = fresh?.contact == contact ? fresh?.queue : inSelfService[contact]?.queue
    guard let own else { return report(.contactNotThere) }
    if own != queue { report(.wrongQueue(expected: own)) }
    let key = LimitKey(contact: contact, limit: limit)
    if limits[key] != nil || due.microseconds < time { report(.limitNotRunning) }
    limits[key] = RunningLimit(queue: queue, since: time, due: due.microseconds)
  }

  mutating func limitEnds(
    _ contact: UInt32, _ queue: Int, _ limit: TimeLimit, _ start: SimulationTime, isKept: Bool
  ) {
    guard let running = limits.removeValue(forKey: LimitKey(contact: contact, limit: limit)) else {
      return report(.limitNotRunning)
    }
    if running.queue != queue { report(.wrongQueue(expected: running.queue)) }
    checkReference(start, running.since)
    if isKept, time > running.due { report(.keptTooLate(due: SimulationTime(microseconds: running.due))) }
  }
}
