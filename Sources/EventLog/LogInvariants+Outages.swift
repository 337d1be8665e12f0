internal import ContactCenter

/// The laws of outages: what no queue does that is down, and what only such a queue does.
extension LogInvariants {
  mutating func outageStarts(_ queue: Int) {
    checkIsUp(queue)
    downSince[queue] = time
  }

  mutating func outageEnds(_ queue: Int, _ start: SimulationTime) {
    guard let since = downSince.removeValue(forKey: queue) else { return report(.queueIsUp) }
    checkReference(start, since)
  }

  /// Nobody is answered, dialled or let in while the queue is down.
  mutating func checkIsUp(_ queue: Int) {
    if downSince[queue] != nil { report(.queueIsDown) }
  }

  /// Only an outage sends contacts on, cuts talks, and gives this busy signal.
  mutating func checkIsDown(_ queue: Int) {
    if downSince[queue] == nil { report(.queueIsUp) }
  }

  /// Callers are let in by no queue that is down; letters are, and what the center owes.
  mutating func checkEntry(_ contact: UInt32, _ queue: Int) {
    guard downSince[queue] != nil, !isOwed(contact), routing?.isDeferred[queue] == false else { return }
    // Whom a closed center cuts off at this instant does not wait.
    letIn.append(contact)
  }

  /// Called before time moves on.
  mutating func settleEntries() {
    for contact in letIn where waiting[contact] != nil || inSelfService[contact] != nil { report(.queueIsDown) }
    letIn.removeAll(keepingCapacity: true)
  }

  /// Whether nobody waits on a line for the contact: the center has promised it, or makes it for itself.
  private func isOwed(_ contact: UInt32) -> Bool {
    guard fresh?.contact == contact else { return false }
    switch freshCause {
    case .callback, .message, .retry, .review: return true
    case nil, .redial, .repeatContact, .transfer, .escalation, .complaint, .diversion: return false
    }
  }
}
