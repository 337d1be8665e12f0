internal import ContactCenter

// Values that leave nothing: nobody, no line, no time, no case.

extension Reading {
  /// - Parameter scenario: complete, and without errors so far.
  func checkEmptyValues(_ scenario: Scenario, _ time: OpenTime) {
    refuseStartAfterEverything(scenario, time)
    refuseWarmUpOfAllOpenDays(scenario)
    warnOfNoLines(scenario)
    warnOfLossOfEverybody(scenario)
    warnOfCasesWithoutNewcomers(scenario)
    warnOfCasesBeyondTransfers(scenario)
    warnOfDialersThatStop(scenario)
  }

  private func refuseStartAfterEverything(_ scenario: Scenario, _ time: OpenTime) {
    guard let clock = scenario.run.startClock, let place = node("run", "start_at")?.place else { return }
    let closing = time.days[0].open.map(\.end).max()
    if let closing, clock < closing { return }
    let what =
      closing.map { "the first day closes at \(ClockText.text($0))" } ?? "the center is closed on the first day"
    let message = "run.start_at: \(what), so nobody comes at \(ClockText.text(clock)) or later on it"
    if time.days.dropFirst().allSatisfy(\.open.isEmpty) {
      error(at: place, message, help: "start before a closing, or give a longer period")
    } else {
      warn(at: place, message, help: "start before its closing, or let the period begin with the next open day")
    }
  }

  private func refuseWarmUpOfAllOpenDays(_ scenario: Scenario) {
    guard scenario.run.warmUpDays > 0, let place = node("run", "warm_up_days")?.place,
      scenario.countedDays.allSatisfy(\.open.isEmpty)
    else { return }
    let count = scenario.countedDays.count
    error(
      at: place,
      "run.warm_up_days: the center is closed on the \(count == 1 ? "day" : "\(count) days") left to count",
      help: "give a longer period, or a shorter warm-up")
  }

  private func warnOfNoLines(_ scenario: Scenario) {
    for (index, group) in scenario.trunkGroups.enumerated() where group.lines == 0 {
      let names = scenario.queues.filter { $0.rules.trunkGroup == index }.map(\.name).joined(separator: ", ")
      let place = (node("trunks", group.name, "lines") ?? node("trunks"))?.place ?? .wholeFile
      warn(
        at: place, "trunks: without a line every caller of \(names) meets a busy signal",
        help: "count talks, waits and self-service at the peak; leave trunks out where lines are enough")
    }
  }

  private func warnOfLossOfEverybody(_ scenario: Scenario) {
    for (loss, member) in zip(scenario.losses, node("losses")?.members ?? []) where loss.length > .zero {
      let isEverybody = scenario.teams.enumerated().allSatisfy { index, team in
        guard loss.teams.contains(index) else { return team.schedule != .solved && Self.people(in: team) == 0 }
        guard let people = loss.people else { return true }
        return team.schedule != .solved && people >= Self.people(in: team)
      }
      guard isEverybody else { continue }
      let shown = member.writtenAs ?? "losses.\(member.name)"
      warn(
        at: member.value.place, "\(shown): it takes everybody, so nobody is answered meanwhile",
        help: "name teams, or say how many people, for instance people: 2")
    }
  }

  /// People are new where a team has newcomers, or where somebody leaves and is replaced.
  private func warnOfCasesWithoutNewcomers(_ scenario: Scenario) {
    let cases =
      [node("outcomes_when")] + scenario.queues.map { node("queues", $0.name, "outcomes_when") }
    for member in cases.flatMap({ $0?.members ?? [] }) {
      guard let node = member.value["hired_within_weeks"], let weeks = node.scalar.flatMap(Int.init) else { continue }
      let team = member.value["team"]?.scalar
      let isPossible = scenario.teams.contains { one in
        (team == nil || one.name == team)
          && (one.attrition?.replacedAfterWeeks != nil
            || one.newcomers.map { $0.count > 0 && $0.weeks < weeks } ?? false)
      }
      guard !isPossible else { continue }
      warn(
        at: node.place,
        "hired_within_weeks: nobody\(team.map { " of team '\($0)'" } ?? "") is as new as that, so this case never holds",
        help: "give a team newcomers, or attrition with replaced_after, or more weeks")
    }
  }
}
