/// Which fields of an event a segment stores, in which order.
enum SegmentLayout {
  enum Field {
    case contact, queue, agent, detail, reference
    /// How many contacts ago the contact arrived.
    case contactsBack
  }

  static func fields(of kindCode: UInt8, _ flags: UInt8) -> [Field] {
    let isDerived = flags & SegmentCodec.derived != 0
    switch EventKind(rawValue: kindCode) {
    case .replicationStarted: return reference
    case .replicationFinished, nil: return []
    case .contactArrived: return isDerived ? queue : contactQueue
    case .contactQueued: return isDerived ? detail : contactQueueDetail
    case .contactAnswered:
      if flags & SegmentCodec.newest != 0 { return agent }
      return isDerived ? backAgent : contactQueueAgentReference
    case .contactAbandoned, .contactDisconnected: return isDerived ? back : contactQueueReference
    case .contactCompleted, .wrapUpEnded: return isDerived ? agent : contactQueueAgentReference
    case .agentSignedIn, .breakStarted: return agentDetail
    case .agentSignedOut: return agentDetailReference
    case .breakEnded: return isDerived ? agent : agentDetailReference
    default: return all
    }
  }

  // Constants, so that no array is made for an event.
  private static let reference: [Field] = [.reference]
  private static let queue: [Field] = [.queue]
  private static let contactQueue: [Field] = [.contact, .queue]
  private static let detail: [Field] = [.detail]
  private static let contactQueueDetail: [Field] = [.contact, .queue, .detail]
  private static let agent: [Field] = [.agent]
  private static let backAgent: [Field] = [.contactsBack, .agent]
  private static let back: [Field] = [.contactsBack]
  private static let contactQueueAgentReference: [Field] = [.contact, .queue, .agent, .reference]
  private static let contactQueueReference: [Field] = [.contact, .queue, .reference]
  private static let agentDetail: [Field] = [.agent, .detail]
  private static let all: [Field] = [.contact, .queue, .agent, .detail, .reference]
  private static let agentDetailReference: [Field] = [.agent, .detail, .reference]
}
