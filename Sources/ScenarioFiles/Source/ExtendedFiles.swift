/// Unfolds `extends:`: a file's tree over the tree of the file that it names, which may extend another.
///
/// The named files lie in the scenario's own folder and are kept with it like its data files, so that a stored scenario
/// is whole.
struct ExtendedFiles {
  static let mostFiles = 8
  static let notSettable = ValueProblem(
    "which file is extended cannot be set", help: "write a file of three lines: busyhour: 1, extends: FILE, name: NAME")

  let reading: Reading
  /// Names of the files that are open, the scenario's own first.
  private var chain: [String]

  init(_ reading: Reading) {
    self.reading = reading
    chain = [reading.source.name.split(separator: "/").last.map(String.init) ?? ""]
  }

  /// The canonical tree; nil after an error that leaves nothing to read.
  mutating func unfold(_ root: SourceNode) -> SourceNode? {
    guard root.members != nil else { return root }
    checkFirstKey(of: root)
    var shortForms = ShortForms(catalogue: reading.catalogue)
    var tree = shortForms.expand(root)
    report(shortForms.problems)
    reading.layers.append(tree)
    guard let link = NodePath.member(["extends"], in: tree) else {
      return SectionLists.named(tree, reading.catalogue)
    }
    NodePath.remove(["extends"], in: &tree)
    guard let name = link.value.scalar, isUsable(name, at: link.value.place), let below = extended(name, link) else {
      return nil
    }
    var overlay = Overlay(catalogue: reading.catalogue)
    let whole = overlay.laid(tree, over: below)
    report(overlay.problems)
    for note in overlay.notes { reading.note(at: note.place, note.message) }
    return SectionLists.named(whole, reading.catalogue)
  }

  private func report(_ problems: [(place: Place, problem: ValueProblem)]) {
    for (place, problem) in problems { reading.error(at: place, problem.message, help: problem.help) }
  }

  private func checkFirstKey(of root: SourceNode) {
    guard let first = root.members?.first, first.name != "busyhour", root["busyhour"] != nil else { return }
    reading.error(at: first.place, "'busyhour: 1' must come before '\(first.name)'", help: "move it to the first line")
  }

  private func isUsable(_ name: String, at place: Place) -> Bool {
    do throws(ValueProblem) {
      try ScalarKind.file(name)
      guard !name.contains("/") else {
        throw ValueProblem(
          "'\(name)' is not in the folder of this file", help: "put both files into one folder, with their data files")
      }
      if chain.contains(name) {
        throw ValueProblem(
          "\((chain + [name]).joined(separator: " -> ")) goes in a circle", help: "extend a file that stands by itself")
      }
      guard chain.count < Self.mostFiles else {
        throw ValueProblem("more than \(Self.mostFiles) files extend one another", help: "write fewer, longer files")
      }
      return true
    } catch {
      reading.error(at: place, "extends: \(error.message)", help: error.help)
      return false
    }
  }

  private mutating func extended(_ name: String, _ link: SourceNode.Member) -> SourceNode? {
    guard let bytes = reading.dataFile(name, at: link.value.place) else { return nil }
    do throws(SourceBytes.Refusal) {
      guard bytes.count <= SourceBytes.scenarioLimit else {
        throw SourceBytes.Refusal(message: "the file is larger than 1 MiB")
      }
      // Called as the scenario's own file is called, so that the place can be clicked.
      let folder = reading.source.name.lastIndex(of: "/").map { String(reading.source.name[...$0]) } ?? ""
      let source = SourceText(name: folder + name, text: try SourceBytes.text(bytes))
      chain.append(name)
      return composed(source, reading.add(source))
    } catch {
      reading.error(at: link.value.place, "extends: \(name): \(error.message)", help: error.help)
      return nil
    }
  }

  private mutating func composed(_ source: SourceText, _ file: Int) -> SourceNode? {
    var composer = SourceComposer(source: source, file: file)
    if let root = composer.compose(), root.members != nil { return unfold(root) }
    for failure in composer.failures { reading.error(at: failure.place, failure.message, help: failure.help) }
    if composer.failures.isEmpty { reading.error(at: .whole(file), "the file holds no scenario") }
    return nil
  }
}
