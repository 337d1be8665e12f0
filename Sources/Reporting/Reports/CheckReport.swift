/// What scenario files say, what was taken where they are silent, and what may not be meant.
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

  public struct File: Hashable, Sendable {
    public var name: String
    public var headline: String
    public var fingerprint: String
    public var defaults: [Default]
    /// Warnings and notes of the reader, laid out by it.
    public var remarks: [String]
    public var warningCount: Int
    public init(
      name: String, headline: String, fingerprint: String, defaults: [Default], remarks: [String], warningCount: Int
    ) {
      self.name = name
      self.headline = headline
      self.fingerprint = fingerprint
      self.defaults = defaults
      self.remarks = remarks
      self.warningCount = warningCount
    }
  }

  public var files: [File]

  public init(files: [File]) { self.files = files }

  public var page: Page {
    var page = Page()
    for file in files { file.add(to: &page) }
    return page
  }

  public var json: [JSONValue.Member] { [.init("files", .array(files.map(\.json)))] }

  public var records: Records {
    Records(
      header: ["file", "key", "value", "reason"],
      rows: files.flatMap { file in
        file.defaults.map { [.text(file.name), .text($0.path), .text($0.value), .text($0.reason)] }
      })
  }
}

extension CheckReport.File {
  fileprivate func add(to page: inout Page) {
    if !page.blocks.isEmpty { page.add(.blank) }
    page.add(.line([Cell("\(name): "), Cell(verdict, warningCount == 0 ? .good : .unsure)]))
    page.add(line: headline)
    page.add(
      Table(
        heading: "Defaults taken",
        columns: [Column("Key"), Column("value", wraps: true), Column("why", wraps: true)],
        rows: defaults.map { [Cell($0.path), Cell($0.value), Cell($0.reason, .faint)] }))
    for remark in remarks {
      page.add(.blank)
      for line in remark.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
        page.add(line: String(line))
      }
    }
  }

  private var verdict: String {
    switch warningCount {
    case 0: "valid"
    case 1: "valid, 1 warning"
    default: "valid, \(warningCount) warnings"
    }
  }

  fileprivate var json: JSONValue {
    .object([
      "file": .string(name), "valid": .bool(true), "headline": .string(headline),
      "scenario_sha256": .string(fingerprint),
      "defaults": .array(
        defaults.map {
          .object(["key": .string($0.path), "value": .string($0.value), "reason": .string($0.reason)])
        }),
      "warning_count": .integer(warningCount), "remarks": .array(remarks.map { .string($0) }),
    ])
  }
}
