/// What is to be read, block by block: the common ground of plain text and Markdown.
public struct Page: Hashable, Sendable {
  public enum Block: Hashable, Sendable {
    case title(String)
    case line([Cell])
    case table(Table)
    case blank
  }

  public var blocks: [Block]

  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  public mutating func add(_ block: Block) { blocks.append(block) }
  public mutating func add(line text: String, _ ink: Ink = .plain) { blocks.append(.line([Cell(text, ink)])) }
  /// Adds a table with a blank line before it, unless it has no rows.
  public mutating func add(_ table: Table) {
    guard !table.rows.isEmpty else { return }
    if !blocks.isEmpty { blocks.append(.blank) }
    blocks.append(.table(table.withoutEmptyColumns))
  }
}
