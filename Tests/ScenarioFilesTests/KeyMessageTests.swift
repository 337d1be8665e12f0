import Testing

@testable import ScenarioFiles

/// What each key says of a bad value, word by word: one page of all keys, recorded with BUSYHOUR_RECORD=1.
@Suite struct `Messages of keys` {
  @Test func `are those of the page`() throws {
    let text = Keys.cases.map { key in
      do {
        _ = try Keys().document(key.base, key.bad)
        return "=== \(key.path)\n--set \(key.bad)\n(taken)\n"
      } catch let problems as ScenarioProblems {
        return "=== \(key.path)\n\(DiagnosticPrinter().text(problems.errors))"
      } catch {
        return "=== \(key.path)\n\(error)\n"
      }
    }.joined(separator: "\n")
    let page = "BadScenarios/of-every-key.expected"
    if Fixtures.isRecording { try Fixtures.write(text, to: page) }
    #expect(text == (try Fixtures.text(page)))
    #expect(!text.contains("(taken)"))
  }
}
