internal import ContactCenter
internal import ResultsStore
internal import ScenarioFiles

extension StoredScenario {
  /// What is kept of a scenario that was read from a file: all it takes to read it again elsewhere.
  init(_ document: ScenarioDocument, file: String) throws {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    self.init(
      fingerprint: document.fingerprint, name: document.scenario.name, fileName: file, source: document.sourceText,
      expanded: document.expandedText,
      dataFiles: try document.dataFiles.map { DataFile(name: $0.name, content: try Files.bytes(of: folder + $0.name)) })
  }

  /// The scenario again. The user's text is tried first, since annotations name its lines; but equal scenarios share one
  /// record, and another spelling, with other overrides, may have come first. Then the long form is read.
  func document(overrides: [String]) throws -> ScenarioDocument {
    try TemporaryFolder.with(files: dataFiles.map { ($0.name, $0.content) }) { folder in
      let reader = ScenarioReader()
      let spelt = try? reader.read(text: source, name: fileName, directory: folder, overrides: overrides)
      if let spelt, spelt.fingerprint == fingerprint { return spelt }
      let long = try reader.read(text: expanded, name: fileName, directory: folder)
      guard long.fingerprint == fingerprint else {
        throw CommandError.notReproducible(run: name, reason: "this version reads its scenario differently")
      }
      return long
    }
  }
}

extension ScenarioOverride {
  /// `key=value`, as `--set` takes it.
  init(text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(key: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
  }

  var text: String { "\(key)=\(value)" }
}
