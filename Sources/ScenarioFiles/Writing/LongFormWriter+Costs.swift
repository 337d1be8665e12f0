internal import ContactCenter

extension LongFormWriter {
  var callEquivalentLines: [String] {
    guard let equivalents = scenario.callEquivalents else { return [] }
    let parts = Channel.allCases.compactMap { channel in
      equivalents.weights[channel].map { "\(channel.rawValue): \(DistributionReading.decimal($0))" }
    }
    return ["call_equivalents: {\(parts.joined(separator: ", "))}"]
  }

  var costLines: [String] {
    let costs = scenario.costs
    guard costs != .none else { return [] }
    var lines = ["costs:"]
    func add(_ key: String, _ text: String?, indent: String = "  ") {
      if let text { lines.append("\(indent)\(key): \(text)") }
    }
    if !costs.premiums.isEmpty { lines.append("  premiums:") }
    for premium in costs.premiums {
      let parts = [
        "share: \(ShareText.text(premium.share))", premium.hours.map { "hours: '\(ClockText.text($0))'" },
        "days: '\(CalendarText.text(Weekday.allCases.filter(premium.days.contains)))'",
      ]
      add(YAMLText.quoted(premium.name), "{\(parts.compactMap { $0 }.joined(separator: ", "))}", indent: "    ")
    }
    add("overtime", costs.overtime.map(ShareText.text))
    add("seat", costs.seat.map { "\(MoneyText.text($0))/month" })
    add("crm", costs.customerRecords.map { "\(MoneyText.text($0))/month" })
    add("training", costs.training.map { "\(MoneyText.text($0))/year" })
    add("telephony", costs.telephony.map { "\(MoneyText.text($0))/min" })
    let penalties = [("abandoned", costs.abandoned), ("blocked", costs.blocked), ("late", costs.late)]
    guard !costs.missedTargets.isEmpty || penalties.contains(where: { $0.1 != nil }) else { return lines }
    lines.append("  penalties:")
    if !costs.missedTargets.isEmpty { lines.append("    missed:") }
    for missed in costs.missedTargets { add(missed.target, MoneyText.text(missed.amount), indent: "      ") }
    for (key, money) in penalties { add(key, money.map(MoneyText.text), indent: "    ") }
    return lines
  }

  static func text(_ price: PartnerPrice) -> String {
    switch price {
    case .contact(let money): "\(MoneyText.text(money))/contact"
    case .minute(let money): "\(MoneyText.text(money))/min"
    }
  }
}
