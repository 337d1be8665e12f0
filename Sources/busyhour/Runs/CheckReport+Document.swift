internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension CheckReport.File {
  init(_ document: ScenarioDocument, file: String) throws {
    let printer = DiagnosticPrinter()
    let contradictions = try TargetContradiction.find(in: document.scenario).map { "warning: " + $0.sentence }
    self.init(
      name: file, headline: ScenarioHeadline.of(document.scenario), fingerprint: document.fingerprint,
      defaults: document.distinctDefaults.map { .init(path: $0.path, value: $0.value, reason: $0.reason) },
      remarks: (document.warnings + document.notes).map { printer.text($0) } + contradictions,
      warningCount: document.warnings.count + contradictions.count)
  }
}

extension ScenarioDocument {
  /// Each default once: queues of one parent have their values from one key.
  var distinctDefaults: [FilledDefault] {
    defaults.reduce(into: []) { distinct, next in
      if !distinct.contains(next) { distinct.append(next) }
    }
  }
}
