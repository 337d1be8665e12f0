/// What two scenarios in long form say differently, key by key.
public enum InputDifferences {
  /// `agents: 19 -> 18`, in the order of the first text; keys that only one text has are named with it.
  public static func between(_ first: String, _ second: String) -> [String] {
    let left = keys(of: first)
    let right = keys(of: second)
    let rightValues = Dictionary(right.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    let leftPaths = Set(left.map(\.path))
    let changed = left.compactMap { key -> String? in
      guard let value = rightValues[key.path] else { return "\(key.path) only in the first" }
      return value == key.value ? nil : "\(key.path) \(key.value) -> \(value)"
    }
    return changed + right.filter { !leftPaths.contains($0.path) }.map { "\($0.path) only in the second" }
  }

  /// Keys with values, by their path. The long form is block YAML with two blanks a level: no parser is needed.
  private static func keys(of text: String) -> [(path: String, value: String)] {
    var parents: [(indent: Int, name: String)] = []
    var items = 0
    return text.split(separator: "\n").compactMap { line in
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      while let last = parents.last, last.indent >= indent { parents.removeLast() }
      if content.hasPrefix("- ") {
        items += 1
        return ((parents.map(\.name) + ["\(items)"]).joined(separator: "."), String(content.dropFirst(2)))
      }
      items = 0
      guard let colon = content.firstRange(of: ": ") else {
        parents.append((indent, String(content.prefix { $0 != ":" })))
        return nil
      }
      let path = (parents.map(\.name) + [String(content[..<colon.lowerBound])]).joined(separator: ".")
      return (path, String(content[colon.upperBound...]))
    }
  }
}
