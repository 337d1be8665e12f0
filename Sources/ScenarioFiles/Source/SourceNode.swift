/// A node of a scenario file: text, map or list, with its place. Scalars are never typed: `14:30`, `no` and `0800` stay
/// what was written.
struct SourceNode: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    case scalar(String, isQuoted: Bool)
    case map([Member])
    case list([SourceNode])
  }

  struct Member: Hashable, Sendable {
    var name: String
    /// Where the key stands.
    var place: Place
    var value: SourceNode
    /// The short spelling that the file uses for the path, `calls`.
    var writtenAs: String?
  }

  var content: Content
  var place: Place

  var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  var members: [Member]? {
    if case .map(let members) = content { members } else { nil }
  }

  var items: [SourceNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// Whether the value is left out: `agents:` with nothing behind it, `~` or `null`.
  var isEmpty: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What kind of thing stands here, for messages.
  var kindInWords: String {
    switch content {
    case .scalar: "a single value"
    case .map: "a map"
    case .list: "a list"
    }
  }

  subscript(name: String) -> SourceNode? {
    members?.first { $0.name == name }?.value
  }

  static func text(_ text: String, at place: Place = .nowhere) -> SourceNode {
    SourceNode(content: .scalar(text, isQuoted: false), place: place)
  }

  static func map(_ members: [Member], at place: Place = .nowhere) -> SourceNode {
    SourceNode(content: .map(members), place: place)
  }
}
