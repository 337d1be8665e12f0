internal import ContactCenter

extension Reading {
  /// Teams in the order of the file; nil after a remark.
  func teams(_ queues: [ContactQueue], _ time: OpenTime) -> [Team]? {
    let solves = node("staffing") != nil
    form.usesSolver = solves
    refuseContradictions(solves: solves)
    let shifts = shifts(time)
    let generalCost = wage(["cost"])
    let teams: [Team]
    if let members = node("teams")?.members {
      guard let read = self.teams(members, queues, shifts, solves: solves, generalCost: generalCost) else { return nil }
      teams = read
    } else {
      guard let schedule = singleSchedule(shifts, solves: solves) else { return nil }
      var team = Team(
        name: "main", skills: queues.indices.map { Skill(queue: $0) }, contactChoice: contactChoice(of: nil),
        schedule: schedule, hourlyCost: generalCost)
      team.release = release(of: nil)
      teams = [team]
    }
    warnOfUnusedShifts(shifts, teams)
    keepUsedShifts(shifts, teams)
    return isAcceptable(teams, queues, time) ? teams : nil
  }

  /// Two ways of saying who works here.
  private func refuseContradictions(solves: Bool) {
    guard let agents = node("agents") else { return }
    if node("teams") != nil {
      error(at: agents.place, "'agents' and 'teams' both say who works here", help: "keep one of them")
    }
    if solves, let staffing = node("staffing") {
      error(at: staffing.place, "'agents' gives the people, 'staffing: solve' asks for them", help: "keep one of them")
    }
  }

  private func wage(_ path: [String]) -> Money? { value(path, MoneyText.parseWage) }

  // MARK: Shifts

  /// A shift of the file; `count` is nil where teams say how many.
  struct NamedShift {
    var shift: Shift
    var count: Int?
    var place: Place
  }

  private func shifts(_ time: OpenTime) -> [NamedShift] {
    (node("shifts")?.members ?? []).compactMap { member in
      guard let text = member.value["hours"]?.scalar, let hours = try? ClockText.parseRange(text) else { return nil }
      let days: [Weekday]
      if let text = member.value["days"]?.scalar {
        guard let named = try? CalendarText.days(text) else { return nil }
        days = named
      } else {
        days = time.weekdays
        fill("shifts.\(member.name).days", with: CalendarText.text(days), because: "the open days")
      }
      let breaks = pauses(of: member, hours: hours)
      warnOfShiftOutsideOpenTime(member, hours, days, time)
      let shift = Shift(name: member.name, days: Set(days), hours: hours, breaks: breaks, count: 0)
      let count = member.value["count"]?.scalar.flatMap {
        try? ScalarKind.integer($0, 0...ScenarioKeyCatalogue.agentLimit)
      }
      return NamedShift(shift: shift, count: count, place: member.place)
    }
  }

  private func pauses(of member: SourceNode.Member, hours: ClockRange) -> [Shift.Break] {
    var pauses: [Shift.Break] = []
    if let node = member.value["lunch"], let text = node.scalar, let lunch = try? BreakText.lunch(text) {
      if let window = lunch.window, !Self.holds(hours, window) {
        error(
          at: node.place,
          "shifts.\(member.name).lunch: \(ClockText.text(window)) is not inside \(ClockText.text(hours))",
          help: "the window must lie in the shift")
      }
      pauses.append(lunch)
    }
    if let text = member.value["breaks"]?.scalar, let breaks = try? BreakText.breaks(text) { pauses += breaks }
    let total = pauses.reduce(TimeSpan.zero) { $0 + $1.length }
    if total >= hours.length {
      error(at: member.place, "shifts.\(member.name): the breaks fill the shift")
    }
    return pauses
  }

  /// Windows of night shifts may be written as times after midnight.
  private static func holds(_ hours: ClockRange, _ window: ClockRange) -> Bool {
    [TimeSpan.zero, .days(1)].contains { window.start + $0 >= hours.start && window.end + $0 <= hours.end }
  }

  private func warnOfShiftOutsideOpenTime(
    _ member: SourceNode.Member, _ hours: ClockRange, _ days: [Weekday], _ time: OpenTime
  ) {
    if time.overlap(of: hours) == .zero {
      warn(
        at: member.place,
        "shifts.\(member.name): the center is closed from \(ClockText.text(hours.start)) to \(ClockText.text(hours.end))"
      )
    }
    let open = time.isDated ? time.weekdays : time.days.map(\.weekday)
    if !days.contains(where: open.contains) {
      error(
        at: member.place, "shifts.\(member.name): none of its days is simulated (\(CalendarText.text(days)))",
        help: time.isDated ? nil : "without a period, a replication is one \(open.first?.abbreviation ?? "day")")
    }
  }

  private func warnOfUnusedShifts(_ shifts: [NamedShift], _ teams: [Team]) {
    // Without teams, 'agents' beside 'shifts' has been refused already.
    guard node("teams") != nil else { return }
    for shift in shifts {
      let isUsed = teams.contains { team in
        if case .shifts(let used) = team.schedule { used.contains { $0.name == shift.shift.name } } else { false }
      }
      if !isUsed {
        error(
          at: shift.place, "nobody works shift '\(shift.shift.name)'",
          help: "give it a count, use it in a team, or remove it")
      }
    }
  }

  private func keepUsedShifts(_ shifts: [NamedShift], _ teams: [Team]) { form.shifts = shifts.map(\.shift) }

  // MARK: One team

  /// The schedule of a scenario without teams.
  private func singleSchedule(_ shifts: [NamedShift], solves: Bool) -> Team.Schedule? {
    if let node = node("agents") {
      if !shifts.isEmpty, let place = self.node("shifts")?.place {
        error(at: place, "'agents' and 'shifts' both say who works when", help: "keep one of them")
      }
      return schedule(ofAgents: node)
    }
    if solves {
      guard shifts.isEmpty else {
        error(
          at: shifts[0].place, "'staffing: solve' finds people by interval and uses no shifts",
          help: "remove 'shifts', or give their counts and remove 'staffing'")
        return nil
      }
      return .solved
    }
    guard node("shifts") != nil else {
      error(at: .wholeFile, "nobody works here", help: "add a line such as agents: 19, or staffing: solve")
      return nil
    }
    return countedShifts(shifts)
  }

  private func countedShifts(_ shifts: [NamedShift]) -> Team.Schedule? {
    for shift in shifts where shift.count == nil && node("shifts", shift.shift.name, "count") == nil {
      error(at: shift.place, "shifts.\(shift.shift.name): 'count' is missing", help: "say how many people work it")
    }
    return .shifts(shifts.map { Self.staffed($0.shift, $0.count ?? 0) })
  }

  private static func staffed(_ shift: Shift, _ count: Int) -> Shift {
    var shift = shift
    shift.count = count
    return shift
  }

  private func schedule(ofAgents node: SourceNode) -> Team.Schedule? {
    let range = 0...ScenarioKeyCatalogue.agentLimit
    if let text = node.scalar { return (try? ScalarKind.integer(text, range)).map { .throughout($0) } }
    var levels: [Team.Level] = []
    for member in node.members ?? [] {
      guard let clock = try? ClockText.parseRange(member.name), let text = member.value.scalar,
        let count = try? ScalarKind.integer(text, range)
      else { return nil }
      if let other = levels.first(where: { $0.clock.start < clock.end && clock.start < $0.clock.end }) {
        error(at: member.place, "agents: \(ClockText.text(clock)) overlaps \(ClockText.text(other.clock))")
        return nil
      }
      levels.append(Team.Level(clock: clock, count: count))
    }
    return .byClock(levels.sorted { $0.clock.start < $1.clock.start })
  }

  // MARK: Named teams

  private func teams(
    _ members: [SourceNode.Member], _ queues: [ContactQueue], _ shifts: [NamedShift], solves: Bool, generalCost: Money?
  ) -> [Team]? {
    guard members.count <= ScenarioKeyCatalogue.teamLimit else {
      error(
        at: node("teams")?.place ?? .wholeFile,
        "there are \(members.count) teams; at most \(ScenarioKeyCatalogue.teamLimit) are possible")
      return nil
    }
    for shift in shifts where shift.count != nil {
      error(
        at: node("shifts", shift.shift.name, "count")?.place ?? shift.place,
        "shifts.\(shift.shift.name).count: teams say how many work a shift",
        help: "write shifts: {\(shift.shift.name): \(shift.count ?? 0)} in a team")
    }
    var teams: [Team] = []
    var isSound = true
    for member in members {
      let schedule = schedule(of: member, shifts, solves: solves)
      let skills = skills(of: member, queues)
      guard let schedule, let skills else {
        isSound = false
        continue
      }
      let price = price(of: member)
      let cost =
        member.value["cost"] == nil ? (price == nil ? generalCost : nil) : wage(["teams", member.name, "cost"])
      var team = Team(
        name: member.name, skills: skills.skills, contactChoice: contactChoice(of: member), schedule: schedule,
        hourlyCost: cost)
      team.skillHours = skills.hours
      team.release = release(of: member)
      team.shrinkage = shrinkage(of: member)
      team.price = price
      team.conduct = conduct(of: member)
      team.newcomers = newcomers(of: member, Self.people(in: team))
      team.attrition = attrition(of: member)
      teams.append(team)
    }
    warnOfUnusedGeneralCost(members)
    if solves, isSound, !teams.contains(where: { $0.schedule == .solved }), let place = node("staffing")?.place {
      error(
        at: place, "staffing: every team has its people, so there is nothing to solve",
        help: "remove 'staffing', or the counts of a team")
    }
    return isSound ? teams : nil
  }

  private func warnOfUnusedGeneralCost(_ members: [SourceNode.Member]) {
    guard let node = node("cost"), members.allSatisfy({ $0.value["cost"] != nil }) else { return }
    warn(at: node.place, "cost: every team has its own, so this changes nothing", help: "remove the line")
  }

  private func schedule(of member: SourceNode.Member, _ shifts: [NamedShift], solves: Bool) -> Team.Schedule? {
    guard member.value.members != nil else { return nil }
    let given = ["count", "agents", "shifts"].filter { member.value[$0] != nil }
    guard given.count <= 1 else {
      error(
        at: member.place, "teams.\(member.name): '\(given[0])' and '\(given[1])' both say who works when",
        help: "keep one of them")
      return nil
    }
    switch given.first {
    case "shifts": return shiftSchedule(of: member, shifts)
    case .some(let key): return member.value[key].flatMap(schedule(ofAgents:))
    case nil:
      guard !solves else { return .solved }
      error(
        at: member.place, "team '\(member.name)' has nobody", help: "give count, agents or shifts, or staffing: solve")
      return nil
    }
  }

  private func shiftSchedule(of member: SourceNode.Member, _ shifts: [NamedShift]) -> Team.Schedule? {
    var used: [Shift] = []
    let names = (node("shifts")?.members ?? []).map(\.name)
    for entry in member.value["shifts"]?.members ?? [] {
      guard names.contains(entry.name) else {
        error(
          at: entry.place, "teams.\(member.name): there is no shift '\(entry.name)'",
          help: SpellingHelp.help(for: entry.name, among: names, listedAs: "shifts") ?? "describe it under 'shifts'")
        return nil
      }
      guard let shift = shifts.first(where: { $0.shift.name == entry.name }), let text = entry.value.scalar,
        let count = try? ScalarKind.integer(text, 0...ScenarioKeyCatalogue.agentLimit)
      else { return nil }
      used.append(Self.staffed(shift.shift, count))
    }
    return .shifts(used)
  }

  // MARK: All together

  private func isAcceptable(_ teams: [Team], _ queues: [ContactQueue], _ time: OpenTime) -> Bool {
    var isAcceptable = true
    for (index, queue) in queues.enumerated() where !teams.contains(where: { $0.queues.contains(index) }) {
      error(
        at: node("queues", queue.name)?.place ?? .wholeFile, "no team serves queue '\(queue.name)'",
        help: "add it to the skills of a team")
      isAcceptable = false
    }
    let people = teams.reduce(0) { $0 + Self.people(in: $1) }
    let place = node("teams")?.place ?? node("agents")?.place ?? node("shifts")?.place ?? .wholeFile
    if people > ScenarioKeyCatalogue.agentLimit {
      error(at: place, "there are \(people) people; at most \(ScenarioKeyCatalogue.agentLimit) are possible")
      isAcceptable = false
    }
    if people == 0, !hasErrors, !teams.contains(where: { $0.schedule == .solved }) {
      error(at: place, "nobody works here: all counts are 0", help: "give at least one person, or staffing: solve")
      isAcceptable = false
    }
    return isAcceptable
  }

  static func people(in team: Team) -> Int {
    switch team.schedule {
    case .throughout(let count): count
    case .byClock(let levels): levels.map(\.count).max() ?? 0
    case .shifts(let shifts): shifts.reduce(0) { $0 + $1.count }
    case .solved: 0
    }
  }
}
