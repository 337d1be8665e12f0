internal import ContactCenter

/// The words of `definition`, as the core names them.
enum DefinitionWords {
  static let all = ServiceLevelDefinition.allCases.map(\.rawValue)
}
