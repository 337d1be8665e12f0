import BusyHourTesting
import ContactCenter

@testable import ScenarioFiles

/// A scenario at random that the reader takes.
struct GeneratedScenario {
  /// Number of the scenario; the same gives the same one.
  var seed: Int
  var text: String
  var document: ScenarioDocument
  /// Catalogue paths of the keys that stand in it.
  var keys: Set<String>
  /// Values that had to be taken out before the reader took the rest.
  var repairs: Int
  /// Scenarios that were given up before this one.
  var rejected: Int

  private static let repairLimit = 20

  /// - Throws: the last refusal where twenty scenarios in a row were beyond repair.
  static func make(seed: Int) throws(ScenarioProblems) -> GeneratedScenario {
    let keys = ScenarioKeyCatalogue.standard.keys
    var refusal = ScenarioProblems(diagnostics: [])
    for attempt in 0..<20 {
      var generator = ScenarioGenerator(seed: seed &* 100 &+ attempt, wish: keys[seed % keys.count])
      let tree = generator.withShortForms(generator.tree())
      do throws(ScenarioProblems) {
        return try repaired(tree, seed: seed, rejected: attempt)
      } catch {
        refusal = error
      }
    }
    throw refusal
  }

  /// Takes out what the reader points at until it has nothing to say.
  private static func repaired(
    _ tree: SourceNode, seed: Int, rejected: Int
  ) throws(ScenarioProblems) -> GeneratedScenario {
    var tree = tree
    var repairs = 0
    while true {
      let written = GeneratedText(tree)
      do throws(ScenarioProblems) {
        let document = try ScenarioReader().read(
          text: written.text, name: "generated-\(seed).yaml", directory: GeneratedFiles.folder)
        return GeneratedScenario(
          seed: seed, text: written.text, document: document, keys: CataloguePaths.keys(of: tree), repairs: repairs,
          rejected: rejected)
      } catch {
        let line = error.errors.first { $0.file == "generated-\(seed).yaml" }?.line
        guard repairs < repairLimit, let line, written.paths.indices.contains(line - 1),
          let rest = tree.removing(written.paths[line - 1][...])
        else { throw error }
        tree = rest
        repairs += 1
      }
    }
  }
}

extension ScenarioGenerator {
  /// Writes some keys by their short spellings.
  mutating func withShortForms(_ tree: SourceNode) -> SourceNode {
    var tree = tree
    for key in catalogue.keys {
      guard let alias = key.aliases.randomElement(using: &random), random.chance(0.5) else { continue }
      let path = key.path.split(separator: ".").map(String.init)
      guard let value = NodePath.node(path, in: tree),
        let rest = tree.removing(path.map { .name($0) }[...])
      else { continue }
      tree = rest
      NodePath.set(alias.split(separator: ".").map(String.init), to: value, keyPlace: .nowhere, in: &tree)
    }
    return tree
  }
}
