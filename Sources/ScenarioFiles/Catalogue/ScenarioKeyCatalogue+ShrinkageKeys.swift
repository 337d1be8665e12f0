extension ScenarioKeyCatalogue {
  static var shrinkageKeys: [ScenarioKey] {
    shrinkageKeys(
      of: "", standard: ScenarioKey.Standard(text: "0%", reason: "everybody scheduled is on the phones"))
  }

  /// Shrinkage of the center, or of a team, which then takes nothing from the center's.
  static func shrinkageKeys(of owner: String, standard: ScenarioKey.Standard? = nil) -> [ScenarioKey] {
    let path = "\(owner)shrinkage"
    let summary =
      owner.isEmpty
      ? "Part of the scheduled people who cannot take calls: one figure (always that part is away), or by category."
      : "Shrinkage of this team, instead of that of all."
    let correlation = ScenarioKey(
      path: "\(path).unplanned.*.correlation", shapes: [.scalar(.share)],
      summary:
        "How alike the absences of two people on one day are: 0% is independent chance, more is a wave of flu; at most 50%.",
      example: "5%")
    return [
      ScenarioKey(
        path: path, shapes: [.scalar(.share), .section], summary: summary, example: "30%", standard: standard)
    ]
      + categoryKeys(
        "\(path).planned", summary: "Categories that keep a fixed part of the people away.",
        example: "{vacation: 8%, training: 4%}")
      + categoryKeys(
        "\(path).unplanned",
        summary: "Categories of chance: each person is absent for the whole day with that probability.",
        example: "{sick: 5%}")
      + [correlation]
  }

  private static func categoryKeys(_ path: String, summary: String, example: String) -> [ScenarioKey] {
    [
      ScenarioKey(path: path, shapes: [.section], summary: summary, example: example),
      ScenarioKey(
        path: "\(path).*", shapes: [.scalar(.share), .section],
        summary: "One category, by its name: its share, or its share by time.",
        example: "{share: 4%, weekday: {Mon: 6%}}"),
      ScenarioKey(
        path: "\(path).*.share", shapes: [.scalar(.share)], summary: "The share where no other holds.", example: "4%"),
      ScenarioKey(
        path: "\(path).*.weekday", shapes: [.dayMap(.share)], summary: "Shares of weekdays on which it differs.",
        example: "{Mon: 6%, Fri: 9%}"),
      ScenarioKey(
        path: "\(path).*.clock", shapes: [.clockMap(.share)],
        summary: "Shares of stretches of the day in which it differs; they go before those of weekdays.",
        example: "{14:00-15:00: 25%}"),
    ]
  }
}
