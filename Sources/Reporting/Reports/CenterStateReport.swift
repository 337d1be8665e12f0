public import ContactCenter
public import EventLog

/// The center at an instant: who waits since when, and what every agent does.
public struct CenterStateReport: Report {
  public var replication: Int
  public var instant: SimulationTime
  public var state: CenterState
  public var names: EventNames

  public init(replication: Int, instant: SimulationTime, state: CenterState, names: EventNames) {
    self.replication = replication
    self.instant = instant
    self.state = state
    self.names = names
  }

  private struct Row {
    var who: String
    var what: String
    var contact: UInt32?
    var queue: String?
    var since: Int64
  }

  private var rows: [Row] { waiting + state.agents.indices.flatMap(agent) }

  private var waiting: [Row] {
    state.waiting.map { line in
      Row(who: "", what: "waits", contact: line.contact, queue: names.queue(line.queue), since: line.since)
    }
  }

  private func agent(_ index: Int) -> [Row] {
    let (agent, name) = (state.agents[index], names.agent(index))
    guard agent.isSignedIn else { return [] }
    if let activity = agent.activity { return [Row(who: name, what: names.activity(activity), since: agent.since)] }
    if agent.work.isEmpty { return [Row(who: name, what: "free", since: agent.freeSince)] }
    return agent.work.map { work in
      Row(
        who: name, what: work.isAfterTalk ? "wraps up" : "talks", contact: work.contact,
        queue: names.queue(work.queue), since: work.since)
    }
  }

  public var page: Page {
    var page = Page()
    let busy = state.agents.filter { $0.work.contains { !$0.isAfterTalk } }.count
    let signedIn = state.agents.filter(\.isSignedIn).count
    page.add(
      line: "\(names.instant(instant)), replication \(replication): \(state.waiting.count) wait, "
        + "\(busy) of \(signedIn) signed in talk; \(NumberText.whole(state.eventCount)) "
        + (state.eventCount == 1 ? "event so far." : "events so far."))
    page.add(.blank)
    let columns = [
      Column("Agent"), Column("Does"), Column("Contact", .trailing), Column("Queue"), Column("Since"),
      Column("For", .decimal),
    ]
    let cells = rows.map { row in
      [
        Cell(row.who), Cell(row.what, row.what == "waits" ? .unsure : .plain), Cell(row.contact.map { "\($0)" } ?? ""),
        Cell(row.queue ?? ""), Cell(names.instant(SimulationTime(microseconds: row.since)), .faint),
        Cell(DurationText.of(seconds: Double(instant.microseconds - row.since) / 1e6)),
      ]
    }
    page.add(.table(Table(columns: columns, rows: cells)))
    return page
  }

  public var json: [JSONValue.Member] {
    [
      .init("replication", .integer(replication)), .init("time_s", .number(Double(instant.microseconds) / 1e6)),
      .init("waiting", .integer(state.waiting.count)),
      .init(
        "state",
        .array(
          rows.map { row in
            .object([
              "agent": .string(row.who.isEmpty ? nil : row.who), "does": .string(row.what),
              "contact": .integer(row.contact.map { Int($0) }), "queue": .string(row.queue),
              "since_s": .number(Double(row.since) / 1e6),
            ])
          })),
    ]
  }

  public var records: Records {
    Records(
      header: ["agent", "does", "contact", "queue", "since_s"],
      rows: rows.map { row in
        [
          .text(row.who), .text(row.what), .integer(row.contact.map { Int($0) }), .text(row.queue),
          .number(Double(row.since) / 1e6),
        ]
      })
  }
}
