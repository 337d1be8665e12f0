/// The text of a file by lines, as YAML 1.1 counts them.
struct SourceText {
  /// Nobody reads an excerpt beyond this column.
  private static let longestLine = 4_000

  let name: String
  let text: String
  /// Where each line begins.
  private let starts: [String.Index]

  init(name: String, text: String) {
    self.name = name
    self.text = text
    var starts = [text.startIndex]
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let isHalfOfBreak = scalar == "\r" && index < scalars.endIndex && scalars[index] == "\n"
      if Self.isBreak(scalar) && !isHalfOfBreak { starts.append(index) }
    }
    self.starts = starts
  }

  /// The line without its break; empty beyond the end.
  func line(_ number: Int) -> [Unicode.Scalar] {
    guard (1...starts.count).contains(number) else { return [] }
    let end = number < starts.count ? starts[number] : text.endIndex
    var scalars = Array(text.unicodeScalars[starts[number - 1]..<end].prefix(Self.longestLine))
    while let last = scalars.last, Self.isBreak(last) { scalars.removeLast() }
    return scalars
  }

  /// Where the second of two equal keys stands, given the first. Yams names the first only.
  func secondKey(named name: String, after line: Int, column: Int) -> (line: Int, column: Int)? {
    let first = self.line(line)
    if let found = Self.position(of: name, in: first, from: column) { return (line, found) }
    for next in (line + 1)..<max(line + 2, starts.count + 1) {
      let scalars = self.line(next)
      if scalars.count >= column, Self.key(name, standsIn: scalars, at: column - 1) { return (next, column) }
    }
    return nil
  }

  private static func position(of name: String, in line: [Unicode.Scalar], from start: Int) -> Int? {
    guard start < line.count else { return nil }
    return (start..<line.count).first { index in
      let before = line[index - 1]
      return (before == " " || before == "," || before == "{") && key(name, standsIn: line, at: index)
    }.map { $0 + 1 }
  }

  private static func key(_ name: String, standsIn line: [Unicode.Scalar], at index: Int) -> Bool {
    var rest = line[index...]
    if let quote = rest.first, quote == "'" || quote == "\"" { rest = rest.dropFirst() }
    guard rest.starts(with: name.unicodeScalars) else { return false }
    let after = rest.dropFirst(name.unicodeScalars.count).first { $0 != "'" && $0 != "\"" && $0 != " " }
    return after == ":"
  }

  /// How many scalars of the line belong to what begins in `column`.
  func length(atLine number: Int, column: Int) -> Int {
    let scalars = line(number)
    guard column >= 1, column <= scalars.count else { return 1 }
    let rest = Array(scalars[(column - 1)...])
    switch rest[0] {
    case "'", "\"": return (rest.dropFirst().firstIndex(of: rest[0]) ?? rest.count - 1) + 1
    case "{", "[": return Self.bracketLength(rest)
    default: return Self.plainLength(rest)
    }
  }

  private static func bracketLength(_ rest: [Unicode.Scalar]) -> Int {
    var depth = 0
    for (index, scalar) in rest.enumerated() {
      if scalar == "{" || scalar == "[" { depth += 1 }
      if scalar == "}" || scalar == "]" { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return rest.count
  }

  /// Up to a colon, a comment or the end.
  private static func plainLength(_ rest: [Unicode.Scalar]) -> Int {
    var end = rest.count
    for (index, scalar) in rest.enumerated() {
      let next = index + 1 < rest.count ? rest[index + 1] : " "
      if scalar == ":" && next == " " || scalar == " " && next == "#" {
        end = index
        break
      }
    }
    while end > 1 && rest[end - 1] == " " { end -= 1 }
    return max(1, end)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
