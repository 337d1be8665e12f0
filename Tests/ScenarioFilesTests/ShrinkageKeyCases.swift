/// Rows of the table of keys for shrinkage by category and time, of the center and of a team.
enum ShrinkageKeyCases {
  static let all = keys("shrinkage", "shrinkage") + keys("teams.*.shrinkage", "teams.nurses.shrinkage") + team

  private static let team = [
    KeyCase(
      "teams.*.shrinkage", "shrinkage", "teams.nurses.shrinkage=20%", "teams.nurses.shrinkage=21%",
      bad: "teams.nurses.shrinkage=20")
  ]

  private static func keys(_ path: String, _ key: String) -> [KeyCase] {
    categories("\(path).planned", "\(key).planned.training") + categories("\(path).unplanned", "\(key).unplanned.sick")
      + [
        KeyCase(
          "\(path).unplanned.*.correlation", "shrinkage", "\(key).unplanned.sick.correlation=10%",
          "\(key).unplanned.sick.correlation=11%", bad: "\(key).unplanned.sick.correlation=60%")
      ]
  }

  private static func categories(_ path: String, _ key: String) -> [KeyCase] {
    [
      KeyCase("\(path).*", "shrinkage", "\(key)=5%", "\(key)={share: 6%}", bad: "\(key)=five"),
      KeyCase("\(path).*.share", "shrinkage", "\(key).share=1%", "\(key).share=2%", bad: "\(key).share=2"),
      KeyCase(
        "\(path).*.weekday", "shrinkage", "\(key).weekday={Mon: 7%}", "\(key).weekday={Tue: 7%}",
        bad: "\(key).weekday={Someday: 7%}"),
      KeyCase(
        "\(path).*.clock", "shrinkage", "\(key).clock={09:00-10:00: 15%}", "\(key).clock={09:00-11:00: 15%}",
        bad: "\(key).clock={09:00-10:00: 15%, 09:30-11:00: 9%}"),
    ]
  }
}
