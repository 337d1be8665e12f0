import ContactCenter
import Foundation
import ScenarioFiles
import Testing

/// A good scenario is `NAME.yaml`; `NAME.expected` holds what `check` has to say about it and its long form.
@Suite struct `Good scenarios` {
  @Test func `are at least 25`() throws {
    #expect(try Fixtures.names(in: "GoodScenarios").count >= 25)
  }

  @Test(arguments: try Fixtures.names(in: "GoodScenarios"))
  func `tell their defaults, warnings, notes and long form`(name: String) throws {
    let document = try Fixtures.read(name, in: "GoodScenarios")
    let text = Self.report(on: document)
    if Fixtures.isRecording { try Fixtures.write(text, to: "GoodScenarios/\(name).expected") }
    #expect(text == (try Fixtures.text("GoodScenarios/\(name).expected")))
  }

  @Test(arguments: try Fixtures.names(in: "GoodScenarios"))
  func `have a long form that reads back to the same scenario`(name: String) throws {
    let document = try Fixtures.read(name, in: "GoodScenarios")
    let again = try ScenarioReader().read(
      text: document.expandedText, name: "long.yaml",
      directory: Fixtures.folder.appending(path: "GoodScenarios").path)
    #expect(again.scenario.withoutLines == document.scenario.withoutLines)
    #expect(again.fingerprint == document.fingerprint)
    #expect(again.expandedText == document.expandedText)
  }

  static func report(on document: ScenarioDocument) -> String {
    let defaults = document.defaults.map { "\($0.path): \($0.value)  (\($0.reason))\n" }.joined()
    let printer = DiagnosticPrinter()
    return """
      === defaults
      \(defaults)=== warnings
      \(printer.text(document.warnings))=== notes
      \(printer.text(document.notes))=== long form
      \(document.expandedText)
      """
  }
}

extension Scenario {
  /// Where a target was written is no content.
  var withoutLines: Scenario {
    var copy = self
    for index in copy.targets.indices { copy.targets[index].line = nil }
    return copy
  }
}
