/// For programs: one object, ratios as fractions, durations in seconds, `null` where there is no figure.
public struct JSONFormat: ReportFormat {
  public let name = "json"
  /// Raised when a member changes its meaning or goes; new members do not raise it.
  public static let schemaVersion = 1

  public init() {}

  public func text(of report: any Report, style: TextStyle) -> String? {
    JSONValue.object([JSONValue.Member("schema_version", .integer(Self.schemaVersion))] + report.json).text + "\n"
  }
}
