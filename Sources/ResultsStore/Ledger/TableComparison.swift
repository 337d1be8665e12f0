/// Compares one table of two databases, row by row in the order of all columns.
struct TableComparison {
  struct Difference {
    /// Whether the left table has the row and the right one lacks it, or the other way round.
    var isExtra: Bool
    /// For people: whole numbers and texts, other values by their type.
    var columns: [String]
  }

  private let left: RowCursor
  private let right: RowCursor

  init(left: Database, right: Database, table: StaticString) throws {
    self.left = try left.rows(ofTable: table)
    self.right = try right.rows(ofTable: table)
  }

  /// The texts that made the tables, indices, triggers and views.
  static func ofSchemas(_ left: Database, _ right: Database) throws -> TableComparison {
    TableComparison(left: try left.schemaRows(), right: try right.schemaRows())
  }

  private init(left: RowCursor, right: RowCursor) {
    self.left = left
    self.right = right
  }

  /// - Complexity: O(rows), in the memory of two rows.
  func differences(atMost limit: Int) throws -> [Difference] {
    var differences: [Difference] = []
    var (mine, theirs) = (try left.next(), try right.next())
    while differences.count < limit, mine != nil || theirs != nil {
      if mine == theirs {
        (mine, theirs) = (try left.next(), try right.next())
      } else if let row = mine, theirs.map({ Self.precedes(row, $0) }) ?? true {
        differences.append(Difference(isExtra: true, columns: row.map(Self.words)))
        mine = try left.next()
      } else if let row = theirs {
        differences.append(Difference(isExtra: false, columns: row.map(Self.words)))
        theirs = try right.next()
      }
    }
    return differences
  }

  /// By the bytes of the first column that differs, as SQLite sorts.
  private static func precedes(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    for (mine, theirs) in zip(left, right) where mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
    return left.count < right.count
  }

  /// A column is `type:value`, texts and blobs in hexadecimal digits.
  private static func words(_ column: [UInt8]) -> String {
    let text = String(decoding: column, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return text }
    let (type, value) = (text[..<colon], text[text.index(after: colon)...])
    switch type {
    case "integer": return String(value)
    case "text": return decoded(value)
    default: return String(type)
    }
  }

  private static func decoded(_ digits: Substring) -> String {
    let letters = Array(digits.utf8.prefix(120))
    let bytes = stride(from: 0, to: letters.count - 1, by: 2).map { index in
      UInt8(String(decoding: letters[index...index + 1], as: UTF8.self), radix: 16) ?? 0
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
