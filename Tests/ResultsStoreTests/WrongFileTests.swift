import Foundation
import KPIs
import ResultsStore
import StoreTesting
import Testing

struct WrongFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What opening says, for reading and for writing.
  func kinds(_ path: String) -> [StoreError.Kind?] {
    [true, false].map { readOnly in
      #expect(throws: StoreError.self, "\(path)") { try ResultsStore.open(path, readOnly: readOnly) }?.kind
    } + [#expect(throws: StoreError.self, "\(path)") { try ResultsStore(path: path) }?.kind]
  }

  func expectEvery(_ path: String, _ kind: StoreError.Kind) {
    for found in kinds(path) { #expect(found == kind, "\(path)") }
  }

  @Test func `a text file is refused and left as it was`() throws {
    for text in [
      "not a store", String(repeating: "calls: 100\n", count: 1_000), "SQLite format 3\u{0}and nothing more",
    ] {
      let path = try folder.write(Array(text.utf8), to: "notes.txt")
      expectEvery(path, .notAStore(.anotherFormat))
      #expect(try TemporaryFolder.bytes(of: path) == Array(text.utf8))
    }
  }

  @Test func `the database of another application is refused and left as it was`() throws {
    for script in [
      "CREATE TABLE addresses(name)", "PRAGMA user_version = 1", "PRAGMA application_id = 5",
      "CREATE TABLE run(id); PRAGMA user_version = 2",
    ] {
      let path = folder.file("\(script.utf8.reduce(0) { $0 &* 31 &+ Int($1) }).db")
      try RawDatabase(path).execute(script)
      let before = try TemporaryFolder.bytes(of: path)
      expectEvery(path, .notAStore(.anotherApplication))
      #expect(try TemporaryFolder.bytes(of: path) == before, "\(script)")
    }
  }

  @Test func `a newer store is refused and left as it was`() throws {
    let path = folder.file()
    try ResultsStore(path: path).addSampleRun()
    try RawDatabase(path).execute("PRAGMA user_version = 3000; PRAGMA wal_checkpoint(TRUNCATE)")
    for kind in kinds(path) {
      guard case .newer(3000, _) = kind else {
        Issue.record("\(String(describing: kind))")
        continue
      }
    }
    #expect(try RawDatabase(path).rows("PRAGMA user_version") == [["3000"]])
  }

  @Test func `a folder, a device and impossible paths are refused`() throws {
    expectEvery(folder.path, .notAStore(.folder))
    expectEvery(folder.path + "/", .notAStore(.folder))
    expectEvery("/dev/null", .notAStore(.anotherFormat))
    expectEvery("", .cannotOpen(reason: "the path is empty"))
    expectEvery(folder.file("a\u{0}b"), .cannotOpen(reason: "the path holds a zero byte"))
    let file = try folder.write([1], to: "file")
    expectEvery(file + "/store.db", .cannotOpen(reason: "Not a directory"))
    expectEvery(folder.file(String(repeating: "n", count: 300)), .cannotOpen(reason: "File name too long"))
  }

  @Test func `reading makes no file, writing makes the folders too`() throws {
    let path = folder.file("a/b/store.db")
    for readOnly in [true, false] {
      let error = #expect(throws: StoreError.self) { try ResultsStore.open(path, readOnly: readOnly) }
      #expect(error?.kind == .missing)
      #expect(error?.description == "\(path): there is no store; simulate first, or name another with --db")
    }
    #expect(FileManager.default.fileExists(atPath: folder.file("a")) == false)
    let store = try ResultsStore(path: path)
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(store.path == path)
  }

  @Test func `the file and its side files belong to their user alone`() throws {
    let store = try ResultsStore(path: folder.file())
    try store.addSampleRun()
    for suffix in ["", "-wal", "-shm"] {
      #expect(TemporaryFolder.mode(of: folder.file() + suffix) == 0o600, "\(suffix)")
    }
  }

  @Test func `an empty file is a store to write into, and one to read nothing from`() throws {
    let path = try folder.write([], to: "empty.db")
    let error = #expect(throws: StoreError.self) { try ResultsStore.open(path, readOnly: true) }
    #expect(error?.kind == .empty)
    #expect(try TemporaryFolder.bytes(of: path) == [])
    try ResultsStore(path: path).addSampleRun()
    #expect(try ResultsStore.open(path, readOnly: true).runs().count == 1)
  }

  @Test func `paths that mean something to SQLite are paths`() throws {
    for name in [":memory:", "file:x?mode=memory", "a b%20c?d=e&f#g", "ünïcode 😀.db", "'quoted'.db"] {
      try ResultsStore(path: folder.file(name)).addSampleRun(name: "base")
      #expect(FileManager.default.fileExists(atPath: folder.file(name)), "\(name)")
      #expect(try ResultsStore.open(folder.file(name), readOnly: true).run(matching: "base").name == "base", "\(name)")
    }
  }

  @Test func `a store opened for reading can't be written`() throws {
    let run = try ResultsStore(path: folder.file()).beginSampleRun()
    let store = try ResultsStore.open(folder.file(), readOnly: true)
    let error = #expect(throws: StoreError.self) { try store.interruptRun(run) }
    #expect(error?.kind == .readOnly)
    #expect(try store.run(matching: "@last").state == .running)
  }

  /// The user `nobody` of Debian and most others.
  static let nobody: uid_t = 65_534

  @Test(.enabled(if: getuid() == 0, "only the superuser can become another user"))
  func `a file that may not be read or written is named with the reason`() async throws {
    let path = folder.file()
    try ResultsStore(path: path).addSampleRun(name: "base")
    await #expect(processExitsWith: .success) { [path = path as String] in
      let folder = String(path.dropLast("/store.db".count))
      guard chmod(folder, 0o755) == 0, seteuid(WrongFileTests.nobody) == 0 else { exit(7) }
      let unreadable = WrongFileTests.kind { try ResultsStore.open(path, readOnly: true) }
      let unmade = WrongFileTests.kind { try ResultsStore(path: folder + "/new.db") }
      guard unreadable == .cannotOpen(reason: "Permission denied"), unmade == unreadable else { exit(8) }
      guard seteuid(0) == 0, chmod(path, 0o644) == 0, seteuid(WrongFileTests.nobody) == 0 else { exit(7) }
      // No side files can be made here: the store is read as a frozen one.
      guard try ResultsStore.open(path, readOnly: true).run(matching: "base").name == "base" else { exit(9) }
      guard WrongFileTests.kind({ try ResultsStore(path: path) }) == .readOnly else { exit(10) }
      exit(0)
    }
  }

  static func kind(_ body: () throws -> ResultsStore) -> StoreError.Kind? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? StoreError)?.kind
    }
  }
}
