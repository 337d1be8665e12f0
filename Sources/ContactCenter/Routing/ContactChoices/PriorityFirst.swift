/// The best priority; among equals the agent's best skill; then who waits longest.
public enum PriorityFirst: ContactChoiceRule {
  public static let name = "priority"
  public static let preference = "the best priority, then its best skill, then the longest wait"
  public static func rank(_ contact: WaitingContact) -> (Double, Double) {
    (Double(contact.priority), Double(contact.level))
  }
}

extension ContactChoice {
  public static let priority = ContactChoice(PriorityFirst.self)
}
