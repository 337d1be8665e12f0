/// Tells which of a key's forms a value has.
enum ShapeChoice {
  static func shape(of node: SourceNode, among shapes: [ScenarioKey.Shape]) -> ScenarioKey.Shape? {
    let fitting = shapes.filter { fits(node, $0) }
    // A map that may be fields or clock ranges (`profile`) is fields when it names a file.
    if fitting.count > 1, node["file"] == nil { return fitting.last }
    return fitting.first
  }

  private static func fits(_ node: SourceNode, _ shape: ScenarioKey.Shape) -> Bool {
    switch (node.content, shape) {
    case (.scalar, .scalar), (.list, .list), (.list, .sections): true
    case (.map, .section), (.map, .clockMap), (.map, .nameMap), (.map, .dayMap), (.map, .dateMap), (.map, .axisMap),
      (.map, .entry):
      true
    default: false
    }
  }

  static func inWords(_ shapes: [ScenarioKey.Shape]) -> String {
    var words: [String] = []
    for shape in shapes {
      let word = inWords(shape)
      if !words.contains(word) { words.append(word) }
    }
    return words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  private static func inWords(_ shape: ScenarioKey.Shape) -> String {
    switch shape {
    case .scalar: "a single value"
    case .list: "a list"
    case .section: "a map of keys"
    case .clockMap: "a map of clock ranges"
    case .nameMap: "a map of names"
    case .dayMap: "a map of weekdays"
    case .dateMap: "a map of dates"
    case .sections: "a list of maps"
    case .axisMap, .entry: "a map of keys"
    }
  }
}
