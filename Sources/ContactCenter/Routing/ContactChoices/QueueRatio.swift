/// The longest line in units of its weight, so that lines stand to one another as their weights do: the fixed queue ratio of
/// Gurvich and Whitt ("Queue-and-idleness-ratio controls in many-server service systems", 2009), by the ratio of each line to
/// its share instead of their difference.
public enum QueueRatio: ContactChoiceRule {
  public static let name = "queue_ratio"
  public static let preference = "the longest line for its weight, then its best skill"
  public static func rank(_ contact: WaitingContact) -> (Double, Double) {
    (-Double(contact.lineLength) / contact.weight, Double(contact.level))
  }
}

extension ContactChoice {
  public static let queueRatio = ContactChoice(QueueRatio.self)
}
