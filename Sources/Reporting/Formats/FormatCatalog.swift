/// Every format of reports, in the order of the help.
public enum FormatCatalog {
  public static let all: [any ReportFormat] = [
    TextFormat(), JSONFormat(), CSVFormat(), MarkdownFormat(), JUnitFormat(), GitHubFormat(),
  ]

  public static func format(named name: String) -> (any ReportFormat)? { all.first { $0.name == name } }
}
