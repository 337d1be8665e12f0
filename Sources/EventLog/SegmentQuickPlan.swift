/// A shape made ready for the reader's quick way: most events are foreseen but for their time and agent, and so many are
/// read that each instruction counts. The masks are those of ``SegmentForesight``.
struct SegmentQuickPlan {
  /// Whether the event takes the other way: there is more to read than time and agent, the contact is not the newest one
  /// and becomes it, the reference is the event's own time, or the time takes more than four bytes.
  let isOther: Bool
  /// Bytes of all fields.
  let length: Int
  /// Of a word that begins two bytes before the fields: the time in its upper 48 bits.
  let timeMask: UInt64
  let agentOffset: Int
  let agentMask: UInt64
  /// Where the agents lie that remember the event.
  let agents: UnsafeMutablePointer<SegmentMemory.Agent>
  let contactStep: UInt64
  /// Contact, from the newest one, and the kind, from ones.
  let fromNewest: UInt64
  let fromAgent: UInt64
  let fromAgentsTime: UInt64
  let fromFirst: UInt64
  let fromLast: UInt64
  /// Where the first times of contacts lie if the event is one, else their last times.
  let firsts: UnsafeMutableRawPointer

  /// - Parameter memory: where reader and plan are used.
  init(_ shape: SegmentShape, _ memory: borrowing SegmentMemory) {
    let foresight = SegmentForesight(shape)
    isOther = shape.hasRest || foresight.fromTime != 0 || shape.timeBytes > 4
    length = shape.fieldBytes
    timeMask = SegmentFieldPlan.mask(shape.timeBytes) &<< 16
    agentOffset = Int(shape.timeBytes)
    agentMask = SegmentFieldPlan.mask(shape.agentBytes)
    agents = memory.agents + foresight.slotStep
    contactStep = foresight.contactStep
    fromNewest = foresight.fromNewest | foresight.kind
    fromAgent = foresight.fromAgent
    fromAgentsTime = foresight.fromAgentsTime
    fromFirst = foresight.fromFirst
    fromLast = foresight.fromLast
    let opens = foresight.opens != 0
    firsts = UnsafeMutableRawPointer(memory.contacts) + (opens ? 0 : SegmentMemory.Contact.offsetOfLast)
  }
}
