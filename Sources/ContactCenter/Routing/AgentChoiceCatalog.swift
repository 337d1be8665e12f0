/// Every way to choose among free agents that scenarios can name (`goes_to`). A new one is one file in `AgentChoices`
/// and one line here.
public enum AgentChoiceCatalog {
  public static let all: [any AgentChoiceRule.Type] = [LongestIdle.self, MostIdle.self, Anybody.self, Cheapest.self]
}
