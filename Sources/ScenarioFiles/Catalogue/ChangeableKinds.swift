/// What a change, by `--set` or by a file that extends another, may put at a path.
enum ChangeableKinds: Equatable {
  case key(ScenarioKey)
  /// An entry of a map of names, weekdays or clock ranges: `shrinkage.unplanned.sick`.
  case entry(ScalarKind)
  /// A name, or a factor: `x3` and `+5%` are values there.
  case text
}

extension ScenarioKeyCatalogue {
  /// nil where no key has that path.
  func kinds(at path: [String]) -> ChangeableKinds? {
    if let key = cataloguePath(of: path).flatMap(key) {
      return key.shapes == [.scalar(.text)] || key.shapes == [.scalar(.factor)] ? .text : .key(key)
    }
    guard path.count > 1, let map = cataloguePath(of: path.dropLast()).flatMap(key) else { return nil }
    for shape in map.shapes {
      switch shape {
      case .nameMap(.factor), .dayMap(.factor), .clockMap(.factor), .dateMap: return .text
      case .nameMap(let kind), .dayMap(let kind), .clockMap(let kind): return .entry(kind)
      default: continue
      }
    }
    return nil
  }
}
