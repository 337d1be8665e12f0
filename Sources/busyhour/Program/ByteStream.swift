internal import Glibc

/// A file, or standard input, read piece by piece.
enum ByteStream {
  private static let pieceSize = 1 << 16

  /// - Parameter path: `-` is standard input.
  /// - Throws: ``CommandError/file(_:reason:)``; what `body` throws.
  static func forEachPiece(of path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
    guard file >= 0 else { throw failure(path) }
    defer { if path != "-" { close(file) } }
    var buffer = [UInt8](repeating: 0, count: pieceSize)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return }
      try body(buffer[..<count])
    }
  }

  /// Whether two paths lead to the same file.
  static func isSame(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return left == right }
    return first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }

  private static func failure(_ path: String) -> CommandError { .file(path, reason: String(cString: strerror(errno))) }
}
