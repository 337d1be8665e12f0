public import Testing

/// The line that generated pages begin with.
public func generatedNote(by suite: String) -> String {
  "Generated from the code's catalogue. After a change there: `BUSYHOUR_RECORD=1 .ci/test --filter \(suite)`."
}

/// Holds that a page shows an example as it is compiled: the whole file in a block of code.
public func expectExample(
  _ example: String, on page: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let root = TextFile.root(from: file)
  guard let source = TextFile.read("\(root)/\(example)"), let text = TextFile.read("\(root)/\(page)") else {
    Issue.record("cannot read \(example) or \(page)", sourceLocation: sourceLocation)
    return
  }
  if !text.contains("```swift\n\(source)```\n") {
    Issue.record("\(page) does not show \(example) as it is", sourceLocation: sourceLocation)
  }
}

/// Holds a file of the repository against what the code says it should be; with `BUSYHOUR_RECORD=1` writes it instead.
public func expectGenerated(
  _ text: String, at path: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = "\(TextFile.root(from: file))/\(path)"
  if TestSwitch.update {
    if !TextFile.write(text, to: path) { Issue.record("cannot write \(path)", sourceLocation: sourceLocation) }
    return
  }
  let present = TextFile.read(path) ?? ""
  guard present != text else { return }
  let lines = (
    present.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let place =
    zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    ?? min(lines.0.count, lines.1.count)
  func line(_ lines: [Substring]) -> String { place < lines.count ? String(lines[place]) : "(nothing)" }
  Issue.record(
    """
    \(path):\(place + 1) is not what the code says; BUSYHOUR_RECORD=1 rewrites it
    is:     \(line(lines.0))
    should: \(line(lines.1))
    """, sourceLocation: sourceLocation)
}
