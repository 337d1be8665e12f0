internal import Reporting
internal import ResultsStore

/// The ledger's entries for people: who did what, when.
struct AuditReport: Report {
  struct Row {
    var entry: Int
    var at: String
    var actor: String
    var kind: String
    var subject: String
    var hash: String
    var payload: String?

    init(_ entry: LedgerEntry) {
      self.entry = entry.number
      at = entry.at
      actor = entry.actor
      kind = entry.kind.map { "\($0)" } ?? "kind \(entry.kindCode)"
      subject = entry.subject
      hash = entry.hash.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
      payload = entry.payload.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  var database: String
  var rows: [Row]

  var page: Page {
    let columns = [
      Column("Entry", .trailing), Column("At"), Column("Who"), Column("What"), Column("Run or scenario"),
      Column("Hash"),
    ]
    let cells = rows.map { row in
      [
        Cell("\(row.entry)"), Cell(row.at), Cell(row.actor), Cell(row.kind, .strong),
        Cell(String(row.subject.prefix(7))), Cell(String(row.hash.prefix(16)), .faint),
      ]
    }
    return Page([.table(Table(columns: columns, rows: cells))])
  }

  var json: [JSONValue.Member] {
    [
      .init("database", .string(database)),
      .init(
        "entries",
        .array(
          rows.map { row in
            .object([
              .init("entry", .integer(row.entry)), .init("at", .string(row.at)), .init("actor", .string(row.actor)),
              .init("kind", .string(row.kind)), .init("subject", .string(row.subject)),
              .init("hash", .string(row.hash)), .init("payload", .string(row.payload)),
            ])
          })),
    ]
  }

  var records: Records {
    Records(
      header: ["entry", "at", "actor", "kind", "subject", "hash", "payload"],
      rows: rows.map { row in
        [
          .integer(row.entry), .text(row.at), .text(row.actor), .text(row.kind), .text(row.subject), .text(row.hash),
          .text(row.payload),
        ]
      })
  }
}
