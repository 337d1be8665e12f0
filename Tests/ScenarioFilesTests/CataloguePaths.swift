@testable import ScenarioFiles

enum CataloguePaths {
  /// Catalogue paths of all keys in a tree as the file has it.
  static func keys(of tree: SourceNode) -> Set<String> {
    let catalogue = ScenarioKeyCatalogue.standard
    var shortForms = ShortForms(catalogue: catalogue)
    var keys: Set<String> = []
    func visit(_ node: SourceNode, _ path: [String]) {
      for member in node.members ?? [] {
        guard let found = catalogue.cataloguePath(of: path + [member.name]) else { continue }
        keys.insert(found)
        visit(member.value, path + [member.name])
      }
    }
    visit(SectionLists.named(shortForms.expand(tree), catalogue), [])
    return keys
  }
}
