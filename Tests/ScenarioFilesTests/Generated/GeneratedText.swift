@testable import ScenarioFiles

/// Writes a tree as YAML and remembers what stands on each line.
struct GeneratedText {
  enum Step: Hashable {
    case name(String)
    case item(Int)
  }

  private(set) var text = ""
  /// By line, from 0.
  private(set) var paths: [[Step]] = []

  init(_ root: SourceNode) { write(root, indent: 0, path: []) }

  private mutating func line(_ content: String, _ indent: Int, _ path: [Step]) {
    text += String(repeating: " ", count: indent) + content + "\n"
    paths.append(path)
  }

  private mutating func write(_ node: SourceNode, indent: Int, path: [Step]) {
    for member in node.members ?? [] {
      let path = path + [.name(member.name)]
      if let value = Self.inOneLine(member.value) {
        line("\(member.name): \(value)", indent, path)
      } else {
        line("\(member.name):", indent, path)
        write(member.value, indent: indent + 2, path: path)
      }
    }
    for (index, item) in (node.items ?? []).enumerated() {
      line("-", indent, path + [.item(index)])
      write(item, indent: indent + 2, path: path + [.item(index)])
    }
  }

  /// A text, or a list of texts.
  private static func inOneLine(_ node: SourceNode) -> String? {
    if case .scalar(let text, let isQuoted) = node.content {
      return isQuoted ? "'\(text.replacing("'", with: "''"))'" : text
    }
    guard let items = node.items, items.allSatisfy({ $0.scalar != nil }) else { return nil }
    return "[\(items.compactMap(inOneLine).joined(separator: ", "))]"
  }
}

extension SourceNode {
  /// Without what stands at a path, and without the sections that this leaves empty.
  func removing(_ path: ArraySlice<GeneratedText.Step>) -> SourceNode? {
    guard let first = path.first else { return nil }
    switch (first, content) {
    case (.name(let name), .map(let members)):
      let rest = members.compactMap { member -> Member? in
        guard member.name == name else { return member }
        guard let value = member.value.removing(path.dropFirst()) else { return nil }
        return Member(name: name, place: .nowhere, value: value)
      }
      return rest.isEmpty ? nil : .map(rest)
    case (.item(let number), .list(let items)):
      let rest = items.enumerated().compactMap { index, item in
        index == number ? item.removing(path.dropFirst()) : item
      }
      return rest.isEmpty ? nil : .list(rest)
    default: return nil
    }
  }
}
