/// Every way of exporting events as text, by name. OCEL and the KPIs are files of their own, see the command.
public enum ExportCatalog {
  public static let names = ["csv", "jsonl", "cloudevents", "cloudevents-batch", "xes"]

  /// - Parameter caseKind: what a trace of XES is.
  public static func export(
    named name: String, of subject: ExportSubject, caseKind: CaseCensus.Kind
  ) -> (any EventExport)? {
    switch name {
    case "csv": EventTableExport(subject)
    case "jsonl": EventLinesExport(subject)
    case "cloudevents": CloudEventsExport(subject, isBatch: false)
    case "cloudevents-batch": CloudEventsExport(subject, isBatch: true)
    case "xes": XESExport(subject, caseKind: caseKind)
    default: nil
    }
  }
}
