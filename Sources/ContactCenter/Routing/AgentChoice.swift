/// Which free agent a contact goes to, among those of the best level who may take it: a rule by its name.
public struct AgentChoice: RawRepresentable, CaseIterable, Hashable, Sendable {
  public let rule: any AgentChoiceRule.Type
  public var rawValue: String { rule.name }

  public init(_ rule: any AgentChoiceRule.Type) { self.rule = rule }

  /// - Returns: nil where ``AgentChoiceCatalog`` has no such rule.
  public init?(rawValue: String) {
    guard let choice = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = choice
  }

  public static let allCases = AgentChoiceCatalog.all.map { AgentChoice($0) }
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
