public import Testing

/// The labelled loops that the running test is in, outermost first.
enum LoopTrace {
  @TaskLocal static var path: [String] = []
}

/// Runs `body` for every value; a failure inside says at which value of which label.
///
/// The suite carries the trait ``Testing/Trait/labelled``, which adds the labels to its issues.
public func withEvery<Values: Sequence>(
  _ label: String, in values: Values, _ body: (Values.Element) throws -> Void
) rethrows {
  for value in values {
    try LoopTrace.$path.withValue(LoopTrace.path + ["\(label) = \(value)"]) { try body(value) }
  }
}

/// The same for a body that waits.
public func withEvery<Values: Sequence>(
  _ label: String, in values: Values, isolation: isolated (any Actor)? = #isolation,
  _ body: (Values.Element) async throws -> Void
) async rethrows {
  for value in values {
    try await LoopTrace.$path.withValue(LoopTrace.path + ["\(label) = \(value)"]) { try await body(value) }
  }
}

extension Trait where Self == IssueHandlingTrait {
  /// Adds the labels of the loops around a failure to its message.
  public static var labelled: Self {
    .compactMapIssues { issue in
      var issue = issue
      let place: Comment = "at \(LoopTrace.path.joined(separator: ", "))"
      // The trait handles an issue once for the test and once for the suite.
      if !LoopTrace.path.isEmpty, !issue.comments.contains(place) { issue.comments.append(place) }
      return issue
    }
  }
}
