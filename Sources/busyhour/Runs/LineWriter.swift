internal import Glibc

/// Lines to a file or to standard output, in large pieces.
final class LineWriter {
  private let path: String?
  private let file: UnsafeMutablePointer<FILE>?
  private var buffer = ""
  private static let pieceSize = 1 << 16

  /// - Throws: ``CommandError/file(_:reason:)``.
  init(path: String?) throws {
    self.path = path == "-" ? nil : path
    file = self.path.flatMap { fopen($0, "wb") }
    if let path = self.path, file == nil { throw CommandError.file(path, reason: String(cString: strerror(errno))) }
  }

  func write(_ line: String) throws {
    buffer += line
    if buffer.utf8.count >= Self.pieceSize { try flush() }
  }

  func close() throws {
    try flush()
    if let file, fclose(file) != 0 { throw failure }
  }

  private func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let file else { return try Console.writeOutput(buffer) }
    let count = buffer.utf8.count
    let isWritten = buffer.withUTF8 { fwrite($0.baseAddress, 1, count, file) == count }
    if count > 0, !isWritten { throw failure }
  }

  private var failure: CommandError { .file(path ?? "", reason: String(cString: strerror(errno))) }
}
