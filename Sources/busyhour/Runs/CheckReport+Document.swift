internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension CheckReport.File {
  init(_ document: ScenarioDocument, file: String) throws {
    let printer = DiagnosticPrinter()
    let contradictions = try TargetContradiction.find(in: document.scenario).map { "warning: " + $0.sentence }
    self.init(
      name: file, headline: ScenarioHeadline.of(document.scenario), fingerprint: document.fingerprint,
      defaults: document.defaults.map { .init(path: $0.path, value: $0.value, reason: $0.reason) },
      remarks: (document.warnings + document.notes).map { printer.text($0) } + contradictions,
      warningCount: document.warnings.count + contradictions.count)
  }
}
