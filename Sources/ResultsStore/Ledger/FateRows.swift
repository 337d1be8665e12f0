/// Inserts the rows of a table of sums that are mostly zero: one for each that is not.
///
/// Three quarters of a run's rows are such. Eight go in one statement, which opens the tree once and then grows it at its
/// end: a third of the time of eight statements.
struct FateRows {
  /// A table's two statements.
  struct Table {
    let one: StaticString
    let eight: StaticString
  }

  static let ofContacts = Table(
    one: "INSERT INTO contact_fate VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    eight: """
      INSERT INTO contact_fate VALUES (?1, ?2, ?3, ?4, ?5, ?6), (?1, ?2, ?7, ?8, ?9, ?10), (?1, ?2, ?11, ?12, ?13, ?14),
        (?1, ?2, ?15, ?16, ?17, ?18), (?1, ?2, ?19, ?20, ?21, ?22), (?1, ?2, ?23, ?24, ?25, ?26),
        (?1, ?2, ?27, ?28, ?29, ?30), (?1, ?2, ?31, ?32, ?33, ?34)
      """)
  static let ofTeams = Table(
    one: "INSERT INTO team_fate VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    eight: """
      INSERT INTO team_fate VALUES (?1, ?2, ?3, ?4, ?5, ?6), (?1, ?2, ?7, ?8, ?9, ?10), (?1, ?2, ?11, ?12, ?13, ?14),
        (?1, ?2, ?15, ?16, ?17, ?18), (?1, ?2, ?19, ?20, ?21, ?22), (?1, ?2, ?23, ?24, ?25, ?26),
        (?1, ?2, ?27, ?28, ?29, ?30), (?1, ?2, ?31, ?32, ?33, ?34)
      """)

  private struct Row {
    var day: Int
    var place: Int
    var name: StaticString
    var value: Int64
  }

  private let database: Database
  private let table: Table
  private let run: Int64
  private let replication: Int
  private var waiting: [Row] = []

  init(_ database: Database, _ table: Table, run: Int64, replication: Int) {
    self.database = database
    self.table = table
    self.run = run
    self.replication = replication
    waiting.reserveCapacity(8)
  }

  /// - Parameters:
  ///   - columns: in the order of their names.
  ///   - place: number of the queue or the team.
  mutating func insert<Sums>(_ sums: Sums, _ columns: [SumColumns.Column<Sums>], day: Int, place: Int) throws {
    try SumColumns.forEachNonzero(columns, of: sums) { column, value in
      waiting.append(Row(day: day, place: place, name: column.text, value: value))
      if waiting.count == 8 {
        try write(waiting, table.eight)
        waiting.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Writes the rows that are left.
  mutating func finish() throws {
    for row in waiting { try write([row], table.one) }
    waiting.removeAll()
  }

  private func write(_ rows: [Row], _ sql: StaticString) throws {
    try database.withStatement(sql) { statement in
      try statement.bind(run, at: 1)
      try statement.bind(Int64(replication), at: 2)
      for (index, row) in rows.enumerated() {
        let first = Int32(3 + 4 * index)
        try statement.bind(Int64(row.day), at: first)
        try statement.bind(Int64(row.place), at: first + 1)
        try statement.bind(row.name, at: first + 2)
        try statement.bind(row.value, at: first + 3)
      }
      try statement.run()
    }
  }
}
