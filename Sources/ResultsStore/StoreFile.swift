internal import Glibc

/// A store's file as the system sees it, before SQLite does.
///
/// It never opens a file that exists: closing it would drop the locks that this process holds on it through SQLite
/// (POSIX locks belong to the process, not to the descriptor).
struct StoreFile {
  let path: String

  /// Makes the folders and the file that are missing. A file that exists is left alone.
  func create() throws {
    try expectUsablePath()
    try createFolders()
    // The mode is given at creation, so the file is never readable by others, not even for an instant. SQLite gives its
    // side files the same mode.
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw systemError()
    }
    try expectNoFolder()
  }

  func expectPresent() throws {
    try expectUsablePath()
    guard allows(F_OK, path) else { throw errno == ENOENT ? error(.missing) : systemError() }
    try expectNoFolder()
    guard allows(R_OK, path) else { throw systemError() }
  }

  var isWritable: Bool { allows(W_OK, path) }

  /// Whether nobody can change the file through this folder: a copy on a read-only disk. SQLite needs side files to
  /// read a store that may change, and can't make them there.
  var isFrozen: Bool {
    !isWritable && !allows(W_OK, folder) && !allows(F_OK, path + "-wal")
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func createFolders() throws {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/").dropLast() {
      prefix += name + "/"
      guard mkdir(prefix, 0o777) != 0, errno != EEXIST else { continue }
      // A folder above may be one that we may not write into, but that is there.
      let reason = errno
      if !allows(F_OK, prefix) { throw error(.cannotOpen(reason: String(cString: strerror(reason)))) }
    }
  }

  private func expectUsablePath() throws {
    if path.isEmpty { throw error(.cannotOpen(reason: "the path is empty")) }
    if path.utf8.contains(0) { throw error(.cannotOpen(reason: "the path holds a zero byte")) }
    if path.hasSuffix("/") { throw error(.notAStore(.folder)) }
  }

  private func expectNoFolder() throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw systemError() }
    if status.st_mode & S_IFMT == S_IFDIR { throw error(.notAStore(.folder)) }
    if status.st_mode & S_IFMT != S_IFREG { throw error(.notAStore(.anotherFormat)) }
  }

  /// By the effective user, as `open` decides.
  private func allows(_ mode: Int32, _ path: String) -> Bool { faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0 }

  private func systemError() -> StoreError { error(.cannotOpen(reason: String(cString: strerror(errno)))) }
  private func error(_ kind: StoreError.Kind) -> StoreError { StoreError(path: path, kind: kind) }
}
