internal import ContactCenter

// What depends on the time of the day: factors by stretch of the clock.

extension Reading {
  func clockFactors(of member: SourceNode.Member?, _ channel: Channel) -> ClockFactors<ClockFactor> {
    var factors = ClockFactors<ClockFactor>()
    factors.handleTime = clockFactors(rule("handle_at", of: member, channel))
    factors.patience = clockFactors(rule("patience_at", of: member, channel))
    if let member, let node = member.value["dial"]?["reaches_at"] {
      factors.reached = clockFactors(
        RuleSource(node: node, path: ["queues", member.name, "dial", "reaches_at"]))
    }
    return factors
  }

  private func clockFactors(_ source: RuleSource?) -> [ClockFactor] {
    var factors: [ClockFactor] = []
    for member in source?.node.members ?? [] {
      guard let clock = try? ClockText.parseRange(member.name), let text = member.value.scalar,
        let factor = try? FactorText.parse(text)
      else { return [] }
      if let other = factors.first(where: { Self.overlap($0.clock, clock) }) {
        error(
          at: member.place,
          "\(source?.shown ?? ""): \(ClockText.text(clock)) overlaps \(ClockText.text(other.clock))",
          help: "give each stretch of the day once")
        return []
      }
      if factor.mantissa == 0 || factor > ExactDecimal(100) {
        error(
          at: member.value.place, "\(source?.shown ?? ""): a factor of \(text) is not possible",
          help: "factors are above x0 and at most x100")
      }
      factors.append(ClockFactor(clock: clock, factor: factor.value))
    }
    return factors.sorted { $0.clock.start < $1.clock.start }
  }

  /// Stretches past midnight reach into the morning of every day.
  private static func overlap(_ one: ClockRange, _ other: ClockRange) -> Bool {
    [TimeSpan.zero, .days(1), .zero - .days(1)].contains {
      one.start + $0 < other.end && other.start < one.end + $0
    }
  }
}
