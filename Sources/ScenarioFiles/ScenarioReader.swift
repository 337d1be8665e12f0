internal import ContactCenter

/// Reads scenario files: YAML text in, a complete ``Scenario`` out, or everything that is wrong with the text.
public struct ScenarioReader: Sendable {
  public init() {}

  /// Reads a file. Data files are looked for beside it.
  ///
  /// - Parameters:
  ///   - path: the file; messages name it as it is given here.
  ///   - overrides: `--set` arguments, `KEY=VALUE` or `KEY=+10%`, applied in order.
  /// - Throws: ``ScenarioProblems`` with every problem found, in order of place.
  public func read(file path: String, overrides: [String] = []) throws(ScenarioProblems) -> ScenarioDocument {
    let text: String
    do throws(SourceBytes.Refusal) {
      text = try SourceBytes.text(
        SourceBytes.bytes(ofFile: path, limit: SourceBytes.scenarioLimit, limitInWords: "1 MiB"))
    } catch {
      throw ScenarioProblems(diagnostics: [
        Diagnostic(severity: .error, message: error.message, file: path, line: error.line, help: error.help)
      ])
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return try read(
      text: text, name: path, directory: path.hasPrefix("/") && folder.isEmpty ? "/" : folder, overrides: overrides)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - name: what messages call the text; also the scenario's name when the text gives none.
  ///   - directory: where data files are looked for; empty for the current folder.
  /// - Throws: ``ScenarioProblems`` with every problem found, in order of place.
  public func read(
    text: String, name: String, directory: String = "", overrides: [String] = []
  ) throws(ScenarioProblems) -> ScenarioDocument {
    let source = SourceText(name: name, text: text)
    let reading = Reading(
      catalogue: .standard, source: source, directory: directory, root: .map([], at: .wholeFile))
    guard text.utf8.count <= SourceBytes.scenarioLimit else {
      reading.error(at: .wholeFile, "the text is larger than 1 MiB")
      throw problems(of: reading)
    }
    guard let root = compose(source, reading) else { throw problems(of: reading) }
    guard prepare(root, overrides, reading) else { throw problems(of: reading) }
    guard let scenario = reading.scenario() else { throw problems(of: reading) }
    var document = document(scenario, reading)
    document.overrides = overrides
    let axes = AxisReading(catalogue: reading.catalogue, inputs: document.inputs)
    do throws(PlacedProblem) {
      if let node = reading.node("sweep") { document.sweep = try axes.design(node) }
      if let node = reading.node("tornado") { document.uncertainties = try axes.uncertainties(node) }
    } catch {
      reading.error(at: error.place, error.problem.message, help: error.problem.help)
      throw problems(of: reading)
    }
    return document
  }

  private func compose(_ source: SourceText, _ reading: Reading) -> SourceNode? {
    var composer = SourceComposer(source: source)
    if let root = composer.compose() {
      if !root.isEmpty || root.scalar == nil { return root }
    }
    for failure in composer.failures { reading.error(at: failure.place, failure.message, help: failure.help) }
    if composer.failures.isEmpty {
      reading.error(at: .wholeFile, "the file is empty", help: "busyhour init writes a file to start from")
    }
    return nil
  }

  /// Extended files, short forms, overrides and the structure: afterwards the tree is canonical.
  /// - Returns: whether there is a tree to look at.
  private func prepare(_ root: SourceNode, _ overrides: [String], _ reading: Reading) -> Bool {
    var files = ExtendedFiles(reading)
    guard let tree = files.unfold(root) else { return false }
    reading.root = tree
    for override in overrides { reading.apply(override) }
    var check = StructureCheck(catalogue: reading.catalogue)
    check.check(root: reading.root)
    for (place, problem) in check.problems { reading.error(at: place, problem.message, help: problem.help) }
    return tree.members != nil
  }

  private func problems(of reading: Reading) -> ScenarioProblems {
    ScenarioProblems(diagnostics: reading.orderedRemarks)
  }

  private func document(_ scenario: Scenario, _ reading: Reading) -> ScenarioDocument {
    var writer = LongFormWriter(scenario: scenario, form: reading.form)
    let remarks = reading.orderedRemarks
    var document = ScenarioDocument(
      scenario: scenario, defaults: reading.orderedDefaults, warnings: remarks.filter { $0.severity == .warning },
      notes: remarks.filter { $0.severity == .note }, sourceText: reading.source.text, expandedText: writer.text(),
      fingerprint: Fingerprint.digest(of: scenario), dataFiles: reading.dataFiles)
    document.layers = zip(reading.sources, reading.layers).map { ScenarioLayer(source: $0, tree: $1) }
    document.tree = reading.root
    return document
  }
}
