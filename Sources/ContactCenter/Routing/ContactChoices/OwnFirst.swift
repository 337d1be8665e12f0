/// The agent's best skill; among equals the best priority; then who waits longest.
public enum OwnFirst: ContactChoiceRule {
  public static let name = "own_first"
  public static let preference = "its best skill, then the best priority, then the longest wait"
  public static func rank(_ contact: WaitingContact) -> (Double, Double) {
    (Double(contact.level), Double(contact.priority))
  }
}

extension ContactChoice {
  public static let ownFirst = ContactChoice(OwnFirst.self)
}
