internal import ContactCenter
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension FigureReport {
  /// Load, formula, assumptions and prices of each team's peak.
  init(_ explanations: [Explanation], _ document: ScenarioDocument) {
    let days = DayNames(document.scenario)
    self.init(
      facts: [
        .init("scenario", .string(document.scenario.name)),
        .init("provenance", .object(["scenario_sha256": .string(document.fingerprint)])),
        .init("model", .string("erlang_c")),
      ],
      sections: explanations.flatMap { [Self.assumptions($0, days), Self.prices($0)] },
      notes: [
        "Service levels are at the peak with the same people, one assumption exchanged at a time: Erlang A for hang-ups, "
          + "Allen-Cunneen (an approximation) for the law of the handle time, the modified offered load for the rate. "
          + "`staff --verify` adds them up over the whole day."
      ])
  }

  private static func assumptions(_ explanation: Explanation, _ days: DayNames) -> Section {
    Section(
      name: "assumptions", lead: lead(explanation, days),
      table: Table(
        columns: [
          Column("Erlang C assumes"), Column("Here", wraps: true), Column("Holds"), Column("In time then", .decimal),
        ], rows: explanation.findings.map(cells)),
      header: ["team", "assumption", "holds", "service_level", "facts"],
      rows: explanation.findings.map { finding in
        [
          .text(explanation.team), .text(finding.assumption.rawValue), .text(finding.holds ? "yes" : "no"),
          FigureText.field(finding.serviceLevel),
          .text(finding.facts.map { "\($0.name)=\($0.value)" }.joined(separator: " ")),
        ]
      })
  }

  private static func lead(_ explanation: Explanation, _ days: DayNames) -> [String] {
    let peak = explanation.peak
    let load = peak.load
    let level = peak.serviceLevel.map(FigureText.percent) ?? NumberText.missing
    var lines = [
      "\(explanation.team), greatest load \(days.instant(load.start)): \(NumberText.fixed(load.contacts, places: 2)) "
        + "contacts x \(DurationText.of(seconds: load.handleTimeSeconds)) / \(DurationText.of(seconds: load.length.inSeconds)) "
        + "= \(NumberText.fixed(load.offeredLoadErlangs, places: 3)) erlangs.",
      model(load.hands),
      "\(peak.positions) on the phones answer \(level) within "
        + "\(DurationText.plain(seconds: load.acceptableWait.inSeconds)); one fewer would break: "
        + "\(explanation.binding.split(separator: "_").joined(separator: " ")). "
        + "\(peak.scheduled) scheduled after shrinkage.",
    ]
    if case .several = load.hands { return lines }
    if let other = explanation.blockingByGSL {
      lines.append(
        "B = \(explanation.blocking) by the series, \(other) by GSL's Poisson distribution: two ways, one number.")
    }
    if let fast = explanation.squareRootPositions {
      lines.append("The square-root rule for the same P(wait) says \(fast): off by \(fast - peak.positions).")
    }
    return lines
  }

  private static func model(_ hands: IntervalLoad.Hands) -> String {
    let erlangC =
      "Erlang C: P(wait) = n B / (n - a (1 - B)), P(wait > t) = P(wait) exp(-(n - a) t / h), with a erlangs, n agents, "
      + "h the handle time and B Erlang's blocking."
    switch hands {
    case .one: return erlangC
    case .mixed(let limit):
      return erlangC + " " + mixed(limit)
    case .several(let concurrency):
      return
        "Up to \(concurrency.limit) contacts at once, each \(ShareText.of(concurrency.slowdown)) longer for every other in hand: "
        + "the exact birth-death chain of contacts that are spread evenly over the agents, an approximation where they are "
        + "not. The handle time above is the part of a person that a contact takes of full hands."
    }
  }

  private static func mixed(_ limit: Int) -> String {
    limit == 1
      ? "People hold some contacts alone, others several at once; the latter count as whole persons, since they go to people "
        + "with nothing in hand first, and who holds one takes none of the former: an approximation on the safe side. "
        + "`simulate` shows what fewer people do."
      : "Kinds of contacts are held unlike many at once; h is the part of a person that they take \(limit) at once, as many "
        + "as each kind allows: an approximation on the safe side. `simulate` shows what fewer people do."
  }

  private static func cells(_ finding: Explanation.Finding) -> [Cell] {
    [
      Cell(name(finding.assumption)), Cell(sentence(finding)),
      Cell(finding.holds ? "✓ yes" : "✗ no", finding.holds ? .good : .bad),
      Cell(finding.serviceLevel.map(FigureText.percent) ?? ""),
    ]
  }

  private static func name(_ assumption: Explanation.Assumption) -> String {
    switch assumption {
    case .steadyRate: "a steady rate"
    case .exponentialHandleTime: "exponential handle times"
    case .nobodyHangsUp: "nobody hangs up"
    case .oneQueue: "one kind, one line, one team"
    case .everybodyPresent: "everybody is there"
    case .noWrapUp: "work ends with the call"
    case .oneContactAtATime: "one contact at a time"
    }
  }

  private static func sentence(_ finding: Explanation.Finding) -> String {
    let values = finding.facts.map(\.value)
    switch finding.assumption {
    case .steadyRate:
      return
        "\(NumberText.fixed(values[0], places: 2)) erlangs arrive, \(NumberText.fixed(values[1], places: 2)) are in "
        + "flight from this interval and before"
    case .exponentialHandleTime:
      return "coefficient of variation \(NumberText.fixed(values[0], places: 2)), exponential has 1"
    case .nobodyHangsUp:
      guard values.count == 2 else { return finding.holds ? "they never do" : "some kinds do" }
      return "patience \(DurationText.of(seconds: values[0])) on average: \(FigureText.percent(values[1])) hang up"
    case .oneQueue:
      return "\(NumberText.fixed(values[0])) kinds, \(NumberText.fixed(values[1])) priorities, "
        + (values[2] > 0 ? "some served by other teams too" : "no other team serves them")
    case .everybodyPresent:
      return "\(FigureText.percent(values[0])) away by plan, \(FigureText.percent(values[1])) by chance"
    case .oneContactAtATime:
      return
        "up to \(NumberText.fixed(values[0])) at once, each \(FigureText.percent(values[1])) longer for every other: "
        + (values[2] > 0
          ? "counted by its own chain" : values[3] > 1 ? "counted as parts of a person" : "counted as whole persons")
    case .noWrapUp:
      return finding.holds ? "no wrap-up" : "wrap-up of \(DurationText.of(seconds: values[0])), counted as handle time"
    }
  }

  private static func prices(_ explanation: Explanation) -> Section {
    Section(
      name: "prices", lead: [],
      table: Table(
        columns: [
          Column(""), Column("On phones", .trailing), Column("Scheduled", .trailing), Column("In time", .decimal),
          Column("This agent adds", .decimal),
        ],
        rows: explanation.sizes.map { size in
          [
            Cell(size.isRequired ? "▸" : "", .good), Cell("\(size.positions)"), Cell("\(size.scheduled)"),
            Cell(FigureText.percent(size.serviceLevel)),
            Cell(size.adds.map { FigureText.points($0) + " pts" } ?? NumberText.missing),
          ]
        }),
      header: ["team", "positions", "scheduled", "service_level", "adds", "required"],
      rows: explanation.sizes.map { size in
        [
          .text(explanation.team), .integer(size.positions), .integer(size.scheduled), .number(size.serviceLevel),
          FigureText.field(size.adds), .text(size.isRequired ? "yes" : "no"),
        ]
      })
  }
}
