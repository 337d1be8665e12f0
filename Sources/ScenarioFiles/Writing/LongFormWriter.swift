internal import ContactCenter

/// Writes a scenario with every key spelt out. Reading it back gives the same scenario.
struct LongFormWriter {
  let scenario: Scenario
  let form: LongForm
  var lines: [String] = []

  init(scenario: Scenario, form: LongForm) {
    self.scenario = scenario
    self.form = form
  }

  mutating func text() -> String {
    lines = ["busyhour: 1", "name: \(YAMLText.quoted(scenario.name))"]
    writeCalendar()
    writeDemand()
    writeQueues()
    writeLines()
    writeShifts()
    writeTeams()
    lines += Self.lines(of: scenario.shrinkage, indent: "")
    writeConduct()
    writeTargets()
    lines += callEquivalentLines + costLines
    lines.append("definition: \(scenario.serviceLevelDefinition.rawValue)")
    if scenario.waitBasis != .attempt { lines.append("wait_basis: \(scenario.waitBasis.rawValue)") }
    lines.append("after_close: \(scenario.afterClose.rawValue)")
    lines += ["run:", "  replications: \(scenario.run.replications)", "  seed: \(scenario.run.seed)"]
    if scenario.run.warmUpDays > 0 { lines.append("  warm_up_days: \(scenario.run.warmUpDays)") }
    if let clock = scenario.run.startClock { lines.append("  start_at: '\(ClockText.text(clock))'") }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func writeCalendar() {
    if let zone = scenario.timeZone { lines.append("timezone: \(zone)") }
    if form.opening.count == 1 {
      lines.append("open: \(form.opening[0].text)")
    } else {
      lines.append("open:")
      lines += form.opening.map { "  - \($0.text)" }
    }
    if let period = form.period { lines.append("period: \(period.lowerBound)..\(period.upperBound)") }
    if form.period != nil, !form.closed.isEmpty {
      lines.append("closed:")
      lines += form.closed.map { "  - \($0)" }
    }
    lines.append("interval: \(DurationText.text(scenario.interval))")
  }

  private mutating func writeDemand() {
    lines.append("demand:")
    lines.append("  volume: \(form.volumeFile.map(volumeText) ?? form.volume)")
    if !form.weekday.isEmpty {
      lines.append("  weekday:")
      lines += form.weekday.map { "    \($0.day.abbreviation): \($0.factor.text)" }
    }
    lines += Self.lines(of: form.profile, indent: "  ")
    if let mix = form.mix {
      lines.append("  mix:")
      lines += zip(scenario.queues, mix).map { "    \(YAMLText.quoted($0.name)): \(ShareText.text($1))" }
    }
    lines += form.demandDetails
    if !form.events.isEmpty { lines += ["events:"] + form.events }
  }

  private func volumeText(_ file: String) -> String {
    "{file: \(YAMLText.quoted(file))\(form.hasDatedCounts ? ", days: dated" : "")}"
  }

  static func lines(of profile: LongForm.Profile, named name: String = "profile", indent: String) -> [String] {
    switch profile {
    case .named(let profile): ["\(indent)\(name): \(profile.rawValue)"]
    case .file(let file): ["\(indent)\(name): {file: \(YAMLText.quoted(file))}"]
    case .withVolume: []
    case .pieces(let pieces):
      ["\(indent)\(name):"] + pieces.map { "\(indent)  \(ClockText.text($0.clock)): \($0.weight.text)" }
    }
  }

  private mutating func writeQueues() {
    lines.append("queues:")
    for (index, queue) in scenario.queues.enumerated() {
      lines.append("  \(YAMLText.quoted(queue.name)):")
      lines.append("    handle: \(form.handle[index])")
      lines.append("    wrap_up: \(form.wrapUp[index])")
      lines.append("    patience: \(form.patience[index])")
      lines.append("    priority: \(queue.priority)")
      if let profile = form.queueProfiles[index] { lines += Self.lines(of: profile, indent: "    ") }
      if scenario.demand.queueDays.indices.contains(index), let days = scenario.demand.queueDays[index] {
        lines.append("    days: '\(CalendarText.text(Weekday.allCases.filter(days.contains)))'")
      }
      lines += ruleLines(index) + clockLines(queue)
      if let target = form.queueTargets[index] { lines.append("    target: \(YAMLText.quoted(target))") }
    }
  }

  private mutating func writeShifts() {
    guard !form.shifts.isEmpty else { return }
    lines.append("shifts:")
    for shift in form.shifts {
      lines.append("  \(YAMLText.quoted(shift.name)):")
      lines.append("    days: \(CalendarText.text(Weekday.allCases.filter(shift.days.contains)))")
      lines.append("    hours: \(ClockText.text(shift.hours))")
      if let lunch = shift.breaks.first(where: { $0.activity == "lunch" }) {
        let window = lunch.window.map { " between \(ClockText.text($0.start)) and \(ClockText.text($0.end))" }
        lines.append("    lunch: \(DurationText.text(lunch.length))\(window ?? "")")
      }
      let breaks = shift.breaks.filter { $0.activity == "break" }
      if let first = breaks.first { lines.append("    breaks: \(breaks.count) x \(DurationText.text(first.length))") }
    }
  }

  private mutating func writeTeams() {
    if form.usesSolver { lines.append("staffing: solve") }
    lines.append("teams:")
    for team in scenario.teams {
      lines.append("  \(YAMLText.quoted(team.name)):")
      write(team.schedule)
      lines.append("    skills:")
      lines += skillLines(team)
      if let cost = team.hourlyCost { lines.append("    cost: \(MoneyText.text(cost))/h") }
      if let shrinkage = team.shrinkage { lines += Self.lines(of: shrinkage, indent: "    ") }
      if let price = team.price { lines.append("    price: \(Self.text(price))") }
      if let conduct = team.conduct { lines += Self.lines(of: conduct, indent: "    ") }
      lines += Self.tenureLines(team)
    }
  }

  private mutating func write(_ schedule: Team.Schedule) {
    switch schedule {
    case .throughout(let count): lines.append("    count: \(count)")
    case .solved: break
    case .byClock(let levels):
      lines.append("    agents:")
      lines += levels.map { "      \(ClockText.text($0.clock)): \($0.count)" }
    case .shifts(let shifts):
      lines.append("    shifts:")
      lines += shifts.map { "      \(YAMLText.quoted($0.name)): \($0.count)" }
    }
  }

  private mutating func writeTargets() {
    guard !form.targets.isEmpty else { return }
    lines.append("targets:")
    lines += form.targets.map { "  \($0.key): \(YAMLText.quoted($0.text))" }
  }
}
