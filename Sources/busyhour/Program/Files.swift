internal import Glibc

/// Files by path, whole.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// - Throws: ``CommandError/file(_:reason:)``.
  static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard ferror(file) == 0 else { throw failure(path) }
    return bytes
  }

  /// - Throws: ``CommandError/file(_:reason:)``; a disk that is full shows when the file is closed.
  static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw failure(path) }
    let bytes = Array(bytes)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWritten else { throw failure(path) }
  }

  /// - Throws: ``CommandError/file(_:reason:)`` where the file could not be written; it is not made.
  static func expectWritable(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw CommandError.file(path, reason: "is a folder") }
      guard access(path, W_OK) == 0 else { throw failure(path) }
      return
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else { throw failure(path) }
  }

  /// Makes the folder and those above it.
  static func makeFolder(_ path: String) throws {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part + "/"
      guard mkdir(prefix, 0o777) == 0 || errno == EEXIST else { throw failure(prefix) }
    }
  }

  private static func failure(_ path: String) -> CommandError { .file(path, reason: String(cString: strerror(errno))) }
}
