/// The greatest (wait + head start) x weight: priorities that age.
public enum WeightedWait: ContactChoiceRule {
  public static let name = "weighted_wait"
  public static func rank(_ contact: WaitingContact) -> (Double, Double) {
    (-(Double((contact.wait + contact.headStart).microseconds) * contact.weight), Double(contact.level))
  }
}

extension ContactChoice {
  public static let weightedWait = ContactChoice(WeightedWait.self)
}
