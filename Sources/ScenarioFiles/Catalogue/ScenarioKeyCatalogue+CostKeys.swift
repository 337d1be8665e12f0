extension ScenarioKeyCatalogue {
  /// What the center costs beyond the wages of its teams.
  static var costKeys: [ScenarioKey] {
    func amount(_ name: String, _ units: [String], _ summary: String, _ example: String) -> ScenarioKey {
      ScenarioKey(
        path: "costs.\(name)", shapes: [.scalar(.amount(per: units))], summary: summary, example: example)
    }
    return [
      ScenarioKey(
        path: "call_equivalents", shapes: [.nameMap(.number(1_000))],
        summary:
          "How much of a call a contact of a channel counts for in reports; channels that are not named count for 1. How long they take is said by `handle` and `concurrency`.",
        example: "{chat: 0.6, email: 0.4}"),
      ScenarioKey(
        path: "costs", shapes: [.section], summary: "What there is to pay beside the wages of the teams.",
        example: "{seat: $80/month, telephony: $0.02/min}"),
      ScenarioKey(
        path: "costs.premiums", shapes: [.section],
        summary: "More pay at certain times; where several hold, they add up.",
        example: "{night: {hours: 22:00-06:00, share: 15%}}"),
      ScenarioKey(
        path: "costs.premiums.*", shapes: [.section], summary: "One premium, by its name.",
        example: "{days: Sat-Sun, share: 25%}"),
      ScenarioKey(
        path: "costs.premiums.*.share", shapes: [.scalar(.share)], summary: "Part of the wage that is paid on top.",
        example: "15%", isRequired: true),
      ScenarioKey(
        path: "costs.premiums.*.hours", shapes: [.scalar(.clockRange)],
        summary: "Times of the day; all day where not given.", example: "22:00-06:00"),
      ScenarioKey(
        path: "costs.premiums.*.days", shapes: [.scalar(.days)],
        summary: "Weekdays on which they begin; every day where not given.", example: "Sat-Sun"),
      ScenarioKey(
        path: "costs.overtime", shapes: [.scalar(.share)],
        summary: "Part of the wage that is paid on top of it for overtime; without the key overtime is not paid.",
        example: "50%"),
      amount("seat", ["month"], "Workplace and telephone of a full-time person.", "$80/month"),
      amount("crm", ["month"], "Licence of the customer records of a full-time person.", "$100/month"),
      amount("training", ["year"], "Training of a full-time person.", "$1200/year"),
      amount(
        "telephony", ["min"],
        "A minute of a line: self-service, wait and talk of phone contacts, talk of outbound ones.", "$0.02/min"
      ),
      ScenarioKey(
        path: "costs.penalties", shapes: [.section], summary: "What is to be paid where the center fails.",
        example: "{missed: {service_level: $500}, abandoned: $2}"),
      ScenarioKey(
        path: "costs.penalties.missed", shapes: [.nameMap(.amount(per: []))],
        summary: "For each day that misses a target of the center, by its key.", example: "{service_level: $500}"),
      amount("penalties.abandoned", [], "For each contact that hangs up.", "$2"),
      amount("penalties.blocked", [], "For each contact that meets a busy signal.", "$1"),
      amount("penalties.late", [], "For each contact that is answered later than acceptable.", "$0.50"),
    ]
  }
}
