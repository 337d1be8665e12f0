internal import Foundation

/// Reads files as UTF-8 text within a size limit.
enum SourceBytes {
  /// A scenario is written by people: 1 MiB is far above any of them.
  static let scenarioLimit = 1 << 20
  static let dataFileLimit = 16 << 20

  /// What cannot be read, in words.
  struct Refusal: Error {
    var message: String
    var help: String?
    var line: Int?
  }

  /// - Throws: ``Refusal`` when the file cannot be opened, is a folder, or is longer than `limit` bytes.
  static func bytes(ofFile path: String, limit: Int, limitInWords: String) throws(Refusal) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Refusal(message: refusalToOpen(errno)) }
    defer { fclose(file) }
    var content: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&portion, 1, portion.count, file)
      if count == 0 { break }
      content.append(contentsOf: portion[..<count])
      if content.count > limit { throw Refusal(message: "the file is larger than \(limitInWords)") }
    }
    if ferror(file) != 0 { throw Refusal(message: refusalToOpen(errno)) }
    return content
  }

  /// The text, without a byte order mark.
  ///
  /// - Throws: ``Refusal`` for UTF-16, for bytes that are not UTF-8, and for control characters.
  static func text(_ bytes: [UInt8]) throws(Refusal) -> String {
    let saveAs = "save the file as UTF-8 and try again"
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(64).contains(0) {
      throw Refusal(message: "the file is not UTF-8 text: it looks like UTF-16 or a binary file", help: saveAs)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Refusal(
        message: "the file is not UTF-8 text: it looks like Latin-1 or Windows-1252", help: saveAs,
        line: lineOfFirstInvalidByte(content))
    }
    if let line = lineOfControlCharacter(content) {
      throw Refusal(message: "the file has a control character that text files do not have", line: line)
    }
    return text
  }

  private static func refusalToOpen(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES: "the file may not be read (permissions)"
    case EISDIR: "this is a folder, not a file"
    default: "the file cannot be read (system error \(code))"
    }
  }

  private static func lineOfFirstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x0A {
      if String(validating: bytes[start...index], as: UTF8.self) == nil { return line }
      line += 1
      start = index + 1
    }
    return line
  }

  private static func lineOfControlCharacter(_ bytes: ArraySlice<UInt8>) -> Int? {
    var line = 1
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if byte < 32 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F { return line }
    }
    return nil
  }
}
