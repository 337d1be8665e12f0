internal import ContactCenter

extension Reading {
  /// Scheduled activities, in the order of the file.
  func activities(_ teams: [Team], _ time: OpenTime) -> [ScheduledActivity] {
    (node("activities")?.members ?? []).compactMap { member in
      activity(member.value, member.writtenAs ?? "activities.\(member.name)", teams, time)
    }
  }

  private func activity(
    _ node: SourceNode, _ shown: String, _ teams: [Team], _ time: OpenTime
  ) -> ScheduledActivity? {
    guard let name = node["name"]?.scalar, let day = day(node, shown, time) else { return nil }
    var clock: ClockRange?
    if let from = node["from"]?.scalar.flatMap({ try? ClockText.parse($0) }) {
      guard let length = node["for"]?.scalar.flatMap({ try? DistributionText.mean($0) }), length <= .days(1) else {
        error(
          at: node["for"]?.place ?? node.place, "\(shown): 'for' is missing, or is more than a day",
          help: "add for: 30m")
        return nil
      }
      clock = ClockRange(start: from, end: from + length)
    } else if let length = node["for"] {
      error(at: length.place, "\(shown): 'for' needs 'from'", help: "add from: 14:00, or remove 'for'")
      return nil
    }
    guard let indices = indices(of: node["teams"], shown, teams) else { return nil }
    let with = node["with"].flatMap { index(of: $0, shown, teams) }
    if let with, indices.contains(with) {
      error(
        at: node["with"]?.place ?? node.place, "\(shown): '\(teams[with].name)' takes part and is with it",
        help: "name the other teams in 'teams'")
    }
    let people = node["people"].flatMap { integer($0, 1...ScenarioKeyCatalogue.agentLimit) }
    return ScheduledActivity(name: name, day: day, clock: clock, people: people, teams: indices, with: with)
  }

  private func day(_ node: SourceNode, _ shown: String, _ time: OpenTime) -> ScheduledActivity.Day? {
    if let on = node["on"] {
      guard node["days"] == nil else {
        error(at: on.place, "\(shown): 'days' and 'on' both say when it is", help: "keep one of them")
        return nil
      }
      guard let dates = on.scalar.flatMap({ try? CalendarText.dates($0) }) else { return nil }
      if !time.isDated {
        error(at: on.place, "\(shown): a typical day has no date", help: "give a period, or 'days'")
      }
      return .dates(dates)
    }
    guard let text = node["days"]?.scalar else { return .weekdays(Set(time.weekdays)) }
    return (try? CalendarText.days(text)).map { .weekdays(Set($0)) }
  }

  private func indices(of node: SourceNode?, _ shown: String, _ teams: [Team]) -> [Int]? {
    guard let node else { return Array(teams.indices) }
    var indices: Set<Int> = []
    for item in node.items ?? [node] {
      guard let index = index(of: item, shown, teams) else { return nil }
      indices.insert(index)
    }
    return indices.sorted()
  }

  private func index(of node: SourceNode, _ shown: String, _ teams: [Team]) -> Int? {
    guard let name = node.scalar else { return nil }
    if let index = teams.firstIndex(where: { $0.name == name }) { return index }
    error(
      at: node.place, "\(shown): there is no team '\(name)'",
      help: SpellingHelp.help(for: name, among: teams.map(\.name), listedAs: "teams"))
    return nil
  }

  /// Activities that shrinkage counts, too.
  func warnOfActivitiesInShrinkage(_ scenario: Scenario) {
    for team in scenario.teams.indices {
      let shrinkage = scenario.shrinkage(ofTeam: team)
      for activity in scenario.activities where activity.teams.contains(team) {
        guard let category = (shrinkage.planned + shrinkage.unplanned).first(where: { $0.name == activity.name }),
          let node = node("activities")
        else { continue }
        warn(
          at: node.place,
          "activity '\(activity.name)' is in the schedule, and shrinkage '\(category.name)' \(ShareText.text(category.share)) may count it again",
          help: "leave it out of the shrinkage, or out of the activities")
      }
    }
  }
}
