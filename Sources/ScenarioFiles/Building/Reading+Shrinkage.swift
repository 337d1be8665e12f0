internal import ContactCenter

extension Reading {
  /// What keeps everybody away.
  func shrinkage() -> Shrinkage {
    if let node = node("shrinkage"), node.members != nil { return shrinkage(node, shown: "shrinkage") }
    let share = value(["shrinkage"], ShareText.parse) ?? .zero
    if let node = node("shrinkage") { refuseFullShrinkage(share, at: node.place, shown: "shrinkage") }
    return Self.undivided(share)
  }

  /// What keeps a team away; nil where it is what keeps everybody away.
  func shrinkage(of member: SourceNode.Member) -> Shrinkage? {
    guard let node = member.value["shrinkage"] else { return nil }
    let shown = "teams.\(member.name).shrinkage"
    guard node.members == nil else { return shrinkage(node, shown: shown) }
    guard let share = node.scalar.flatMap({ try? ShareText.parse($0) }) else { return nil }
    refuseFullShrinkage(share, at: node.place, shown: shown)
    return Self.undivided(share)
  }

  private static func undivided(_ share: Share) -> Shrinkage {
    share == .zero ? .none : Shrinkage(planned: [.init(name: "shrinkage", share: share)], unplanned: [])
  }

  private func shrinkage(_ node: SourceNode, shown: String) -> Shrinkage {
    var shrinkage = Shrinkage.none
    for member in node.members ?? [] {
      let path = "\(shown).\(member.name)"
      let categories = (member.value.members ?? []).compactMap {
        category($0, path, isPlanned: member.name == "planned")
      }
      if member.name == "planned" { shrinkage.planned = categories } else { shrinkage.unplanned = categories }
    }
    for category in shrinkage.planned where shrinkage.unplanned.contains(where: { $0.name == category.name }) {
      warn(at: node.place, "\(shown): '\(category.name)' is planned and unplanned; it may be counted twice")
    }
    refuseFullShrinkage(Self.greatestShare(shrinkage), at: node.place, shown: shown)
    return shrinkage
  }

  private func category(_ member: SourceNode.Member, _ path: String, isPlanned: Bool) -> Shrinkage.Category? {
    let (node, shown) = (member.value, "\(path).\(member.name)")
    if node.members == nil {
      return node.scalar.flatMap { try? ShareText.parse($0) }.map { Shrinkage.Category(name: member.name, share: $0) }
    }
    guard node["share"] != nil || node["weekday"] != nil || node["clock"] != nil else {
      error(at: node.place, "\(shown): 'share' is missing", help: "say which part of the people it keeps away")
      return nil
    }
    var category = Shrinkage.Category(name: member.name, share: share(node["share"]) ?? .zero)
    for entry in node["weekday"]?.members ?? [] {
      guard let day = try? CalendarText.weekday(entry.name), let share = share(entry.value) else { return nil }
      category.weekdayShares[day] = share
    }
    guard let clockShares = clockShares(node["clock"], shown) else { return nil }
    category.clockShares = clockShares
    if let correlation = share(node["correlation"]) {
      category.correlation = correlation
      if correlation > .percent(50) {
        error(
          at: node["correlation"]?.place ?? node.place,
          "\(shown).correlation: \(ShareText.text(correlation)) is above 50%",
          help: "5% already doubles the variance of 21 people's absences")
      }
    }
    if !isPlanned { refuseLessThanAllDay(category, node, shown) }
    return category
  }

  private func clockShares(_ node: SourceNode?, _ shown: String) -> [Shrinkage.ClockShare]? {
    var shares: [Shrinkage.ClockShare] = []
    for entry in node?.members ?? [] {
      guard let clock = try? ClockText.parseRange(entry.name), let share = share(entry.value) else { return nil }
      if let other = shares.first(where: { Self.overlap($0.clock, clock) }) {
        error(
          at: entry.place, "\(shown).clock: \(ClockText.text(clock)) overlaps \(ClockText.text(other.clock))",
          help: "end the first where the second begins")
        return nil
      }
      shares.append(.init(clock: clock, share: share))
    }
    return shares.sorted { $0.clock.start < $1.clock.start }
  }

  private static func overlap(_ left: ClockRange, _ right: ClockRange) -> Bool {
    [TimeSpan.zero, .days(1), .zero - .days(1)].contains {
      left.start + $0 < right.end && right.start < left.end + $0
    }
  }

  /// Who is absent for the whole day is so at each of its hours.
  private func refuseLessThanAllDay(_ category: Shrinkage.Category, _ node: SourceNode, _ shown: String) {
    let allDay = ([category.share] + Weekday.allCases.compactMap { category.weekdayShares[$0] }).max() ?? .zero
    guard let low = category.clockShares.first(where: { $0.share < allDay }) else { return }
    error(
      at: node["clock"]?.place ?? node.place,
      "\(shown).clock: \(ShareText.text(low.share)) at \(ClockText.text(low.clock)) is less than \(ShareText.text(allDay)), who are absent all day",
      help: "unplanned absence is for the whole day; give the clock at least that share, or a category of its own")
  }

  /// The greatest total of any time of any weekday.
  private static func greatestShare(_ shrinkage: Shrinkage) -> Share {
    guard !shrinkage.isUniform else { return shrinkage.totalShare }
    let times = [TimeSpan.zero] + shrinkage.borders
    return Weekday.allCases.flatMap { day in times.map { shrinkage.totalShare(on: day, at: $0) } }.max() ?? .zero
  }

  private func refuseFullShrinkage(_ share: Share, at place: Place, shown: String) {
    guard share >= .whole else { return }
    error(at: place, "\(shown): \(ShareText.text(share)) leaves nobody on the phones", help: "it must be below 100%")
  }

  /// Names under which planners count the pauses that shifts already hold.
  private static let pauseNames = [
    "break", "breaks", "lunch", "lunches", "pause", "pauses", "rest", "meals", "adherence",
  ]

  /// Planned shrinkage keeps whole people away, rounded up: of a team of one all of them, at all times.
  func warnOfEmptyTeams(_ scenario: Scenario) {
    for (index, team) in scenario.teams.enumerated() {
      let (planned, group) = (scenario.shrinkage(ofTeam: index).plannedShare, Self.largestGroup(of: team))
      guard group > 0, planned.complement.ofWhole(group) == 0,
        let place = (node("teams", team.name) ?? node("agents") ?? node("shrinkage"))?.place
      else { continue }
      let people = group == 1 ? "1 person" : "\(group) people"
      warn(
        at: place,
        "team '\(team.name)': planned shrinkage of \(ShareText.text(planned)) leaves none of \(people), at any time",
        help: "people present are rounded down; give the team a shrinkage of its own, unplanned or 0%")
    }
  }

  /// The most people who are scheduled together as one group, from which planned shrinkage takes its part.
  private static func largestGroup(of team: Team) -> Int {
    if case .shifts(let shifts) = team.schedule { return shifts.map(\.count).max() ?? 0 }
    return people(in: team)
  }

  /// Breaks that shifts hold and shrinkage counts, too.
  func warnOfDoubleCounting(_ shrinkage: Shrinkage, _ teams: [Team]) {
    if let node = node("shrinkage") {
      warnOfDoubleCounting(shrinkage, node, teams.filter { $0.shrinkage == nil })
    }
    for team in teams {
      guard let own = team.shrinkage, let node = node("teams", team.name, "shrinkage") else { continue }
      warnOfDoubleCounting(own, node, [team])
    }
  }

  private func warnOfDoubleCounting(_ shrinkage: Shrinkage, _ node: SourceNode, _ teams: [Team]) {
    let shifts = teams.flatMap { team in if case .shifts(let shifts) = team.schedule { shifts } else { [Shift]() } }
    guard let shift = shifts.first(where: { !$0.breaks.isEmpty }) else { return }
    let minutes = shift.breaks.reduce(TimeSpan.zero) { $0 + $1.length }
    let pauses = "shift '\(shift.name)' has \(DurationText.text(minutes)) of breaks"
    for category in shrinkage.planned + shrinkage.unplanned where Self.pauseNames.contains(category.name.lowercased()) {
      warn(
        at: node.place,
        "\(pauses), and shrinkage '\(category.name)' \(ShareText.text(category.share)) may count them again")
    }
    if node.members == nil, shrinkage.planned.contains(where: { $0.name == "shrinkage" }) {
      warn(
        at: node.place, "\(pauses), and shrinkage \(ShareText.text(shrinkage.totalShare)) may count them again",
        help: "leave breaks and lunch out of the shrinkage, or name its categories")
    }
  }
}
