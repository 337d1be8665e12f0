import ScenarioFiles
import Testing

/// A bad scenario is `NAME.yaml` and its exact message `NAME.expected`. The first line of the file says what refuses it:
/// `# structure` (the JSON Schema does, too), `# meaning` (no schema can say it), `# syntax` (it is not usable YAML).
/// To add one: write the file, run the tests with BUSYHOUR_RECORD=1, read what was recorded.
@Suite struct `Bad scenarios` {
  @Test(arguments: try Fixtures.names(in: "BadScenarios"))
  func `are refused with their exact message`(name: String) throws {
    let problems = #expect(throws: ScenarioProblems.self) { try Fixtures.read(name, in: "BadScenarios") }
    let text = DiagnosticPrinter().text(problems?.errors ?? [])
    if Fixtures.isRecording { try Fixtures.write(text, to: "BadScenarios/\(name).expected") }
    #expect(text == (try Fixtures.text("BadScenarios/\(name).expected")))
  }

  @Test func `are at least 80`() throws {
    #expect(try Fixtures.names(in: "BadScenarios").count >= 80)
  }
}
