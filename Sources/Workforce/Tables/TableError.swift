/// Why a whole table cannot be read. Nothing has been computed; the table must be corrected.
public enum TableError: Error, Hashable, Sendable {
  /// There is not even a line of column names.
  case empty
  case repeatedColumn(String)
  case missingColumns([String], formula: TableFormula)
}

extension TableError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the table is empty; its first line names the columns"
    case .repeatedColumn(let name): "the column '\(name)' is there twice"
    case .missingColumns(let names, let formula):
      "the table has no column \(names.joined(separator: ", ")); \(formula.title) reads "
        + "\(formula.required.joined(separator: ", "))"
        + (formula.optional.isEmpty ? "" : " and, if there, \(formula.optional.joined(separator: ", "))")
        + ", separated by commas"
    }
  }
}
