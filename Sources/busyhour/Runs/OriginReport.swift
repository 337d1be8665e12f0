internal import Reporting
internal import ScenarioFiles

/// Where the value of a key comes from, file by file: what `check --why` prints.
enum OriginReport {
  static func of(_ key: String, in documents: [(String, ScenarioDocument)]) throws -> FigureReport {
    FigureReport(
      facts: [.init("key", .string(key))], sections: try documents.map { try section(key, $0.0, $0.1) }, notes: [])
  }

  private static func section(_ key: String, _ file: String, _ document: ScenarioDocument) throws
    -> FigureReport.Section
  {
    let origins = try document.origins(of: key)
    return FigureReport.Section(
      name: "origins", lead: origins.isEmpty ? ["\(file): nothing says \(key), and it has no default."] : [],
      table: Table(
        heading: key, columns: [Column("where"), Column("value", wraps: true)],
        rows: origins.map { [Cell($0.place), Cell($0.value)] }),
      header: ["file", "key", "place", "value"],
      rows: origins.map { [.text(file), .text(key), .text($0.place), .text($0.value)] })
  }
}
