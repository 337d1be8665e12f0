import Foundation

/// A folder of one test, removed with all that is in it when the last reference goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array((NSTemporaryDirectory() + "/busyhour-store-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "store.db") -> String { path + "/" + name }

  func remove(_ name: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(file(name) + suffix) }
  }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

/// Whether the slow tests were asked for, see `.ci/test --slow`.
let isSlowRun = ProcessInfo.processInfo.environment["BUSYHOUR_SLOW"] != nil

/// Text of a file in `Fixtures`.
func fixture(_ name: String) throws -> String {
  let path = Bundle.module.resourceURL!.appendingPathComponent("Fixtures/" + name).path
  return String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
}

/// Text of a page in `docs`.
func page(_ name: String) throws -> String {
  let path = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../docs/" + name).standardized.path
  return String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
}
