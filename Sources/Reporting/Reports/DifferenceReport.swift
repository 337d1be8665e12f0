/// Where two runs part: the first event that differs, what came before it, and what was asked differently.
public struct DifferenceReport: Report, Hashable {
  public var first: String
  public var second: String
  /// nil where every replication is equal.
  public var replication: Int?
  /// How many replications were compared by their digests, where all are equal.
  public var compared: Int?
  /// What differs between the inputs; empty where nothing does.
  public var inputs: [String]
  /// Position of the first event that differs; nil where the logs are equal.
  public var position: Int?
  /// The event of each run there; nil where its log has ended.
  public var firstEvent: String?
  public var secondEvent: String?
  /// The last events that both have.
  public var before: [String] = []

  public init(first: String, second: String, replication: Int?, inputs: [String]) {
    self.first = first
    self.second = second
    self.replication = replication
    self.inputs = inputs
  }

  public var page: Page {
    var page = Page()
    guard let position else {
      let all = compared.map { $0 == 1 ? "the one replication" : "all \(NumberText.whole($0)) replications" }
      let what = replication.map { "replication \($0)" } ?? "\(all ?? "every replication") that both have"
      page.add(line: "\(first) and \(second) are equal, event by event, in \(what).")
      if !inputs.isEmpty { page.add(line: "Asked differently, without effect: \(inputs.joined(separator: ", ")).") }
      return page
    }
    page.add(
      line: "\(first) and \(second) part at event \(NumberText.whole(position)) of replication \(replication ?? 0):")
    for line in before { page.add(line: "    " + line, .faint) }
    page.add(line: "  - " + (firstEvent ?? "(the log of \(first) has ended)"), .bad)
    page.add(line: "  + " + (secondEvent ?? "(the log of \(second) has ended)"), .good)
    page.add(line: explanation)
    return page
  }

  private var explanation: String {
    inputs.isEmpty
      ? "Nothing was asked differently: one of the logs is not what its run gave. See busyhour replay."
      : "Asked differently: \(inputs.joined(separator: ", "))."
  }

  public var json: [JSONValue.Member] {
    [
      .init("first", .string(first)), .init("second", .string(second)), .init("equal", .bool(position == nil)),
      .init("replication", .integer(replication)), .init("position", .integer(position)),
      .init("first_event", .string(firstEvent)), .init("second_event", .string(secondEvent)),
      .init("replications_compared", .integer(compared)),
      .init("inputs", .array(inputs.map { .string($0) })),
    ]
  }

  public var records: Records {
    Records(
      header: ["first", "second", "replication", "position", "first_event", "second_event"],
      rows: [
        [
          .text(first), .text(second), .integer(replication), .integer(position), .text(firstEvent), .text(secondEvent),
        ]
      ])
  }
}
