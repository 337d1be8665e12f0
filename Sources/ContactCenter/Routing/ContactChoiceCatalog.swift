/// Every way to choose among waiting contacts that scenarios can name (`picks`). A new one is one file in
/// `ContactChoices` and one line here.
public enum ContactChoiceCatalog {
  public static let all: [any ContactChoiceRule.Type] = [
    PriorityFirst.self, OwnFirst.self, WeightedWait.self, QueueRatio.self,
  ]
}
