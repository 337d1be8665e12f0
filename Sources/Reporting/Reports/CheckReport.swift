/// What a scenario file says, what was taken where it is silent, and what may not be meant.
public struct CheckReport: Report, Hashable {
  public struct Default: Hashable, Sendable {
    public var path: String
    public var value: String
    public var reason: String
    public init(path: String, value: String, reason: String) {
      self.path = path
      self.value = value
      self.reason = reason
    }
  }

  public var file: String
  public var headline: String
  public var fingerprint: String
  public var defaults: [Default]
  /// Remarks of the reader, laid out.
  public var remarks: [String]
  public var warningCount: Int

  public init(
    file: String, headline: String, fingerprint: String, defaults: [Default], remarks: [String], warningCount: Int
  ) {
    self.file = file
    self.headline = headline
    self.fingerprint = fingerprint
    self.defaults = defaults
    self.remarks = remarks
    self.warningCount = warningCount
  }

  public var page: Page {
    var page = Page([.line([Cell("\(file): "), Cell("valid", .good), Cell(" · \(headline)")])])
    page.add(
      Table(
        heading: "Defaults",
        columns: [Column("Key"), Column("taken", wraps: true), Column("why", wraps: true)],
        rows: defaults.map { [Cell($0.path), Cell($0.value), Cell($0.reason, .faint)] }))
    return page
  }

  public var json: [JSONValue.Member] {
    [
      .init("inputs", .object(["file": .string(file)])),
      .init("provenance", .object(["scenario_sha256": .string(fingerprint)])), .init("valid", .bool(true)),
      .init("headline", .string(headline)),
      .init(
        "defaults",
        .array(
          defaults.map {
            .object(["key": .string($0.path), "value": .string($0.value), "reason": .string($0.reason)])
          })), .init("warning_count", .integer(warningCount)), .init("remarks", .array(remarks.map { .string($0) })),
    ]
  }

  public var records: Records {
    Records(
      header: ["key", "value", "reason"],
      rows: defaults.map { [.text($0.path), .text($0.value), .text($0.reason)] })
  }
}
