/// What happens to contacts in service when the staffing falls below the number of busy agents.
public enum StaffingDrop: String, CaseIterable, Sendable {
  /// The agents who leave are persons: one who is busy finishes that contact and takes no other, one who is idle is gone.
  /// The queue goes on with those who stay. What centers do, and `Simulator`.
  case finish
  /// Contacts above the new staffing go back to the head of the queue (preemption), the convention of most tables.
  case handBack
}
