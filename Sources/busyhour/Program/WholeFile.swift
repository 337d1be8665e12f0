internal import Glibc

/// A file that is there as a whole or not at all: it is written beside its place with mode 0600, and moved there when it
/// is complete. What is no regular file (a terminal, a pipe, `/dev/null`) is written directly.
final class WholeFile {
  /// Where it is written until it is complete.
  let temporary: String
  private let path: String
  private let place: String
  private var descriptor: Int32
  private var isOpen = true

  /// - Throws: ``CommandError/file(_:reason:)``.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw CommandError.file(path, reason: "is a folder") }
    guard !exists || status.st_mode & S_IFMT == S_IFREG else {
      (place, temporary) = (path, path)
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failure(path) }
      return
    }
    if exists, access(path, W_OK) != 0 { throw Self.failure(path) }
    // A link is followed, so that it stays one.
    place = exists ? Self.resolved(path) : path
    temporary = place + ".\(getpid()).partial"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw Self.failure(path) }
  }

  deinit { discard() }

  var isDirect: Bool { temporary == place }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Moves the file to its place.
  /// - Throws: ``CommandError/file(_:reason:)``, and then nothing is there that was not before.
  func finish() throws {
    guard isOpen else { return }
    // A disk may take bytes and refuse them when it must keep them.
    if !isDirect, fsync(descriptor) != 0 { throw Self.failure(path) }
    isOpen = false
    guard close(descriptor) == 0, isDirect || rename(temporary, place) == 0 else {
      let failure = Self.failure(path)
      if !isDirect { unlink(temporary) }
      throw failure
    }
  }

  private func discard() {
    guard isOpen else { return }
    isOpen = false
    close(descriptor)
    if !isDirect { unlink(temporary) }
  }

  private static func resolved(_ path: String) -> String {
    guard let whole = realpath(path, nil) else { return path }
    defer { free(whole) }
    return String(cString: whole)
  }

  private static func failure(_ path: String) -> CommandError { .file(path, reason: String(cString: strerror(errno))) }
}
