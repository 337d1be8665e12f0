/// The names of a table's columns, in their order.
public struct TableHeader: Hashable, Sendable {
  public let names: [String]
  private let places: [String: Int]

  /// Names are taken without the blanks around them, in any case of letters.
  ///
  /// - Throws: ``TableError/repeatedColumn(_:)``.
  public init(_ cells: [String]) throws(TableError) {
    names = cells
    var places: [String: Int] = [:]
    for (place, cell) in cells.enumerated() {
      let name = Self.key(cell)
      guard !name.isEmpty else { continue }
      guard places.updateValue(place, forKey: name) == nil else { throw .repeatedColumn(name) }
    }
    self.places = places
  }

  /// - Complexity: O(1).
  public func place(of name: String) -> Int? { places[name] }

  /// The columns that a formula does not read, as it would read them.
  public func extras(of formula: TableFormula) -> [String] {
    let known = formula.required + formula.optional
    return names.map(Self.key).filter { !$0.isEmpty && !known.contains($0) }
  }

  /// - Throws: ``TableError/missingColumns(_:formula:)`` where the formula cannot work.
  public func check(for formula: TableFormula) throws(TableError) {
    let missing = formula.required.filter { places[$0] == nil }
    guard missing.isEmpty else { throw .missingColumns(missing, formula: formula) }
  }

  private static func key(_ cell: String) -> String { TableText.trimmed(cell).lowercased() }
}
