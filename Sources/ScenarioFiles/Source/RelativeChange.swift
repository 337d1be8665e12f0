internal import ContactCenter

/// Changes values as they are written (rates, shares, durations, head counts, wages, distributions) by a factor or by an
/// amount.
struct RelativeChange {
  enum Change {
    case factor(ExactDecimal)
    /// In the value's own unit, `1`, `1m30s`, `50/day`.
    case amount(String, isNegative: Bool)
  }

  let change: Change
  let catalogue: ScenarioKeyCatalogue

  /// nil for an override that says a value.
  init?(_ override: Override, _ catalogue: ScenarioKeyCatalogue) {
    self.catalogue = catalogue
    if let factor = override.factor {
      change = .factor(factor)
    } else if let amount = override.amount {
      change = .amount(amount.text, isNegative: amount.isNegative)
    } else {
      return nil
    }
  }

  private init(_ change: Change, _ catalogue: ScenarioKeyCatalogue) {
    (self.change, self.catalogue) = (change, catalogue)
  }

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
      return try asFactor(of: members).fields(members, path: key.path, place: place)
    default:
      throw ValueProblem("only a number, a rate, a share or a duration can be changed by a factor")
    }
  }

  /// A law in fields changes as a whole, so that its shape stays: the amount becomes the factor that it is of the mean.
  private func asFactor(of members: [SourceNode.Member]) throws(ValueProblem) -> RelativeChange {
    guard case .amount = change else { return self }
    guard let text = members.first(where: { $0.name == "mean" })?.value.scalar else {
      throw ValueProblem("without a mean this law is changed by a factor only", help: "write a change such as -10%")
    }
    let mean = try DurationText.parse(text)
    let wanted = try DurationText.parse(try changed(text, .duration))
    guard mean > .zero else { throw ValueProblem("there is no mean to change") }
    let billionths = Int128(wanted.microseconds) * 1_000_000_000 / Int128(mean.microseconds)
    guard let mantissa = Int64(exactly: billionths) else { throw tooLarge }
    return RelativeChange(.factor(ExactDecimal(mantissa: mantissa, places: 9)), catalogue)
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
      return "\(try number(parts[0], amountEnding: "/\(parts[1])"))/\(parts[1])"
    case .share:
      let share = ExactDecimal(mantissa: try ShareText.parse(text).partsPerBillion, places: 7)
      return "\(try number(share.text, amountEnding: "pts", must: true, places: 7))%"
    case .duration, .span: return try scaledDuration(text)
    case .distribution:
      if text == "never" || text == "0" { return text }
      let words = text.split(separator: " ").map(String.init)
      guard let last = words.last else { return text }
      return (words.dropLast() + [try scaledDuration(last)]).joined(separator: " ")
    case .integer(let range):
      return try number(ExactDecimal(try ScalarKind.integer(text, range)).text, places: 0)
    case .number, .weekdayFactor: return try number(text)
    case .weight: return text.hasSuffix("%") ? try changed(text, .share) : try number(text)
    case .wage:
      let money = try MoneyText.parseWage(text)
      let amount = ExactDecimal(mantissa: money.millionths, places: 6)
      let changed = try number(amount.text, amountEnding: "/h", places: 6)
      guard let millionths = ExactDecimal(changed)?.scaled(toPlaces: 6) else { throw tooLarge }
      return "\(MoneyText.text(Money(millionths: millionths, currency: money.currency)))/h"
    case .amount:
      let (money, unit) = try MoneyText.parseAmount(text, per: nil)
      let ending = unit.isEmpty ? "" : "/\(unit)"
      let amount = ExactDecimal(mantissa: money.millionths, places: 6)
      let changed = try number(amount.text, amountEnding: ending, places: 6)
      guard let millionths = ExactDecimal(changed)?.scaled(toPlaces: 6) else { throw tooLarge }
      return MoneyText.text(Money(millionths: millionths, currency: money.currency)) + ending
    default: throw ValueProblem("only a number, a rate, a share or a duration can be changed by a factor")
    }
  }

  private var tooLarge: ValueProblem { ValueProblem("the changed value is too large") }

  /// The changed number.
  ///
  /// - Parameters:
  ///   - ending: what an amount may end in, as the value does; `must` where it has to, so that 5 points of a share are not
  ///     taken for 5% of it.
  ///   - places: digits after the point that the value may have.
  private func number(
    _ text: String, amountEnding ending: String = "", must: Bool = false, places: Int = ExactDecimal.digitLimit
  ) throws(ValueProblem) -> String {
    guard let number = ExactDecimal(text) else { throw tooLarge }
    switch change {
    case .factor(let factor):
      guard let product = number.multiplied(by: factor) else { throw tooLarge }
      return product.rounded(toPlaces: places).text
    case .amount(let written, let isNegative):
      let hasEnding = !ending.isEmpty && written.hasSuffix(ending)
      let digits = hasEnding ? String(written.dropLast(ending.count)) : written
      guard hasEnding || !must, let amount = ExactDecimal(digits.hasPrefix("$") ? String(digits.dropFirst()) : digits),
        let left = number.scaled(toPlaces: 9), let right = amount.scaled(toPlaces: 9)
      else {
        throw ValueProblem(
          "'\(written)' is no amount of \(text)\(ending)", help: "write a change such as +1\(ending), or +10%")
      }
      let sum = isNegative ? left.subtractingReportingOverflow(right) : left.addingReportingOverflow(right)
      guard !sum.overflow else { throw tooLarge }
      guard sum.partialValue >= 0 else { throw below }
      let result = ExactDecimal(mantissa: sum.partialValue, places: 9)
      guard result.scaled(toPlaces: places) != nil else {
        throw ValueProblem("\(result.text) has more than \(places) digits after the point")
      }
      return result.text
    }
  }

  private var below: ValueProblem { ValueProblem("the changed value is below 0") }

  private func scaledDuration(_ text: String) throws(ValueProblem) -> String {
    let span = try DurationText.parse(text)
    guard case .factor(let factor) = change else { return try DurationText.text(moved(span)) }
    let product = Int128(span.microseconds) * Int128(factor.mantissa) / Int128(ExactDecimal.power(factor.places))
    guard let microseconds = Int64(exactly: product), microseconds < 1 << 56 else { throw tooLarge }
    return DurationText.text(TimeSpan(microseconds: microseconds))
  }

  private func moved(_ span: TimeSpan) throws(ValueProblem) -> TimeSpan {
    guard case .amount(let text, let isNegative) = change else { return span }
    let amount = try DurationText.parse(text)
    let sum = isNegative ? span - amount : span + amount
    guard sum >= .zero else { throw below }
    return sum
  }
}

extension ScalarKind {
  /// Whether a value can be changed by a factor or an amount.
  var isChangeable: Bool {
    switch self {
    case .rate, .share, .duration, .span, .distribution, .integer, .number, .weekdayFactor, .weight, .wage, .amount:
      true
    default: false
    }
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
