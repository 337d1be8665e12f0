extension ScenarioDocument {
  /// One value of the long form.
  public struct Input: Hashable, Sendable {
    /// Path as `--set` takes it.
    public var path: String
    public var value: String
  }

  /// Every value of the long form by its path, in order; items of lists have none.
  public var inputs: [Input] {
    var parents: [(indent: Int, name: String)] = []
    return expandedText.split(separator: "\n").compactMap { line in
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      while let last = parents.last, last.indent >= indent { parents.removeLast() }
      guard !content.hasPrefix("- ") else { return nil }
      guard let colon = content.firstRange(of: ": ") else {
        parents.append((indent, Self.unquoted(content.dropLast())))
        return nil
      }
      let name = Self.unquoted(content[..<colon.lowerBound])
      return Input(
        path: (parents.map(\.name) + [name]).joined(separator: "."), value: String(content[colon.upperBound...]))
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    text.count > 1 && text.hasPrefix("'") && text.hasSuffix("'") ? String(text.dropFirst().dropLast()) : String(text)
  }

  /// Reads an axis as `sweep --vary` takes it, `shrinkage=20%..40%/2.5%`.
  /// - Throws: ``ScenarioProblems`` that say what is wrong with it.
  public func axis(_ argument: String) throws(ScenarioProblems) -> SweepAxis {
    try read(argument, of: "--vary", "shrinkage=20%..40%/5%") { reading, key, text throws(ValueProblem) in
      try reading.axis(key, text)
    }
  }

  /// Reads an uncertainty as `tornado --range` takes it, `handle=4m..7m`.
  /// - Returns: an axis of the lower and the higher value.
  /// - Throws: ``ScenarioProblems`` that say what is wrong with it.
  public func uncertainty(_ argument: String) throws(ScenarioProblems) -> SweepAxis {
    try read(argument, of: "--range", "queues.main.handle=4m..7m") { reading, key, text throws(ValueProblem) in
      try reading.uncertainty(key, text)
    }
  }

  private func read(
    _ argument: String, of option: String, _ example: String,
    _ body: (AxisReading, String, String) throws(ValueProblem) -> SweepAxis
  ) throws(ScenarioProblems) -> SweepAxis {
    do throws(ValueProblem) {
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        throw ValueProblem("'\(argument)' is not KEY=VALUES", help: "for instance \(option) \(example)")
      }
      return try body(
        AxisReading(catalogue: .standard, inputs: inputs), String(argument[..<equals]),
        String(argument[argument.index(after: equals)...]))
    } catch {
      throw ScenarioProblems(diagnostics: [
        Diagnostic(severity: .error, message: error.message, file: "\(option) \(argument)", help: error.help)
      ])
    }
  }
}
