/// Rows under columns, before anybody has decided how a table looks.
public struct Table: Hashable, Sendable {
  /// Stands in place of the first column's title, in capitals where text is plain; its rows are indented.
  public var heading: String?
  public var columns: [Column]
  public var rows: [[Cell]]

  public init(heading: String? = nil, columns: [Column], rows: [[Cell]]) {
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  /// Without the columns that say nothing in any row.
  var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { index in index == 0 || rows.contains { !$0[index].text.isEmpty } }
    return Table(heading: heading, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
