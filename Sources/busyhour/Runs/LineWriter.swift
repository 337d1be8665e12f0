/// Lines to a file or to standard output, in large pieces. A file is there as a whole or not at all.
final class LineWriter {
  private let file: WholeFile?
  private var buffer = ""
  private static let pieceSize = 1 << 16

  /// - Parameter path: nil or `-`: standard output.
  /// - Throws: ``CommandError/file(_:reason:)``.
  init(path: String?) throws { file = try path == "-" ? nil : path.map { try WholeFile($0) } }

  func write(_ line: String) throws {
    buffer += line
    if buffer.utf8.count >= Self.pieceSize { try flush() }
  }

  /// Without it, no file comes into being.
  func close() throws {
    try flush()
    try file?.finish()
  }

  private func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let file else { return try Console.writeOutput(buffer) }
    try buffer.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
  }
}
