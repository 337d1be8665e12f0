internal import ContactCenter

/// Multiplies values as they are written: rates, shares, durations, head counts, wages, distributions.
struct RelativeChange {
  let factor: ExactDecimal
  let catalogue: ScenarioKeyCatalogue

  /// The changed entry of a map.
  func applied(to node: SourceNode, kind: ScalarKind, place: Place) throws(ValueProblem) -> SourceNode {
    .text(try changed(node.scalar ?? "", kind), at: place)
  }

  /// The changed value of a key.
  ///
  /// - Throws: when the key is not a quantity.
  func applied(to node: SourceNode, key: ScenarioKey, place: Place) throws(ValueProblem) -> SourceNode {
    guard let shape = ShapeChoice.shape(of: node, among: key.shapes) else {
      throw ValueProblem("only a number, a rate, a share or a duration can be changed by a factor")
    }
    switch (shape, node.content) {
    case (.scalar(let kind), .scalar(let text, _)):
      return .text(try changed(text, kind), at: place)
    case (.clockMap(let kind), .map(let members)):
      return try map(members, place) { value throws(ValueProblem) in
        .text(try changed(value.scalar ?? "", kind), at: place)
      }
    case (.section, .map(let members)) where key.shapes.contains(where: Self.isDistribution):
      return try fields(members, path: key.path, place: place)
    default:
      throw ValueProblem("only a number, a rate, a share or a duration can be changed by a factor")
    }
  }

  private static func isDistribution(_ shape: ScenarioKey.Shape) -> Bool {
    if case .scalar(.distribution) = shape { true } else { false }
  }

  /// Times are scaled; the shape of a law stays.
  private func fields(_ members: [SourceNode.Member], path: String, place: Place) throws(ValueProblem) -> SourceNode {
    var changedMembers: [SourceNode.Member] = []
    for var member in members {
      if member.name == "file" {
        throw ValueProblem("a distribution from a file cannot be changed by a factor")
      }
      if catalogue.key(at: "\(path).\(member.name)")?.shapes == [.scalar(.duration)] {
        member.value = .text(try changed(member.value.scalar ?? "", .duration), at: place)
      }
      changedMembers.append(member)
    }
    return .map(changedMembers, at: place)
  }

  private func map(
    _ members: [SourceNode.Member], _ place: Place, _ change: (SourceNode) throws(ValueProblem) -> SourceNode
  ) throws(ValueProblem) -> SourceNode {
    var changed: [SourceNode.Member] = []
    for var member in members {
      member.value = try change(member.value)
      changed.append(member)
    }
    return .map(changed, at: place)
  }

  private func changed(_ text: String, _ kind: ScalarKind) throws(ValueProblem) -> String {
    switch kind {
    case .rate:
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      _ = try Rate.parse(text)
      return "\(try times(parts[0]))/\(parts[1])"
    case .share:
      let share = ExactDecimal(mantissa: try ShareText.parse(text).partsPerBillion, places: 7)
      guard let product = share.multiplied(by: factor) else { throw tooLarge }
      return "\(ExactDecimal(mantissa: product.mantissa, places: product.places).rounded(toPlaces: 7).text)%"
    case .duration: return try scaledDuration(text)
    case .distribution:
      if text == "never" || text == "0" { return text }
      let words = text.split(separator: " ").map(String.init)
      guard let last = words.last else { return text }
      return (words.dropLast() + [try scaledDuration(last)]).joined(separator: " ")
    case .integer(let range):
      let value = ExactDecimal(try ScalarKind.integer(text, range))
      guard let product = value.multiplied(by: factor) else { throw tooLarge }
      return product.rounded(toPlaces: 0).text
    case .number, .weekdayFactor: return try times(text)
    case .weight: return text.hasSuffix("%") ? try changed(text, .share) : try times(text)
    case .wage:
      let money = try MoneyText.parseWage(text)
      let amount = ExactDecimal(mantissa: money.millionths, places: 6)
      guard let product = amount.multiplied(by: factor)?.rounded(toPlaces: 6).scaled(toPlaces: 6) else {
        throw tooLarge
      }
      return "\(MoneyText.text(Money(millionths: product, currency: money.currency)))/h"
    default: throw ValueProblem("only a number, a rate, a share or a duration can be changed by a factor")
    }
  }

  private var tooLarge: ValueProblem { ValueProblem("the changed value is too large") }

  private func times(_ text: String) throws(ValueProblem) -> String {
    guard let number = ExactDecimal(text), let product = number.multiplied(by: factor) else { throw tooLarge }
    return product.text
  }

  private func scaledDuration(_ text: String) throws(ValueProblem) -> String {
    let span = try DurationText.parse(text)
    let product = Int128(span.microseconds) * Int128(factor.mantissa) / Int128(ExactDecimal.power(factor.places))
    guard let microseconds = Int64(exactly: product), microseconds < 1 << 56 else { throw tooLarge }
    return DurationText.text(TimeSpan(microseconds: microseconds))
  }
}

extension ExactDecimal {
  /// Half away from zero; numbers here are not negative.
  func rounded(toPlaces wanted: Int) -> ExactDecimal {
    guard places > wanted else { return self }
    let divisor = Self.power(places - wanted)
    return ExactDecimal(mantissa: (mantissa + divisor / 2) / divisor, places: wanted)
  }
}
