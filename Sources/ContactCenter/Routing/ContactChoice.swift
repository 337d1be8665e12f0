/// Which waiting contact an agent who becomes free takes: a rule by its name.
public struct ContactChoice: RawRepresentable, CaseIterable, Hashable, Sendable {
  public let rule: any ContactChoiceRule.Type
  public var rawValue: String { rule.name }

  public init(_ rule: any ContactChoiceRule.Type) { self.rule = rule }

  /// - Returns: nil where ``ContactChoiceCatalog`` has no such rule.
  public init?(rawValue: String) {
    guard let choice = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = choice
  }

  public static let allCases = ContactChoiceCatalog.all.map { ContactChoice($0) }
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
