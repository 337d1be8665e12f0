import Foundation
import Testing

@testable import ScenarioFiles

/// One row a key: a scenario in which it stands, two values that must make two different scenarios, a value that is
/// refused at its place.
struct KeyCase: Sendable, CustomTestStringConvertible {
  var path: String
  var base: String
  var first: String
  var second: String
  var bad: String
  /// What must be so for the key to matter.
  var also: [String] = []
  var testDescription: String { path }

  init(_ path: String, _ base: String, _ first: String, _ second: String, bad: String, also: [String] = []) {
    self.path = path
    self.base = base
    self.first = first
    self.second = second
    self.bad = bad
    self.also = also
  }
}

@Suite struct `Keys` {
  static let cases: [KeyCase] =
    [
      KeyCase("name", "smallest", "name=A", "name=B", bad: "name=[]"),
      // Which file is extended is said in a file; `Extended files` holds it.
      KeyCase("extends", "overlay", "name=A", "name=B", bad: "extends=base.yml"),
      KeyCase("timezone", "full", "timezone=UTC", "timezone=Europe/Berlin", bad: "timezone=Mars"),
      KeyCase("open", "smallest", "open=24/7", "open=08:00-20:00", bad: "open=always"),
      KeyCase("period", "full", "period=7d from 2026-11-23", "period=2026-11-23..2026-11-30", bad: "period=7d"),
      KeyCase("closed", "full", "closed=2026-10-13", "closed=[2026-10-13, 2026-10-14]", bad: "closed=Xmas"),
      KeyCase("interval", "smallest", "interval=15m", "interval=1h", bad: "interval=7m"),
      KeyCase("demand.volume", "smallest", "calls=900/day", "calls=901/day", bad: "calls=900"),
      KeyCase(
        "demand.volume.file", "counted", "calls={file: counts.csv}", "calls={file: more.csv}", bad: "calls={file: ../x}"
      ),
      KeyCase(
        "demand.weekday", "full", "demand.weekday={Mon: 1.2}", "demand.weekday={Mon: 1.3}",
        bad: "demand.weekday={Mo: 1}"),
      KeyCase("demand.profile", "smallest", "profile=flat", "profile=double-peak", bad: "profile=peak"),
      KeyCase(
        "demand.profile.file", "smallest", "profile={file: shape.csv}", "profile={file: counts.csv}",
        bad: "profile={file: no.csv}"),
      KeyCase(
        "demand.mix", "full", "mix={routine: 50%, triage: 50%}", "mix={routine: 40%, triage: 60%}",
        bad: "mix={routine: 100%}"),
      KeyCase(
        "demand.volume.days", "exact", "calls={file: dated.csv, days: dated}", "calls={file: dated.csv, days: average}",
        bad: "calls={file: dated.csv, days: each}"),
      KeyCase(
        "demand.profiles.*", "demand", "demand.profiles.Sat=flat",
        "demand.profiles.Sat={09:00-10:00: 1, 10:00-13:00: 9}",
        bad: "demand.profiles.Sat=peak"),
      KeyCase(
        "demand.profiles.*.file", "demand", "demand.profiles.Sat={file: shape.csv}",
        "demand.profiles.Sat={file: counts.csv}", bad: "demand.profiles.Sat={file: no.csv}"),
      KeyCase(
        "queues.*.profile", "full", "queues.triage.profile=flat", "queues.triage.profile=double-peak",
        bad: "queues.triage.profile=peak"),
      KeyCase(
        "queues.*.days", "full", "queues.triage.days=Mon-Fri", "queues.triage.days=Mon-Sat",
        bad: "queues.triage.days=Sun"),
      KeyCase(
        "queues.*.profile.file", "full", "queues.triage.profile={file: shape.csv}",
        "queues.triage.profile={file: counts.csv}", bad: "queues.triage.profile={file: no.csv}"),
      KeyCase(
        "demand.dates", "demand", "demand.dates={2026-11-25: x1.3}", "demand.dates={2026-11-25: 900/day}",
        bad: "demand.dates={2026-11-25: 1.3}"),
      KeyCase(
        "demand.uncertainty", "smallest", "demand.uncertainty=8%", "demand.uncertainty=9%", bad: "demand.uncertainty=8"),
      KeyCase("demand.busyness", "smallest", "demand.busyness=20%", "demand.busyness=21%", bad: "demand.busyness=high"),
      KeyCase(
        "demand.busyness.cv", "smallest", "demand.busyness={cv: 20%}", "demand.busyness={cv: 21%}",
        bad: "demand.busyness={cv: 20}"),
      KeyCase(
        "demand.busyness.shape", "smallest", "demand.busyness={shape: 10}", "demand.busyness={shape: 11}",
        bad: "demand.busyness={shape: 0}"),
      KeyCase(
        "demand.busyness.by", "demand", "demand.busyness.by=center", "demand.busyness.by=queue",
        bad: "demand.busyness.by=team"),
      KeyCase(
        "demand.fluctuation", "smallest", "demand.fluctuation=15%", "demand.fluctuation=16%",
        bad: "demand.fluctuation=15"),
      KeyCase(
        "demand.fluctuation.cv", "demand", "demand.fluctuation.cv=15%", "demand.fluctuation.cv=16%",
        bad: "demand.fluctuation.cv=x"),
      KeyCase(
        "demand.fluctuation.correlation", "demand", "demand.fluctuation.correlation=60%",
        "demand.fluctuation.correlation=0%", bad: "demand.fluctuation.correlation=100%"),
      KeyCase(
        "demand.arrivals", "smallest", "demand.arrivals=poisson", "demand.arrivals=exact", bad: "demand.arrivals=even"),
      KeyCase(
        "demand.arrivals.process", "smallest", "demand.arrivals={process: exact}", "demand.arrivals={process: poisson}",
        bad: "demand.arrivals={process: renewal}"),
      KeyCase(
        "demand.arrivals.cv", "smallest", "demand.arrivals={cv: 0.5}", "demand.arrivals={cv: 0.6}",
        bad: "demand.arrivals={process: poisson, cv: 0.6}"),
      KeyCase(
        "demand.before_opening.share", "demand", "demand.before_opening.share=2%", "demand.before_opening.share=3%",
        bad: "demand.before_opening.share=2"),
      KeyCase(
        "demand.before_opening.within", "demand", "demand.before_opening.within=20m",
        "demand.before_opening.within=30m",
        bad: "demand.before_opening.within=20"),
      KeyCase(
        "demand.after_closing.share", "demand", "demand.after_closing.share=2%", "demand.after_closing.share=3%",
        bad: "demand.after_closing.share=2"),
      KeyCase(
        "demand.after_closing.within", "demand", "demand.after_closing.within=20m", "demand.after_closing.within=30m",
        bad: "demand.after_closing.within=2d"),
      KeyCase(
        "demand.after_closing.rule", "demand", "demand.after_closing.rule=wait", "demand.after_closing.rule=turn_away",
        bad: "demand.after_closing.rule=serve"),
      KeyCase(
        "events", "smallest", "events=[{from: 10:00, for: 2h, volume: x3}]",
        "events=[{from: 10:00, for: 2h, volume: x4}]",
        bad: "events=[{from: 10:00, for: 2h}]"),
      KeyCase("events.*.on", "demand", "events.1.on=2026-11-24", "events.1.on=2026-11-25", bad: "events.1.on=Monday"),
      KeyCase("events.*.from", "demand", "events.1.from=10:00", "events.1.from=11:00", bad: "events.1.from=1000"),
      KeyCase("events.*.for", "demand", "events.1.for=1h", "events.1.for=90m", bad: "events.1.for=2"),
      KeyCase("events.*.volume", "demand", "events.1.volume=x4", "events.1.volume=-20%", bad: "events.1.volume=3"),
      KeyCase(
        "events.*.queue", "demand", "events.1.queue=routine", "events.1.queue=triage", bad: "events.1.queue=dance"),
      KeyCase(
        "events.*.foreseen", "demand", "events.1.foreseen=yes", "events.1.foreseen=no", bad: "events.1.foreseen=maybe"),
      KeyCase("events.*.note", "demand", "name=other", "events.1.volume=x5", bad: "events.1.note=[]"),
      KeyCase("agents", "smallest", "agents=19", "agents={08:00-18:00: 19}", bad: "agents=all"),
      KeyCase(
        "staffing", "solved", "staffing=solve", "teams={main: {count: 2}, more: {skills: main}}", bad: "staffing=auto"),
      KeyCase("cost", "full", "cost=$22/h", "cost=$23/h", bad: "cost=22"),
      KeyCase("definition", "smallest", "definition=answered", "definition=offered", bad: "definition=all"),
      KeyCase("wait_basis", "rules", "wait_basis=attempt", "wait_basis=customer", bad: "wait_basis=caller"),
      KeyCase("after_close", "smallest", "after_close=serve", "after_close=disconnect", bad: "after_close=stay"),
      KeyCase("shrinkage", "smallest", "shrinkage=20%", "shrinkage=0.21", bad: "shrinkage=20"),
      KeyCase(
        "shrinkage.planned", "full", "shrinkage.planned={a: 5%}", "shrinkage.planned={a: 6%}",
        bad: "shrinkage.planned=5%"),
      KeyCase(
        "shrinkage.unplanned", "full", "shrinkage.unplanned={a: 5%}", "shrinkage.unplanned={b: 5%}",
        bad: "shrinkage.unplanned={a: 5}"),
    ] + ShrinkageKeyCases.all + ConductKeyCases.all + [
      KeyCase(
        "queues.*.priority", "full", "queues.triage.priority=3", "queues.triage.priority=low",
        bad: "queues.triage.priority=10"),
      KeyCase(
        "queues.*.target", "full", "queues.triage.target=80/20", "queues.triage.target=80/30",
        bad: "queues.triage.target=80%"),
      KeyCase("teams.*.count", "full", "teams.float.count=2", "teams.float.count=3", bad: "teams.float.count=two"),
      KeyCase(
        "teams.*.agents", "full", "teams.nurses.agents={08:00-12:00: 5}", "teams.nurses.agents={08:00-12:00: 6}",
        bad: "teams.nurses.agents={am: 6}"),
      KeyCase(
        "teams.*.shifts", "full", "teams.front.shifts={early: 5, late: 1}", "teams.front.shifts={early: 6, late: 1}",
        bad: "teams.front.shifts={dawn: 6, late: 1}"),
      KeyCase(
        "teams.*.skills", "full", "teams.float.skills=[routine]", "teams.float.skills=[triage]",
        bad: "teams.float.skills=[dance]"),
      KeyCase(
        "teams.*.cost", "full", "teams.nurses.cost=$48/h", "teams.nurses.cost=$49/h", bad: "teams.nurses.cost=dear"),
      KeyCase("shifts.*.days", "full", "shifts.late.days=Mon", "shifts.late.days=Tue", bad: "shifts.late.days=never"),
      KeyCase(
        "shifts.*.hours", "full", "shifts.late.hours=10:00-18:00", "shifts.late.hours=10:30-18:00",
        bad: "shifts.late.hours=late"),
      KeyCase(
        "shifts.*.lunch", "full", "shifts.late.lunch=30m", "shifts.late.lunch=30m between 12:00 and 13:00",
        bad: "shifts.late.lunch=noon"),
      KeyCase(
        "shifts.*.breaks", "full", "shifts.late.breaks=15m", "shifts.late.breaks=2 x 15m",
        bad: "shifts.late.breaks=some"),
      KeyCase(
        "shifts.*.count", "shape-from-file", "shifts.day.count=12", "shifts.day.count=13", bad: "shifts.day.count=-99"),
      KeyCase("run.replications", "smallest", "run.replications=5", "run.replications=6", bad: "run.replications=0"),
      KeyCase("run.warm_up_days", "full", "run.warm_up_days=1", "run.warm_up_days=2", bad: "run.warm_up_days=28"),
      KeyCase("run.seed", "smallest", "run.seed=5", "run.seed=6", bad: "run.seed=x"),
      KeyCase("busyhour", "smallest", "busyhour=1", "name=other", bad: "busyhour=2"),
    ] + CostKeyCases.all + RuleKeyCases.all + CareKeyCases.all + OutboundKeyCases.all + targetCases
    + ["handle", "wrap_up", "patience"].flatMap { law($0, $0, base: "smallest") }
    + ["handle", "wrap_up", "patience"].flatMap { law("queues.*.\($0)", "queues.routine.\($0)", base: "full") }

  static let targetCases = TargetMetric.all.map { metric in
    let values: (String, String, String)
    switch metric.unit {
    case .serviceLevel: values = ("90% in 20s", "80% in 20s", "90%")
    case .share: values = ("10% to 50%", "at most 50%", "50")
    case .duration: values = ("at most 20s", "10s to 20s", "20")
    case .count: values = ("at most 20", "18 to 20", "few")
    case .money: values = ("$3 to $10", "at least $3", "10")
    }
    let key = "targets.\(metric.key)"
    return KeyCase(key, "full", "\(key)=\(values.0)", "\(key)=\(values.1)", bad: "\(key)=\(values.2)")
  }

  static func law(_ path: String, _ key: String, base: String) -> [KeyCase] {
    func field(_ name: String, _ first: String, _ second: String, bad: String) -> KeyCase {
      KeyCase("\(path).\(name)", base, "\(key)={\(first)}", "\(key)={\(second)}", bad: "\(key)={\(bad)}")
    }
    return [
      KeyCase(path, base, "\(key)=4m", "\(key)=exp 4m1s", bad: "\(key)=4"),
      field("law", "law: gamma, mean: 5m, cv: 0.5", "law: weibull, mean: 5m, cv: 0.5", bad: "law: pareto, mean: 5m"),
      field("mean", "mean: 5m", "mean: 6m", bad: "mean: 5"),
      field("cv", "mean: 5m, cv: 0.5", "mean: 5m, cv: 0.6", bad: "mean: 5m, cv: 0"),
      field("sd", "mean: 5m, sd: 2m", "mean: 5m, sd: 3m", bad: "mean: 5m, sd: 2"),
      field("p50", "p50: 4m, p90: 9m", "p50: 5m, p90: 9m", bad: "p50: 4m"),
      field("p90", "mean: 5m, p90: 9m", "mean: 5m, p90: 8m", bad: "mean: 5m, p90: 4m"),
      field(
        "shape", "law: gamma, mean: 5m, shape: 2", "law: gamma, mean: 5m, shape: 3",
        bad: "law: gamma, mean: 5m, shape: -1"),
      field("file", "file: aht.csv, column: handle_s", "file: seconds.csv", bad: "file: /aht.csv"),
      field(
        "column", "file: aht.csv, column: call", "file: aht.csv, column: handle_s", bad: "file: seconds.csv, mean: 5m"),
    ]
  }

  func document(_ base: String, _ override: String) throws -> ScenarioDocument {
    var overrides = [override]
    if override.hasPrefix("teams=") { overrides.append("staffing=solve") }
    return try ScenarioReader().read(
      text: Fixtures.text("GoodScenarios/\(base).yaml"), name: "\(base).yaml",
      directory: Fixtures.folder.appending(path: "GoodScenarios").path, overrides: overrides)
  }

  @Test(arguments: cases) func `matter: two values make two scenarios`(key: KeyCase) throws {
    let first = try document(key.base, key.first)
    let second = try document(key.base, key.second)
    #expect(first.scenario.withoutLines != second.scenario.withoutLines)
    #expect(first.fingerprint != second.fingerprint)
  }

  @Test(arguments: cases) func `refuse a bad value at its place`(key: KeyCase) {
    let problems = #expect(throws: ScenarioProblems.self) { try document(key.base, key.bad) }
    let name = String(key.bad.prefix { $0 != "=" })
    #expect(problems?.errors.contains { $0.file == "--set \(name)" } == true, "\(problems?.description ?? "")")
  }

  @Test func `all have a row in this table`() {
    let rows = Set(Self.cases.map(\.path))
    for key in ScenarioKeyCatalogue.standard.keys where key.shapes != [.section] && key.shapes != [.axisMap] {
      #expect(rows.contains(key.path), "\(key.path)")
    }
  }

  @Test func `have examples that their own grammar accepts`() throws {
    for key in ScenarioKeyCatalogue.standard.keys {
      var composer = SourceComposer(source: SourceText(name: "", text: key.example))
      let composed = composer.compose()
      let node = try #require(composed, "\(key.path)")
      #expect(ShapeChoice.shape(of: node, among: key.shapes) != nil, "\(key.path)")
      for case .scalar(let kind) in key.shapes where node.scalar != nil {
        #expect(throws: Never.self, "\(key.path)") { try kind.check(node.scalar ?? "") }
      }
    }
  }

  @Test func `are all on the page docs, scenario-keys`() throws {
    let page = Fixtures.repository.appending(path: "docs/scenario-keys.md")
    if Fixtures.isRecording { try ScenarioKeyList.markdown.write(to: page, atomically: true, encoding: .utf8) }
    #expect(ScenarioKeyList.markdown == (try String(contentsOf: page, encoding: .utf8)), "run with BUSYHOUR_RECORD=1")
  }
}
