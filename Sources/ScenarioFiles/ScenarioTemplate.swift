/// Scenarios to start from: what `busyhour init --template NAME` writes.
public enum ScenarioTemplate: String, CaseIterable, Sendable {
  /// The eight lines, explained.
  case small
  /// Four queues, two teams, shifts, four weeks.
  case clinic
  /// Around the clock, one pool, staffing solved.
  case careconnect

  /// The file, with the line by which editors find the schema beside it.
  public var text: String {
    switch self {
    case .small: Self.smallText
    case .clinic: Self.clinicText
    case .careconnect: Self.careconnectText
    }
  }

  public var fileName: String { "\(rawValue).yaml" }
  /// The name under which the schema is looked for.
  public static let schemaFileName = "busyhour.schema.json"
}
