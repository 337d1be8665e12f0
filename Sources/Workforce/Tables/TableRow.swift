internal import Erlang

/// One row of a table, its cells found by the names of their columns.
public struct TableRow: Sendable {
  public let header: TableHeader
  public let cells: [String]

  /// - Throws: ``RowError/cellCount(_:expected:)``.
  public init(_ cells: [String], of header: TableHeader) throws(RowError) {
    guard cells.count == header.names.count else { throw .cellCount(cells.count, expected: header.names.count) }
    self.header = header
    self.cells = cells
  }

  /// The cell without the blanks around it; nil where it is empty, or the table has no such column.
  func text(_ column: String) -> String? {
    guard let place = header.place(of: column) else { return nil }
    let text = TableText.trimmed(cells[place])
    return text.isEmpty ? nil : text
  }

  func requiredText(_ column: String) throws(RowError) -> String {
    guard let text = text(column) else { throw .notSet(column: column) }
    return text
  }

  func numberIfSet(_ column: String) throws(RowError) -> Double? {
    guard let text = text(column) else { return nil }
    guard let number = TableText.number(text) else { throw .notANumber(column: column, text: text) }
    return number
  }

  func number(_ column: String) throws(RowError) -> Double {
    guard let number = try numberIfSet(column) else { throw .notSet(column: column) }
    return number
  }

  /// A whole number within a range; `20.0` and `2e1` are whole too.
  func whole(_ column: String, in range: ClosedRange<Int>) throws(RowError) -> Int {
    let value = try number(column)
    guard let whole = Int(exactly: value), range.contains(whole) else {
      throw .refused("\(column) \(value) is not a whole number in \(range.lowerBound)...\(range.upperBound)")
    }
    return whole
  }

  /// The decimal as written, exact; one of more than 30 digits is the shortest decimal of its double.
  func decimalIfSet(_ column: String) throws(RowError) -> DecimalFraction? {
    guard let text = text(column) else { return nil }
    if let exact = try? DecimalFraction(decimal: text) { return exact }
    guard let number = TableText.number(text) else { throw .notANumber(column: column, text: text) }
    do { return try DecimalFraction(shortest: number) } catch {
      throw .refused("\(column) \(text) is outside 0 and magnitudes 1e-30...1e30")
    }
  }

  func decimal(_ column: String) throws(RowError) -> DecimalFraction {
    guard let decimal = try decimalIfSet(column) else { throw .notSet(column: column) }
    return decimal
  }

  /// One of the words of an enumeration; nil where the cell is empty.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, as type: Word.Type
  ) throws(RowError) -> Word? where Word.RawValue == String {
    guard let text = text(column) else { return nil }
    guard let word = Word(rawValue: text.lowercased()) else {
      throw .unknownWord(column: column, text: text, allowed: Word.allCases.map(\.rawValue))
    }
    return word
  }
}
