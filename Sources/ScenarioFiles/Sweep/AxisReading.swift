/// Reads axes: from `--vary KEY=VALUES`, and from the block `sweep:` of a file.
struct AxisReading {
  let catalogue: ScenarioKeyCatalogue
  /// What the scenario says at a path, in long form: bare rates take its unit.
  let inputs: [ScenarioDocument.Input]

  /// - Parameter text: a range, or values separated by commas that stand outside braces.
  func axis(_ key: String, _ text: String) throws(ValueProblem) -> SweepAxis {
    let values: [String]
    if let range = try SteppedRange(text) { values = range.values } else { values = Self.items(text) }
    return try axis(key, values: values)
  }

  func axis(_ key: String, values: [String]) throws(ValueProblem) -> SweepAxis {
    let path = ShortForms.canonical(
      key.split(separator: ".", omittingEmptySubsequences: false).map(String.init), catalogue)
    if let head = path.first, Self.fixed.contains(head) {
      throw ValueProblem(
        "'\(key)' is the same at every point",
        help: head == "run" ? "all points are simulated on the same draws: give --seed or --replications" : nil)
    }
    let values = values.map { withUnit($0, path) }
    guard !values.contains(""), !values.isEmpty else { throw ValueProblem("'\(key)' has an empty value") }
    if let twice = values.first(where: { value in values.count { $0 == value } > 1 }) {
      throw ValueProblem("'\(key)' takes \(twice) twice")
    }
    return SweepAxis(key: key, values: values)
  }

  /// Keys that say nothing of the center.
  private static let fixed: Set = ["run", "sweep", "tornado", "name", "busyhour", "extends"]

  /// `900` of a key that is a rate, `1000/day` in the scenario, is `900/day`.
  private func withUnit(_ value: String, _ path: [String]) -> String {
    let value = Self.trimmed(value)
    guard ExactDecimal(value) != nil,
      catalogue.cataloguePath(of: path).flatMap(catalogue.key)?.shapes.contains(
        .scalar(.rate)) == true,
      let present = inputs.first(where: { $0.path == path.joined(separator: ".") })?.value,
      let slash = present.firstIndex(of: "/")
    else { return value }
    return value + present[slash...]
  }

  /// Values between commas; commas inside braces and brackets belong to the value.
  static func items(_ text: String) -> [String] {
    var (items, depth) = ([""], 0)
    for character in text {
      if "{[".contains(character) { depth += 1 }
      if "}]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { items.append("") } else { items[items.count - 1].append(character) }
    }
    return items.map(trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  // MARK: Uncertainties

  /// - Parameter text: `LOW..HIGH`, or `+-15%`.
  func uncertainty(_ key: String, _ text: String) throws(ValueProblem) -> SweepAxis {
    if text.hasPrefix("+-") || text.hasPrefix("±") {
      let size = text.drop { "+-±".contains($0) }
      guard AxisValue(String(size)) != nil else { throw ValueProblem("'\(text)' is no change", help: "write +-15%") }
      return try uncertainty(key, values: ["-\(size)", "+\(size)"])
    }
    guard let dots = text.firstRange(of: "..") else {
      throw ValueProblem(
        "'\(text)' does not say from where to where", help: "write LOW..HIGH such as 4m..7m, or +-15%")
    }
    return try uncertainty(key, values: [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])])
  }

  func uncertainty(_ key: String, values: [String]) throws(ValueProblem) -> SweepAxis {
    guard values.count == 2 else {
      throw ValueProblem("'\(key)' has \(values.count) values", help: "write the lower and the higher one")
    }
    let axis = try axis(key, values: Self.withCommonUnit(values))
    if let numbers = axis.numbers, numbers[0] > numbers[1] {
      throw ValueProblem("'\(key)' goes from the higher to the lower value", help: "write the lower one first")
    }
    return axis
  }

  /// `20..30%` is `20%..30%`.
  private static func withCommonUnit(_ values: [String]) -> [String] {
    guard var low = AxisValue(trimmed(values[0])), var high = AxisValue(trimmed(values[1])) else { return values }
    if low.suffix.isEmpty { low.adopt(high) } else if high.suffix.isEmpty { high.adopt(low) }
    return low.suffix == high.suffix ? [low.text, high.text] : values
  }

  /// `tornado: {handle: 4m..6m, demand.volume: [900/day, 1100/day], shrinkage: +-15%}`.
  /// - Throws: with the place of what is wrong.
  func uncertainties(_ node: SourceNode) throws(PlacedProblem) -> [SweepAxis] {
    guard let members = node.members, !members.isEmpty else {
      throw PlacedProblem(
        place: node.place,
        problem: ValueProblem("tornado moves nothing", help: "for instance tornado: {handle: 4m30s..6m}"))
    }
    var axes: [SweepAxis] = []
    for member in members {
      do throws(ValueProblem) {
        if let items = member.value.items {
          axes.append(try uncertainty(member.name, values: items.map(Reading.inWords)))
        } else {
          axes.append(try uncertainty(member.name, Reading.inWords(member.value)))
        }
      } catch {
        throw PlacedProblem(place: member.place, problem: error)
      }
    }
    return axes
  }

  // MARK: The block of a file

  /// `sweep: {shrinkage: 20%..40%/5%, demand.volume: [900/day, 1000/day], exclude: [{...}]}`.
  /// - Throws: with the place of what is wrong.
  func design(_ node: SourceNode) throws(PlacedProblem) -> SweepDesign {
    var design = SweepDesign(axes: [])
    for member in node.members ?? [] where member.name != "exclude" {
      do throws(ValueProblem) {
        if let items = member.value.items {
          design.axes.append(try axis(member.name, values: items.map(Reading.inWords)))
        } else {
          design.axes.append(try axis(member.name, Reading.inWords(member.value)))
        }
      } catch {
        throw PlacedProblem(place: member.place, problem: error)
      }
    }
    guard !design.axes.isEmpty else {
      throw PlacedProblem(
        place: node.place,
        problem: ValueProblem("sweep varies nothing", help: "for instance sweep: {shrinkage: 20%..40%/5%}"))
    }
    design.exclusions = try exclusions(node["exclude"], design)
    return design
  }

  private func exclusions(
    _ node: SourceNode?, _ design: SweepDesign
  ) throws(PlacedProblem) -> [[SweepDesign.Setting]] {
    guard let node else { return [] }
    var exclusions: [[SweepDesign.Setting]] = []
    for item in node.items ?? [node] {
      var settings: [SweepDesign.Setting] = []
      for member in item.members ?? [] {
        let path = ShortForms.canonical(member.name.split(separator: ".").map(String.init), catalogue)
        let value = withUnit(Reading.inWords(member.value), path)
        guard let axis = design.axes.first(where: { $0.key == member.name }), axis.values.contains(value) else {
          let known = design.axes.map { "\($0.key): \($0.values.joined(separator: ", "))" }.joined(separator: "; ")
          throw PlacedProblem(
            place: member.place,
            problem: ValueProblem("the sweep has no \(member.name): \(value) to exclude", help: "it has \(known)"))
        }
        settings.append(.init(key: member.name, value: value))
      }
      guard !settings.isEmpty else {
        throw PlacedProblem(
          place: item.place, problem: ValueProblem("exclude is a list of maps", help: "such as - {shrinkage: 40%}"))
      }
      exclusions.append(settings)
    }
    return exclusions
  }
}

/// What is wrong, and where it stands.
struct PlacedProblem: Error {
  var place: Place
  var problem: ValueProblem
}
