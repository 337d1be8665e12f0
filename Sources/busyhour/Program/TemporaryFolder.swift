internal import Glibc

/// A folder of this process that is gone when `body` ends.
enum TemporaryFolder {
  static func with<Result>(files: [(name: String, content: [UInt8])], _ body: (String) throws -> Result) throws
    -> Result
  {
    var template = Array("\(Environment["TMPDIR"] ?? "/tmp")/busyhour-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandError.file("$TMPDIR", reason: String(cString: strerror(errno)))
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var made: [String] = []
    defer {
      for path in made.reversed() where remove(path) != 0 { continue }
      rmdir(folder)
    }
    for file in files {
      let parts = file.name.split(separator: "/")
      guard !parts.contains("..") else { throw CommandError.file(file.name, reason: "lies outside its folder") }
      for depth in 1..<max(1, parts.count) {
        let path = "\(folder)/\(parts[..<depth].joined(separator: "/"))"
        if mkdir(path, 0o700) == 0 { made.append(path) }
      }
      try Files.write(file.content, to: "\(folder)/\(file.name)")
      made.append("\(folder)/\(file.name)")
    }
    return try body(folder)
  }
}
