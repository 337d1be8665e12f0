/// What an agent is doing, with all that the next transition needs: one cache line an agent.
struct AgentState {
  enum Activity: UInt8 {
    case off, idle, talking, wrappingUp
    /// On a break with a known end.
    case onBreak
    /// Away until sign-out.
    case away
  }

  enum Leaving: UInt8 {
    case no
    /// Sign out when the contact in hand is done.
    case afterContact
    /// Sign out when nobody waits whom the agent can serve.
    case afterQueue
  }

  var activity = Activity.off
  var leaving = Leaving.no
  /// Breaks that came due while a contact was in hand.
  var hasPendingBreak = false
  /// Whether the agent takes contacts as long as there are any, and then idles.
  @inline(__always) var isUnbound: Bool { leaving == .no && !hasPendingBreak }
  var queue: UInt8 = 0
  var contact: UInt32 = 0
  var team: Int32
  var breakActivity: Int32 = 0
  /// Start of the present activity: answer, end of talk, start of the break, begin of idleness.
  var since: Int64 = 0
  /// Wrap-up that follows the present talk.
  var wrapUp: Int64 = 0
  var scheduledEnd: Int64 = 0
  /// Sign-ins so far; numbers the tours of duty.
  var tours: Int32 = 0
  // Neighbours in the team's line of idle agents, see ``IdleAgents``.
  var previousIdle: Int32 = -1
  var nextIdle: Int32 = -1
  // Under rules. Together the fields fill 64 bytes, so that an agent's place is a shift, not a multiplication.
  /// The customer in hand; -1 for none.
  var customer: Int32 = -1
  /// The agent whose hand this is: an agent who may hold several contacts has further hands behind the agents.
  var owner: Int32
  /// Contacts in the agent's hands.
  var held: UInt8 = 0
  /// Whether the agent, with contacts in hand, is in the line of those who may take another.
  var isOpen = false
  /// Whether the agent idles after closing, in case somebody who came before it still reaches a line.
  var isStaying = false

  init(team: Int, owner: Int) {
    self.team = Int32(truncatingIfNeeded: team)
    self.owner = Int32(truncatingIfNeeded: owner)
  }
}
