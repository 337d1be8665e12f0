/// The greatest (wait + head start) x weight: priorities that age.
public enum WeightedWait: ContactChoiceRule {
  public static let name = "weighted_wait"
  public static let preference = "the greatest wait, each with its head start and times its weight"
  public static func rank(_ contact: WaitingContact) -> (Double, Double) {
    (-(Double((contact.wait + contact.headStart).microseconds) * contact.weight), Double(contact.level))
  }
}

extension ContactChoice {
  public static let weightedWait = ContactChoice(WeightedWait.self)
}
