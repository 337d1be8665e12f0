internal import ContactCenter
internal import EventLog

// Callers who find the center closed.

extension Simulator {
  /// The contact was cut off on arrival: the caller tries again, or is gone.
  mutating func closedDoor(into buffer: inout EventBuffer) {
    let stream = arrivals + nextStream
    let queue = Int(stream.pointee.block.queues[stream.pointee.index])
    let customer = insertArriving()
    customers[customer].contact = lastContact
    isFirst(customer)
    givesUp(customer, redial: rules[queue].contact.redial?.afterClosing ?? .zero, into: &buffer)
  }
}
