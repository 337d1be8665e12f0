internal import ContactCenter
internal import EventLog
internal import Randomness

// Callers for whom nobody is free: what they are told, and whether they leave at once.

extension Simulator {
  mutating func balks(_ customer: Int32, into buffer: inout EventBuffer) -> Bool {
    guard isOnTheLine(customer) else { return false }
    let queue = Int(customers[customer].queue)
    let announced = rules[queue].announcesWait ? announceWait(to: customer, into: &buffer) : 0
    let shares = rules[queue].contact.balking.map { holds($0.condition, in: queue, announced) ? $0.share : .zero }
    guard let share = shares.max(), share > .zero else { return false }
    return laterDraws.happens(share, .balking, customers[customer].key)
  }

  private func holds(_ condition: Balking.Condition, in queue: Int, _ announced: Int64) -> Bool {
    switch condition {
    case .mustWait: true
    case .lineLength(let length): waiting.length(of: queue) >= length
    case .announcedWait(let wait): announced >= wait.microseconds
    }
  }

  /// - Returns: the announced wait in microseconds; without end, and announced to nobody, where nobody is on duty.
  private mutating func announceWait(to customer: Int32, into buffer: inout EventBuffer) -> Int64 {
    let state = customers[customer]
    guard let wait = foreseenWait(in: Int(state.queue)) else { return .max }
    buffer.append(
      EventRecord(
        kind: .waitAnnounced, time: clock, reference: wait, queue: UInt64(state.queue), contact: UInt64(state.contact)))
    return wait
  }

  /// Contacts ahead and this one x mean handle time / people on duty who serve the queue, in whole microseconds; nil where
  /// nobody is on duty.
  private func foreseenWait(in queue: Int) -> Int64? {
    let people = rules[queue].teams.reduce(0) { $0 + lines.onDuty[$1.team] }
    guard people > 0 else { return nil }
    let wait = Double(waiting.length(of: queue) + 1) * rules[queue].handleTime.meanMicroseconds / Double(people)
    return Int64(min(wait.rounded(), Double(EventRecord.largestReference)))
  }
}
