internal import ContactCenter
public import KPIs

/// The value with which the targets hold, and the one next to it with which they do not.
public struct SolveReport: Report {
  /// One quantity that was looked for.
  public struct Answer: Hashable, Sendable {
    public var name: String
    public var before: String
    public var after: String
    public init(name: String, before: String, after: String) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  /// A value that was simulated.
  public struct Trial: Sendable {
    public var text: String
    public var holds: Bool
    public var scorecard: Scorecard
    public init(text: String, holds: Bool, scorecard: Scorecard) {
      self.text = text
      self.holds = holds
      self.scorecard = scorecard
    }
  }

  public var facts: RunFacts
  /// `agents`, `shrinkage`, `handle`, `volume`.
  public var subject: String
  /// Whether the smallest value was looked for, or the largest.
  public var isSmallest: Bool
  public var confidence: Double
  /// Empty where no value does it.
  public var answers: [Answer]
  /// At the answer.
  public var scorecard: Scorecard?
  /// Targets that decide; the others are told.
  public var deciding: [String]
  /// In the order in which they were made.
  public var trials: [Trial]
  /// Whether the time did not suffice: more trials would have followed.
  public var isOutOfTime: Bool

  public init(
    facts: RunFacts, subject: String, isSmallest: Bool, confidence: Double, answers: [Answer], scorecard: Scorecard?,
    deciding: [String], trials: [Trial], isOutOfTime: Bool = false
  ) {
    self.facts = facts
    self.subject = subject
    self.isSmallest = isSmallest
    self.confidence = confidence
    self.answers = answers
    self.scorecard = scorecard
    self.deciding = deciding
    self.trials = trials
    self.isOutOfTime = isOutOfTime
  }
}

extension SolveReport {
  public var page: Page {
    var page = Page()
    page.add(line: "\(facts.scenarioName): \(headline)", answers.isEmpty ? .bad : .strong)
    page.add(line: "\(facts.span) a trial, seed \(facts.seed), the same draws in all.", .faint)
    page.add(
      Table(
        heading: isOutOfTime ? "So far" : isSmallest ? "Smallest" : "Largest",
        columns: [Column(subject), Column("now", .trailing), Column(isOutOfTime ? "holds" : "needed", .trailing)],
        rows: answers.map { [Cell($0.name), Cell($0.before), Cell($0.after, .strong)] }))
    if let scorecard { page.add(targets(scorecard)) }
    page.add(trialTable)
    return page
  }

  private var headline: String {
    let percent = NumberText.fixed(confidence * 100, places: confidence * 100 == (confidence * 100).rounded() ? 0 : 1)
    let names = deciding.joined(separator: ", ")
    if isOutOfTime {
      let found = answers.isEmpty ? "nothing was found to hold" : "what holds is told, a better value may do"
      return "out of time after \(trials.count) trials: \(found); the same command goes on"
    }
    return answers.isEmpty
      ? "no \(subject) in reach holds \(names) at \(percent)% confidence"
      : "\(names) \(deciding.count == 1 ? "holds" : "hold") at \(percent)% confidence"
  }

  private func targets(_ scorecard: Scorecard) -> Table {
    Table(
      heading: "Targets",
      columns: [
        Column("Target"), Column("want"), Column("got", .decimal), Column(ConfidenceText(confidence: confidence).title),
        Column("of days", .trailing),
        Column("", wraps: true),
      ],
      rows: scorecard.targets.map { result in
        let text = VerdictText(result, facts)
        return [
          Cell("\(text.mark) \(result.target.name)", text.ink), Cell(result.target.text), Cell(text.got),
          Cell(text.interval), Cell(text.daysMet), Cell(text.word, text.ink),
        ]
      })
  }

  private var trialTable: Table {
    Table(
      heading: "Trials",
      columns: [Column("Trial", wraps: true)] + deciding.flatMap { [Column($0, .decimal), Column("CI")] } + [
        Column("")
      ],
      rows: trials.map { trial in
        let figures = deciding.flatMap { name -> [Cell] in
          guard let result = trial.scorecard.targets.first(where: { $0.target.name == name }) else { return ["", ""] }
          let text = VerdictText(result, facts)
          return [Cell(text.got), Cell(text.interval)]
        }
        return [Cell(trial.text)] + figures + [Cell(trial.holds ? "✓" : "✗", trial.holds ? .good : .bad)]
      })
  }

  private var interval: String { ConfidenceText(confidence: confidence).key }

  public var json: [JSONValue.Member] {
    [
      .init("inputs", facts.inputs), .init("for", .string(subject)),
      .init("wanted", .string(isSmallest ? "smallest" : "largest")), .init("confidence", .number(confidence)),
      .init("found", .bool(!answers.isEmpty && !isOutOfTime)), .init("out_of_time", .bool(isOutOfTime)),
      .init(
        "answers",
        .array(
          answers.map { .object(["name": .string($0.name), "now": .string($0.before), "needed": .string($0.after)]) })),
      .init("deciding_targets", .array(deciding.map { .string($0) })),
      .init("targets", .array((scorecard?.targets ?? []).map { ScorecardReport.object($0, interval: interval) })),
      .init(
        "trials",
        .array(
          trials.map { trial in
            .object([
              "trial": .string(trial.text), "holds": .bool(trial.holds),
              "targets": .array(trial.scorecard.targets.map { ScorecardReport.object($0, interval: interval) }),
            ])
          })),
    ]
  }

  public var records: Records {
    Records(
      header: ["kind", "name", "now", "needed", "holds", "target", "got", "ci_low", "ci_high", "verdict"],
      rows: answers.map {
        [.text("answer"), .text($0.name), .text($0.before), .text($0.after)] + Array(repeating: .missing, count: 6)
      }
        + trials.flatMap { trial in
          trial.scorecard.targets.map { result in
            [
              .text("trial"), .text(trial.text), .missing, .missing, .text(trial.holds ? "yes" : "no"),
              .text(result.target.name), .number(result.estimate?.mean),
              .number(result.estimate?.interval?.lowerBound), .number(result.estimate?.interval?.upperBound),
              .text(result.verdict.rawValue),
            ]
          }
        })
  }
}
