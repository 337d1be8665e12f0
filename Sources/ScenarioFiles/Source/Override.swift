/// One `--set KEY=VALUE`: a value, or a change of the value that is there: by a factor (`+10%`, `-5%`, `x3`), or by an
/// amount in the value's own unit (`-1`, `+1m30s`, `+50/day`; `+5pts` for shares).
struct Override {
  var key: String
  var path: [String]
  var text: String

  /// - Parameter key: as it was written; nil for the path.
  init(path: [String], text: String, key: String? = nil) {
    (self.key, self.path, self.text) = (key ?? path.joined(separator: "."), path, text)
  }

  /// - Throws: ``ValueProblem`` when there is no `=`.
  init(_ argument: String) throws(ValueProblem) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      throw ValueProblem(
        "'\(argument)' is not KEY=VALUE", help: "for instance --set calls=1200/day or --set handle=+10%")
    }
    key = String(argument[..<equals])
    text = String(argument[argument.index(after: equals)...])
    path = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  var place: Place { .override(key) }

  /// The factor of a relative change; nil for a plain value.
  var factor: ExactDecimal? {
    if text.hasPrefix("x") { return ExactDecimal(text.dropFirst()) }
    guard text.hasSuffix("%"), let sign = text.first, sign == "+" || sign == "-" else { return nil }
    guard let percent = ExactDecimal(text.dropFirst().dropLast()), percent.places <= 7 else { return nil }
    guard let change = percent.scaled(toPlaces: 7) else { return nil }
    let factor = 1_000_000_000 + (sign == "+" ? change : -change)
    return factor < 0 ? nil : ExactDecimal(mantissa: factor, places: 9)
  }

  /// The amount of a change that is no factor, with its sign; nil for anything else.
  var amount: (isNegative: Bool, text: String)? {
    guard factor == nil, let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let rest = text.dropFirst()
    guard let next = rest.first, next.isNumber || next == "$" else { return nil }
    return (sign == "-", String(rest))
  }

  /// The value as a node of the tree, read as YAML; `>= 80%`, which would begin a block there, is a text.
  func node() throws(ValueProblem) -> SourceNode {
    if text.hasPrefix(">") { return .text(text, at: place) }
    var composer = SourceComposer(source: SourceText(name: "", text: text))
    guard let node = composer.compose() else {
      let message = composer.failures.first?.message ?? "the value is empty"
      throw ValueProblem(message, help: composer.failures.first?.help)
    }
    return node.moved(to: place)
  }
}

extension SourceNode {
  /// The same content, every part of it standing at `place`.
  func moved(to place: Place) -> SourceNode {
    switch content {
    case .scalar: SourceNode(content: content, place: place)
    case .list(let items): SourceNode(content: .list(items.map { $0.moved(to: place) }), place: place)
    case .map(let members):
      SourceNode(
        content: .map(members.map { Member(name: $0.name, place: place, value: $0.value.moved(to: place)) }),
        place: place)
    }
  }
}
