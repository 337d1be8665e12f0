extension StaffingReport {
  public var page: Page {
    var page = Page(lead.map { .line([Cell($0)]) })
    page.add(neighbourTable)
    page.add(intervalTable)
    addCurve(to: &page)
    if !warnings.isEmpty { page.add(.blank) }
    for warning in warnings { page.add(line: "! " + warning, .unsure) }
    return page
  }

  private var neighbourTable: Table {
    Table(
      columns: [
        Column(""), Column("On phones", .trailing), Column("In \(wait)", .decimal), Column("ASA", .decimal),
        Column("Occupancy", .decimal), Column("Must wait", .decimal), Column("Abandon", .decimal),
        Column(scheduledTitle, .trailing), Column(""),
      ], rows: neighbours.map(row))
  }

  private var wait: String { DurationText.plain(seconds: acceptableWaitSeconds) }

  private var scheduledTitle: String {
    shrinkage > 0 ? "Scheduled (\(percent(shrinkage, places: 0)) shrinkage)" : "Scheduled"
  }

  private func row(_ neighbour: Neighbour) -> [Cell] {
    let ink: Ink = neighbour.isRequired ? .strong : .plain
    let texts = neighbour.figures.map { figures in
      [
        percent(figures.serviceLevel), DurationText.of(seconds: figures.averageSpeedOfAnswerSeconds),
        percent(figures.occupancy), percent(figures.waitProbability), figures.abandonment.map { percent($0) } ?? "",
      ]
    }
    let cells = (texts ?? ["queue grows without limit", "", "", "", ""]).map { Cell($0, ink) }
    return [Cell(neighbour.isRequired ? "▸" : "", .good), Cell("\(neighbour.onPhones)", ink)] + cells
      + [
        Cell(NumberText.whole(neighbour.scheduled), ink),
        Cell(neighbour.isRequired ? "✓ meets \(target)" : "", .good),
      ]
  }

  private var intervalTable: Table {
    Table(
      heading: "By interval",
      columns: [
        Column("Start"), Column("Contacts", .decimal), Column("Erlangs", .decimal), Column("On phones", .trailing),
        Column("Scheduled", .trailing),
      ],
      rows: intervals.map {
        [
          Cell($0.start), Cell(NumberText.fixed($0.contacts, places: 1)),
          Cell(NumberText.fixed($0.loadErlangs, places: 2)), Cell(NumberText.whole($0.onPhones)),
          Cell(NumberText.whole($0.scheduled)),
        ]
      })
  }

  private func addCurve(to page: inout Page) {
    guard intervals.count > 1, let first = intervals.first, let last = intervals.last else { return }
    page.add(line: "  \(first.start) \(Sparkline.of(intervals.map { Double($0.scheduled) })) \(last.start)")
  }

  private func percent(_ share: Double, places: Int = 1) -> String {
    share.isFinite ? NumberText.fixed(share * 100, places: places) + "%" : NumberText.missing
  }
}
