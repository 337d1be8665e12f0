/// What happens to contacts in service when the staffing falls below the number of busy agents.
public enum StaffingDrop: String, CaseIterable, Sendable {
  /// The agents who leave finish their contact first; until then nobody is taken from the queue.
  case finish
  /// The contacts above the new staffing go back to the head of the queue (preemption), the convention of most tables.
  case handBack
}
