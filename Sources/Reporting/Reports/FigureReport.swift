/// Titled tables with remarks between them: the common form of explanations.
public struct FigureReport: Report, Hashable {
  /// One table, its figures as they are and as people read them.
  public struct Section: Hashable, Sendable {
    /// Name in JSON and CSV.
    public var name: String
    /// Lines above the table.
    public var lead: [String]
    public var table: Table
    /// Names of the figures, with units.
    public var header: [String]
    public var rows: [[Records.Field]]

    public init(name: String, lead: [String], table: Table, header: [String], rows: [[Records.Field]]) {
      self.name = name
      self.lead = lead
      self.table = table
      self.header = header
      self.rows = rows
    }
  }

  /// Members of the JSON document before the sections.
  public var facts: [JSONValue.Member]
  public var sections: [Section]
  public var notes: [String]

  public init(facts: [JSONValue.Member], sections: [Section], notes: [String]) {
    self.facts = facts
    self.sections = sections
    self.notes = notes
  }

  public var page: Page {
    var page = Page()
    for section in sections {
      if !page.blocks.isEmpty, !section.lead.isEmpty { page.add(.blank) }
      for line in section.lead { page.add(line: line) }
      page.add(section.table)
    }
    if !notes.isEmpty { page.add(.blank) }
    for note in notes { page.add(line: note) }
    return page
  }

  public var json: [JSONValue.Member] {
    facts
      + sections.map { section in
        .init(section.name, .array(section.rows.map { TableReport.json($0, under: section.header) }))
      } + [.init("notes", .array(notes.map { .string($0) }))]
  }

  /// The sections of one header one after the other; where headers differ, the first.
  public var records: Records {
    let header = sections.first?.header ?? []
    return Records(header: header, rows: sections.filter { $0.header == header }.flatMap(\.rows))
  }
}
