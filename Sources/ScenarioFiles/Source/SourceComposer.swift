internal import Yams

/// Turns YAML text into ``SourceNode``s, with limits that hold for any input.
struct SourceComposer {
  static let nodeLimit = 20_000
  /// The catalogue needs five levels.
  static let depthLimit = 32

  /// Why a text is no usable YAML.
  struct Failure: Error {
    var message: String
    var place: Place
    var help: String?
  }

  let source: SourceText
  /// Number of the file, for its places.
  private let file: Int
  private var budget = Self.nodeLimit
  private(set) var failures: [Failure] = []

  init(source: SourceText, file: Int = 0) { (self.source, self.file) = (source, file) }

  /// The root node; nil when the text is empty or ``failures`` tells why there is none.
  mutating func compose() -> SourceNode? {
    do {
      try refuseKeysMadeOfAliases()
      // The basic resolver knows no types, so that nothing is ever guessed, and needs no regular expressions.
      let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      return try convert(root, depth: 0)
    } catch let failure as Failure {
      failures.append(failure)
    } catch let error as YamlError {
      failures.append(failure(for: error))
    } catch {
      failures.append(Failure(message: "the file is not YAML", place: .whole(file)))
    }
    return nil
  }

  private mutating func convert(_ node: Node, depth: Int) throws -> SourceNode {
    budget -= 1
    let place = place(of: node)
    guard budget > 0 else {
      throw Failure(
        message: "the file unfolds to more than \(Self.nodeLimit) values; anchors and aliases must not multiply",
        place: place)
    }
    guard depth < Self.depthLimit else { throw Failure(message: "values are nested too deeply", place: place) }
    switch node {
    case .scalar(let scalar):
      return SourceNode(content: .scalar(scalar.string, isQuoted: scalar.style != .plain), place: place)
    case .sequence(let items):
      return SourceNode(content: .list(try items.map { try convert($0, depth: depth + 1) }), place: place)
    case .mapping(let pairs):
      return SourceNode(content: .map(try pairs.map { try convert($0.key, $0.value, depth: depth) }), place: place)
    case .alias:
      throw Failure(message: "an alias that leads nowhere", place: place)
    }
  }

  private mutating func convert(_ key: Node, _ value: Node, depth: Int) throws -> SourceNode.Member {
    let keyPlace = place(of: key)
    guard case .scalar(let name) = key else {
      throw Failure(message: "a key must be a word, not a list or a map", place: keyPlace)
    }
    var converted = try convert(value, depth: depth + 1)
    // A value that is left out has no place of its own: point to its key.
    let isLeftOut = converted.isEmpty && converted.scalar?.isEmpty == true
    // A map or list on the lines below is found by its key, too.
    if isLeftOut || converted.scalar == nil && converted.place.line > keyPlace.line { converted.place = keyPlace }
    return SourceNode.Member(name: name.string, place: keyPlace, value: converted)
  }

  private func place(of node: Node) -> Place {
    guard let mark = node.mark else { return .whole(file) }
    var length = 0
    if case .scalar(let scalar) = node, scalar.style == .plain { length = scalar.string.unicodeScalars.count }
    return Place(origin: .scenarioFile, line: mark.line, column: mark.column, length: length, file: file)
  }

  /// Yams hashes keys to find double ones, and hashing a key that unfolds through aliases need not end. Such keys mean
  /// nothing here, so a file that may have one is refused before Yams sees it.
  private func refuseKeysMadeOfAliases() throws {
    guard source.text.utf8.contains(UInt8(ascii: "&")), source.text.utf8.contains(UInt8(ascii: "*")) else { return }
    var scan = KeyScan()
    for byte in source.text.utf8 where scan.findsKeyMadeOfAliases(byte) {
      throw Failure(
        message: "a key must be a plain word in a file with anchors",
        place: Place(origin: .scenarioFile, line: scan.line, column: 1, length: 0, file: file))
    }
  }

  private func failure(for error: YamlError) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      syntaxFailure(problem, mark)
    case .duplicatedKeysInMapping(let names, let context):
      duplicateFailure(names.first ?? "", context.mark)
    default:
      Failure(message: "the file is not YAML", place: .whole(file))
    }
  }

  private func syntaxFailure(_ problem: String, _ mark: Mark) -> Failure {
    Failure(
      message: "this is not YAML: \(problem)",
      place: Place(origin: .scenarioFile, line: mark.line, column: mark.column, length: 1, file: file),
      help: Self.help(for: problem, line: String(String.UnicodeScalarView(source.line(mark.line)))))
  }

  private func duplicateFailure(_ name: String, _ mark: Mark) -> Failure {
    let second = source.secondKey(named: name, after: mark.line, column: mark.column)
    return Failure(
      message: "'\(name)' is given twice (first on line \(mark.line))",
      place: Place(
        origin: .scenarioFile, line: second?.line ?? mark.line, column: second?.column ?? mark.column, length: 0,
        file: file),
      help: "keep one of them")
  }

  /// What people usually did when libYAML says this.
  private static func help(for problem: String, line: String) -> String? {
    if line.contains("\t") { return "indent with spaces, not with tabs" }
    if line.contains(": >") { return "write 'at least' instead of '>='" }
    if problem.contains("mapping values are not allowed") {
      return "put a value that holds ': ' in quotes, or check the indentation"
    }
    if problem.contains("undefined alias") { return "'*' has a meaning in YAML: put the value in quotes" }
    if problem.contains("expected <block end>") { return "the indentation does not fit the lines above" }
    if problem.contains("cannot start any token") { return "put the value in quotes" }
    if problem.contains("',' or ']'") || problem.contains("',' or '}'") {
      return "a bracket does not close, here or on the lines above"
    }
    if problem.contains("another document") { return "a file holds one scenario: remove the line '---'" }
    return nil
  }
}
