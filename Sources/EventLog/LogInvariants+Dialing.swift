internal import ContactCenter

/// The laws of dialers: what they dial waited, and ends, or reaches an agent when somebody answers, or while the dialer holds them.
extension LogInvariants {
  mutating func dialStarts(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) {
    checkIsUp(queue)
    guard leavesLine(contact, queue, start) else { return }
    dialling[contact] = Waiting(queue: queue, since: time)
  }

  /// Who answered a dialer waits for an agent no longer than the dialer holds, and not before it began to dial.
  mutating func checkAnswer(_ answer: SimulationTime, _ entry: Waiting) {
    let hold = routing.map { $0.holds.indices.contains(entry.queue) ? $0.holds[entry.queue].microseconds : 0 } ?? .max
    let earliest = max(entry.since, hold == .max ? .min : time - hold)
    if answer.microseconds < earliest || answer.microseconds > time { checkReference(answer, time) }
  }

  mutating func dialEnds(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) {
    guard let entry = dialling.removeValue(forKey: contact) else { return report(.contactNotThere) }
    if entry.queue != queue { report(.wrongQueue(expected: entry.queue)) }
    checkReference(start, entry.since)
    outcome.failed += 1
  }
}
