internal import ContactCenter

extension StaffingReport {
  public var page: Page {
    var page = Page()
    for team in teams {
      if !page.blocks.isEmpty { page.add(.blank) }
      page.add(line: (teams.count > 1 ? "\(team.name): " : "") + team.lead)
      page.add(neighbourTable(team))
      if let line = Self.decision(team) { page.add(line: line) }
      addDay(team, to: &page)
    }
    if !notes.isEmpty || !warnings.isEmpty { page.add(.blank) }
    for note in notes { page.add(line: note) }
    for warning in warnings { page.add(line: "! " + warning, .unsure) }
    return page
  }

  private func neighbourTable(_ team: Team) -> Table {
    let wait = DurationText.plain(seconds: team.acceptableWaitSeconds)
    let scheduled = shrinkage > .zero ? "Scheduled (\(ShareText.of(shrinkage)) shrinkage)" : "Scheduled"
    return Table(
      columns: [
        Column(""), Column("On phones", .trailing), Column("In \(wait)", .decimal), Column("ASA", .decimal),
        Column("Occupancy", .decimal), Column("Must wait", .decimal), Column(scheduled, .trailing), Column(""),
      ], rows: team.neighbours.map(row))
  }

  /// What decided, and what agents are worth.
  private static func decision(_ team: Team) -> String? {
    guard let place = team.neighbours.firstIndex(where: \.isRequired) else { return nil }
    let required = team.neighbours[place]
    let more = place + 1 < team.neighbours.count ? team.neighbours[place + 1].adds : nil
    let worth = [
      required.adds.map { "the last agent adds \(points($0))" }, more.map { "one more would add \(points($0))" },
    ].compactMap { $0 }.joined(separator: ", ")
    return "Decided by \(words(team.binding))" + (worth.isEmpty ? "." : ": \(worth).")
  }

  private static func words(_ binding: String) -> String { binding.split(separator: "_").joined(separator: " ") }

  private static func points(_ share: Double) -> String { NumberText.fixed(share * 100, places: 1) + " points" }

  private func row(_ neighbour: Neighbour) -> [Cell] {
    let ink: Ink = neighbour.isRequired ? .strong : .plain
    let texts = [
      "\(neighbour.onPhones)", percent(neighbour.serviceLevel),
      DurationText.of(seconds: neighbour.averageSpeedOfAnswerSeconds), percent(neighbour.occupancy),
      percent(neighbour.waitProbability), NumberText.whole(neighbour.scheduled),
    ]
    return [Cell(neighbour.isRequired ? "▸" : "", .good)] + texts.map { Cell($0, ink) }
      + [Cell(neighbour.isRequired ? "✓ meets \(target)" : "", .good)]
  }

  /// The day of the peak: neighbouring intervals of one staffing are one row.
  private func addDay(_ team: Team, to page: inout Page) {
    let day = team.intervals.filter(\.isOnPeakDay)
    guard let first = day.first, let last = day.last, day.count > 1 else { return }
    let stretches = Self.stretches(day)
    guard stretches.count > 1 else { return }
    page.add(
      Table(
        heading: first.day.isEmpty ? "The day" : first.day,
        columns: [
          Column("Time"), Column("contacts", .decimal), Column("erlangs", .decimal), Column("on phones", .trailing),
          Column("scheduled", .trailing), Column("one more", .decimal), Column("decided by"),
        ], rows: stretches.map(row)))
    page.add(.blank)
    page.add(line: "Scheduled  \(first.start) \(Sparkline.of(day.map { Double($0.scheduled) })) \(last.end)")
  }

  private static func stretches(_ day: [Interval]) -> [[Interval]] {
    day.reduce(into: []) { stretches, interval in
      if let last = stretches.last?.last, last.scheduled == interval.scheduled, last.onPhones == interval.onPhones {
        stretches[stretches.count - 1].append(interval)
      } else {
        stretches.append([interval])
      }
    }
  }

  private func row(_ stretch: [Interval]) -> [Cell] {
    let (first, last) = (stretch[0], stretch[stretch.count - 1])
    // The busiest interval speaks for its stretch.
    let greatest = stretch.reduce(first) { $1.loadErlangs > $0.loadErlangs ? $1 : $0 }
    return [
      Cell("\(first.start)-\(last.end)"),
      Cell(NumberText.fixed(stretch.reduce(0) { $0 + $1.contacts }, places: 1)),
      Cell(NumberText.fixed(greatest.loadErlangs, places: 2)), Cell(NumberText.whole(first.onPhones)),
      Cell(NumberText.whole(first.scheduled)),
      Cell(greatest.nextAdds.map { NumberText.signed($0 * 100, places: 1) + " pts" } ?? ""),
      Cell(Self.words(greatest.binding)),
    ]
  }

  private func percent(_ share: Double) -> String {
    share.isFinite ? NumberText.fixed(share * 100, places: 1) + "%" : NumberText.missing
  }
}
