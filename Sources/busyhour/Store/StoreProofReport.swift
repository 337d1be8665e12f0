internal import Reporting
internal import ResultsStore

/// What `store verify` found.
struct StoreProofReport: Report {
  var database: String
  var proof: StoreVerification

  var page: Page {
    var page = Page()
    if proof.findings.isEmpty {
      page.add(.line([Cell("✓ ", .good), Cell("\(database) is as it was written.")]))
    } else {
      page.add(.line([Cell("✗ ", .bad), Cell("\(database) is not as it was written.")]))
      for finding in proof.findings {
        page.add(line: "  " + (finding.run.map { "run \($0): " } ?? "") + finding.text, .bad)
      }
    }
    let segments = "\(NumberText.whole(proof.segments)) segments of kept logs"
    page.add(line: "  Read: \(NumberText.whole(proof.head.entries)) entries, every table, \(segments).", .faint)
    page.add(line: "  Head: \(proof.head.digits)", .faint)
    return page
  }

  var json: [JSONValue.Member] {
    [
      .init("database", .string(database)), .init("proved", .bool(proof.findings.isEmpty)),
      .init("entries", .integer(proof.head.entries)), .init("segments", .integer(proof.segments)),
      .init("head", .string(proof.head.digits)),
      .init(
        "findings",
        .array(
          proof.findings.map { finding in
            .object([
              .init("run", .string(finding.run)), .init("entry", .integer(finding.entry)),
              .init("finding", .string(finding.text)),
            ])
          })),
    ]
  }

  var records: Records {
    Records(
      header: ["run", "entry", "finding"],
      rows: proof.findings.map { [.text($0.run), .integer($0.entry), .text($0.text)] })
  }
}
