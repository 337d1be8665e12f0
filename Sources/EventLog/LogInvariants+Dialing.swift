internal import ContactCenter

/// The laws of dialers: what they dial waited, and ends, or reaches an agent at the instant at which somebody answers.
extension LogInvariants {
  mutating func dialStarts(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) {
    guard leavesLine(contact, queue, start) else { return }
    dialling[contact] = Waiting(queue: queue, since: time)
  }

  mutating func dialEnds(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) {
    guard let entry = dialling.removeValue(forKey: contact) else { return report(.contactNotThere) }
    if entry.queue != queue { report(.wrongQueue(expected: entry.queue)) }
    checkReference(start, entry.since)
    outcome.failed += 1
  }
}
