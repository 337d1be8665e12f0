/// A way of writing reports. A new one is a file in `Formats` and a line of ``FormatCatalog``.
public protocol ReportFormat: Sendable {
  /// As in `--format NAME`.
  var name: String { get }
  /// - Returns: the whole output with a line feed at its end, or nil where the format cannot tell this kind of report.
  func text(of report: any Report, style: TextStyle) -> String?
}
