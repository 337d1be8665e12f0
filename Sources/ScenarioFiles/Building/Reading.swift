internal import ContactCenter
internal import Hashing

/// The state of one read: the tree, what was found, what was filled in. Lives for one call of the reader.
final class Reading {
  let catalogue: ScenarioKeyCatalogue
  /// The scenario's file, then those that it extends, the nearest first. Places count them.
  private(set) var sources: [SourceText]
  var source: SourceText { sources[0] }
  /// The canonical trees of the files, in the same order.
  var layers: [SourceNode] = []
  /// Folder of the scenario, for its data files; ends without a slash.
  let directory: String
  var root: SourceNode
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var defaults: [FilledDefault] = []
  private(set) var dataFiles: [ScenarioDocument.DataFile] = []
  private var bytesByFile: [String: [UInt8]] = [:]
  var form = LongForm()

  init(catalogue: ScenarioKeyCatalogue, source: SourceText, directory: String, root: SourceNode) {
    self.catalogue = catalogue
    sources = [source]
    self.directory = directory
    self.root = root
  }

  // MARK: Values

  func node(_ path: String...) -> SourceNode? { NodePath.node(path, in: root) }

  /// A value by its path; nil when it is absent (and has no default) or was refused by the structure check.
  func value<Value>(
    _ path: [String], _ parse: (String) throws(ValueProblem) -> Value
  ) -> Value? {
    if let node = NodePath.node(path, in: root) {
      return node.scalar.flatMap { try? parse($0) }
    }
    guard let key = catalogue.cataloguePath(of: path).flatMap(catalogue.key), let standard = key.standard else {
      return nil
    }
    fill(path.joined(separator: "."), with: standard.text, because: standard.reason)
    return try? parse(standard.text)
  }

  func fill(_ path: String, with value: String, because reason: String) {
    let filled = FilledDefault(path: path, value: value, reason: reason)
    if !defaults.contains(filled) { defaults.append(filled) }
  }

  /// The defaults in the order of the key list, then as they were met.
  var orderedDefaults: [FilledDefault] {
    let paths = catalogue.keys.map(\.path)
    let ranked = defaults.enumerated().map { offset, filled in
      let path = catalogue.cataloguePath(of: filled.path.split(separator: ".").map(String.init))
      return (rank: path.flatMap(paths.firstIndex) ?? .max, offset: offset, filled: filled)
    }
    return ranked.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }.map(\.filled)
  }

  /// Adds a file that is extended; the result is its number in places.
  func add(_ source: SourceText) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  // MARK: Remarks

  func error(at place: Place, _ message: String, help: String? = nil) { add(.error, place, message, help) }
  func warn(at place: Place, _ message: String, help: String? = nil) { add(.warning, place, message, help) }
  func note(at place: Place, _ message: String) { add(.note, place, message, nil) }

  /// More remarks of one kind than this help nobody; the rest is counted.
  static let remarkLimit = 100
  private var counts: [Diagnostic.Severity: Int] = [:]
  /// Numbers of the files that the diagnostics are about.
  private var filesOfDiagnostics: [Int] = []
  private var seen: Set<Diagnostic> = []

  func add(_ diagnostic: Diagnostic, file: Int = 0) {
    guard seen.insert(diagnostic).inserted else { return }
    let count = counts[diagnostic.severity, default: 0] + 1
    counts[diagnostic.severity] = count
    guard count <= Self.remarkLimit else { return }
    diagnostics.append(diagnostic)
    filesOfDiagnostics.append(file)
  }

  /// The remarks in order of place; a last one tells how many were left out.
  var orderedRemarks: [Diagnostic] {
    let files = filesOfDiagnostics
    var remarks = diagnostics.enumerated().sorted { left, right in
      (files[left.offset], left.element.line ?? 0, left.element.column ?? 0, left.offset)
        < (files[right.offset], right.element.line ?? 0, right.element.column ?? 0, right.offset)
    }.map(\.element)
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      let more = counts[severity, default: 0] - Self.remarkLimit
      guard more > 0 else { continue }
      remarks.append(
        Diagnostic(severity: severity, message: "\(more) more of this kind are not shown", file: source.name))
    }
    return remarks
  }

  private func add(_ severity: Diagnostic.Severity, _ place: Place, _ message: String, _ help: String?) {
    // Looking up excerpts for what is not shown would take most of the time on a large bad file.
    guard counts[severity, default: 0] < Self.remarkLimit else {
      counts[severity, default: 0] += 1
      return
    }
    add(place.remark(severity, message, help: help, in: sources), file: place.file)
  }

  // MARK: Data files

  /// The bytes of a data file beside the scenario; nil after a remark.
  func dataFile(_ name: String, at place: Place) -> [UInt8]? {
    if let bytes = bytesByFile[name] { return bytes }
    guard (try? ScalarKind.file(name)) != nil else { return nil }
    do throws(SourceBytes.Refusal) {
      let path = directory.isEmpty ? name : "\(directory)/\(name)"
      let bytes = try SourceBytes.bytes(ofFile: path, limit: SourceBytes.dataFileLimit, limitInWords: "16 MiB")
      var hash = SHA256()
      hash.update(bytes)
      dataFiles.append(ScenarioDocument.DataFile(name: name, fingerprint: hash.hexDigest()))
      bytesByFile[name] = bytes
      return bytes
    } catch {
      let help = error.help ?? "put the file beside the scenario and write its name"
      self.error(at: place, "\(name): \(error.message)", help: help)
      return nil
    }
  }
}
