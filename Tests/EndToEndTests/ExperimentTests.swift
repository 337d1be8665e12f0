import Foundation
import Testing

struct ExperimentTests {
  @Test func `three are compared with Holm's rule, runs and files together`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    try program.write(Program.scenario(agents: 20), to: "more.yaml")
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let json = try program.json("compare", "base", "more.yaml", "a.yaml")
    #expect(json["adjusted_by"] as? String == "holm")
    let comparisons = try #require(json["comparisons"] as? [[String: Any]])
    #expect(comparisons.count == 2 && comparisons.allSatisfy { $0["paired"] as? Bool == true })
    #expect(comparisons[0].value("metrics.service_level.word") as? String == "better")
    #expect(comparisons[1].value("metrics.service_level.word") as? String == "same")
    let adjusted = try #require(comparisons[0].value("metrics.service_level.p_adjusted") as? Double)
    let single = try #require(comparisons[0].value("metrics.service_level.p_value") as? Double)
    #expect(adjusted == 2 * single)
    for format in ["csv", "markdown", "text"] {
      #expect(try program.run("compare", "base", "more.yaml", "a.yaml", "--format", format).status == 0, "\(format)")
    }
  }

  @Test func `what draws other calls is never called paired`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let cases = [
      (["--seed", "5"], "different seeds"), (["--set", "calls=+10%"], "different demand"),
      (["--set", "open=Mon-Fri 08:00-11:00"], "different demand"),
    ]
    for (options, reason) in cases {
      #expect(try program.run(["simulate", "a.yaml", "--name", "other-\(options[1])"] + options).status == 0)
      let json = try program.json("compare", "base", "@last")
      #expect(json["paired"] as? Bool == false, "\(options)")
      #expect(json["reason_unpaired"] as? String == reason, "\(options)")
      #expect(json.value("metrics.service_level.variance_reduction") is NSNull, "\(options)")
      let text = try program.run("compare", "base", "@last").output
      #expect(text.contains("Not paired (\(reason)): Welch intervals.") && !text.contains("Paired on"), "\(options)")
    }
  }

  @Test func `definitions and acceptable waits that differ are remarked`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let output = try program.run(
      "compare", "base", "a.yaml", "--set", "definition=offered", "--set", "target=90% in 30s"
    ).output.replacingOccurrences(of: "\n", with: " ")
    #expect(output.contains("The service levels are defined differently: excl_short_abandons and offered."))
    #expect(output.contains("The acceptable waits differ, so the service levels do too: main 20 s and 30 s."))
  }

  @Test func `auto stops when the target is decided, and the stored run knows it`() throws {
    let program = try Program()
    try program.write(Program.scenario(agents: 26))
    let run = try program.run("simulate", "a.yaml", "--replications", "auto", "--name", "auto")
    #expect(run.status == 0)
    #expect(run.output.contains("100 days, stopped by its targets, seed 1"))
    #expect(run.messages.contains("Stopped at 100 replications: everything asked is settled."))
    #expect(try program.run("simulate", "a.yaml", "--replications", "100", "--name", "fixed").status == 0)
    func width(_ name: String) throws -> Double {
      let json = try program.json("evaluate", name)
      let interval = try #require(json.value("metrics.occupancy.ci95") as? [Double])
      return interval[1] - interval[0]
    }
    #expect(try width("auto") > 1.4 * width("fixed"), "repeated looks are wider, in the store too")
    #expect(try program.run("replay", "auto").status == 0)
    let narrow = try program.run(
      "simulate", "a.yaml", "--replications", "auto", "--half-width", "offered=2", "--max-replications", "300")
    #expect(narrow.output.contains("300 days, stopped by its targets"))
    #expect(try program.run("simulate", "a.yaml", "--max-replications", "300").status == 2)
    #expect(try program.run("simulate", "a.yaml", "--replications", "auto", "--half-width", "x=1").status == 2)
  }

  @Test func `auto without anything to settle is refused before anything is simulated`() throws {
    let program = try Program()
    try program.write(Program.scenario(target: ""))
    let outcome = try program.run("simulate", "a.yaml", "--replications", "auto", "--quiet")
    #expect(outcome.status == 2)
    #expect(outcome.messages.hasPrefix("error: 'Front desk' has no targets to evaluate\n"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("results").path))
    let enforced = try program.run("simulate", "a.yaml", "--enforce", "--quiet")
    #expect(enforced.status == 2)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("results").path))
  }

  @Test func `granted time that is over keeps what is done`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let outcome = try program.run("simulate", "a.yaml", "--replications", "1000000", "--time-limit", "4s")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("Out of time."))
    #expect(try program.run("evaluate", "@last", "--strict").status == 3, "a stump is no pass when it is strict")
    #expect(try program.run("simulate", "a.yaml", "--time-limit", "soon").status == 2)
  }
}

struct SweepTests {
  private static let solved = """
    busyhour: 1
    name: Front desk
    open: Mon-Fri 08:00-10:00
    calls: 200/day
    handle: 5m
    staffing: solve
    shrinkage: 30%
    target: 90% in 20s
    run: {replications: 30, seed: 1}

    """

  @Test func `people are kept at every point, and solved again where asked for`() throws {
    let program = try Program()
    try program.write(Self.solved)
    func staffed(_ options: String...) throws -> [Double] {
      let outcome = try program.run(["sweep", "a.yaml", "--vary", "shrinkage=0%..60%/20%", "--json", "-q"] + options)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      #expect(json?["staffing"] as? String == (options.isEmpty ? "kept" : "solved"))
      let points = try #require(json?["points"] as? [[String: Any]])
      return try points.map { try #require($0.value("metrics.staffed_peak.mean") as? Double) }
    }
    let kept = try staffed()
    #expect(Set(kept).count == 1, "\(kept)")
    let solved = try staffed("--resolve")
    #expect(solved == solved.sorted() && Set(solved).count == 4, "\(solved)")
  }

  @Test func `a point is what simulate gives with the same value`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let sweep = try program.json("sweep", "a.yaml", "--vary", "handle=4m..6m/1m")
    let points = try #require(sweep["points"] as? [[String: Any]])
    let run = try program.json("simulate", "a.yaml", "--set", "handle=6m")
    for name in ["service_level", "asa_s", "occupancy"] {
      let point = points[2].value("metrics.\(name)") as? NSDictionary
      #expect(point == run.value("metrics.\(name)") as? NSDictionary, "\(name)")
    }
    #expect(points.map { $0["is_base"] as? Bool } == [false, true, false])
  }

  @Test func `the break-even value separates met from missed`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let json = try program.json("sweep", "a.yaml", "--vary", "agents=12..24/1", "--replications", "100")
    let limits = try #require((json["break_even"] as? [[String: Any]])?.first)
    let stretch = try #require((limits["on_average"] as? [[String: Any]])?.first)
    let value = try #require(stretch["from"] as? Double)
    for point in try #require(json["points"] as? [[String: Any]]) {
      let agents = try #require(Double(point.value("values.agents") as? String ?? ""))
      let level = try #require(point.value("metrics.service_level.mean") as? Double)
      #expect((level >= 0.9) == (agents >= value), "\(agents) \(level) \(value)")
    }
  }

  @Test func `two keys make a grid, in every format`() throws {
    let program = try Program()
    try program.write(
      Program.scenario() + "sweep:\n  agents: 18..20/1\n  calls: [180, 200/day]\n  exclude: [{agents: 18}]\n")
    let csv = try program.run("sweep", "a.yaml", "--format", "csv")
    #expect(csv.status == 0)
    let lines = csv.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(lines.count == 5 && lines[0].hasPrefix("vary_agents,vary_calls,is_base,staffing,replications,seed,"))
    #expect(Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
    #expect(lines[1].hasPrefix("19,180/day,no,given,10,1,"))
    for format in ["text", "markdown", "json"] {
      #expect(try program.run("sweep", "a.yaml", "--format", format).status == 0, "\(format)")
    }
  }

  @Test func `what cannot be swept is refused`() throws {
    let program = try Program()
    try program.write(Self.solved)
    let cases: [([String], String)] = [
      ([], "a.yaml has no block `sweep:`"), (["--vary", "agnts=1..3/1"], "unknown key 'agnts'"),
      (["--vary", "shrinkage=20%..120%/50%"], "is more than 100%"),
      (["--vary", "shrinkage=20%..120%/50%"], "--> --vary shrinkage=120%"),
      (["--vary", "run.seed=1,2"], "'run.seed' is the same at every point"),
      (["--vary", "open=Mon-Fri 08:00-10:00,24/7", "--vary", "period=7d from 2026-11-23"], "cannot be kept"),
      (["--vary", "shrinkage=1%..3%/1%", "--vary", "shrinkage=1%..3%/1%"], "varied twice"),
      (["--vary", "shrinkage=0%..90%/0.1%", "--vary", "calls=100..200/1"], "more than 10000"),
    ]
    for (options, message) in cases {
      let outcome = try program.run(["sweep", "a.yaml", "-q"] + options)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(options)")
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
  }
}

struct PlanTests {
  @Test func `the answer of solve holds and its neighbour does not`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let json = try program.json("solve", "a.yaml", "--for", "agents", "--replications", "100")
    let needed = try #require(
      Int(((json["answers"] as? [[String: Any]])?.first?["needed"] as? String) ?? ""))
    for (agents, isMet) in [(needed, true), (needed - 1, false)] {
      let run = try program.json("simulate", "a.yaml", "--set", "agents=\(agents)", "--replications", "100")
      let verdict = (run["targets"] as? [[String: Any]])?.first?["verdict"] as? String
      #expect((verdict == "met") == isMet, "\(agents): \(verdict ?? "")")
    }
  }

  @Test func `several teams are solved in rounds, and what no value does is said with status 4`() throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      name: Two lines
      open: Mon-Fri 08:00-10:00
      demand: {volume: 200/day, mix: {a: 50%, b: 50%}}
      queues: {a: {handle: 5m}, b: {handle: 3m}}
      teams: {one: {count: 3, skills: [a]}, two: {count: 30, skills: [b]}}
      target: 80% in 20s
      run: {replications: 40, seed: 1}

      """)
    let json = try program.json("solve", "a.yaml", "--for", "agents")
    let answers = try #require(json["answers"] as? [[String: Any]])
    #expect(answers.map { $0["name"] as? String } == ["one", "two"])
    let people = answers.compactMap { Int($0["needed"] as? String ?? "") }
    #expect(people.allSatisfy { (4...14).contains($0) }, "\(people)")
    try program.write(Program.scenario(target: "target: 100% in 0s"))
    let never = try program.run("solve", "a.yaml", "--for", "shrinkage", "--set", "agents=1")
    #expect(never.status == 4 && never.output.contains("no shrinkage in reach holds service_level"))
    #expect(try program.run("solve", "a.yaml", "--for", "luck").status == 2)
  }

  @Test func `a tornado ranks every input by its reach, on the same draws`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let json = try program.json("tornado", "a.yaml", "--range", "queues.main.patience=1m..10m")
    let bars = try #require(json["bars"] as? [[String: Any]])
    let names = bars.compactMap { $0["input"] as? String }
    #expect(
      Set(names).isSuperset(of: ["teams.main.count", "demand.volume", "queues.main.handle", "queues.main.patience"]))
    let reach = bars.map { bar in
      ["low", "high"].compactMap { abs(bar.value("\($0).difference") as? Double ?? 0) }.max() ?? 0
    }
    #expect(reach == reach.sorted(by: >) && reach.allSatisfy { $0 > 0 })
    let patience = try #require(bars.first { $0["input"] as? String == "queues.main.patience" })
    #expect(patience.value("low.set") as? String == "queues.main.patience=1m")
    let volume = try #require(bars.first { $0["input"] as? String == "demand.volume" })
    let run = try program.json("simulate", "a.yaml", "--set", "calls=+10%")
    #expect(
      volume.value("high.value") as? Double == run.value("metrics.service_level.mean") as? Double,
      "a bar is what simulate gives")
    for format in ["text", "csv", "markdown"] {
      #expect(try program.run("tornado", "a.yaml", "--format", format).status == 0, "\(format)")
    }
    #expect(try program.run("tornado", "a.yaml", "--range", "queues.main.patients=1m..2m").status == 2)
    #expect(try program.run("tornado", "a.yaml", "--range", "patience=exp 3m..x1").status == 2, "changes nothing")
    #expect(try program.run("tornado", "a.yaml", "--kpi", "luck").status == 2)
  }
}

struct UncertainInputTests {
  @Test func `uncertainties of the file move their inputs, and those of the command stand in their place`() throws {
    let program = try Program()
    try program.write(Program.scenario() + "tornado: {handle: 4m..7m, calls: +-20%}\n")
    func bars(_ options: String...) throws -> [String: [String: Any]] {
      let json = try program.json(["tornado", "a.yaml"] + options)
      let bars = try #require(json["bars"] as? [[String: Any]])
      return Dictionary(uniqueKeysWithValues: bars.map { ($0["input"] as? String ?? "", $0) })
    }
    let own = try bars()
    #expect(own["queues.main.handle"] == nil && own["demand.volume"] == nil, "each input is moved once")
    #expect(own["handle"]?["own_uncertainty"] as? Bool == true && own["patience"] == nil)
    #expect(own["queues.main.patience"]?["own_uncertainty"] as? Bool == false)
    for (key, high) in [("handle", "7m"), ("calls", "+20%")] {
      let run = try program.json("simulate", "a.yaml", "--set", "\(key)=\(high)")
      let value = own[key]?.value("high.value") as? Double
      #expect(value == run.value("metrics.service_level.mean") as? Double, "\(key)")
    }
    let other = try bars("--range", "handle=4m30s..6m")
    #expect(other["handle"]?.value("low.set") as? String == "handle=4m30s")
    #expect(other["calls"]?.value("low.set") as? String == "calls=-20%")
    let text = try program.run("tornado", "a.yaml").output
    #expect(text.contains("each input +-10% or its own") && text.contains("handle 4m..7m"))
  }
}

struct BaselineTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try program.run("baseline", "set", "base", "--tolerance", "occupancy=3%").status == 0)
    return program
  }

  @Test func `a later run is held against the baseline, and what drifts exits 3 and is kept as an alert`() throws {
    let program = try program()
    let same = try program.run("simulate", "a.yaml", "--name", "same")
    #expect(same.status == 0 && !same.messages.contains("baseline's"))
    #expect(try program.run("baseline", "drift", "same").status == 0)
    let fewer = try program.run("simulate", "a.yaml", "--set", "agents=14", "--name", "fewer")
    #expect(
      fewer.status == 0
        && fewer.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
          "critical, management review within one hour")
    )
    let drift = try program.run("baseline", "drift", "--json")
    #expect(drift.status == 3)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(drift.output.utf8)) as? [String: Any])
    let rows = try #require(json["kpis"] as? [[String: Any]])
    let levels = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"] as? String ?? "", $0["level"] as? String) })
    #expect(levels["asa_s"] == "critical" && levels["occupancy"] == "critical" && levels["offered"] == "none")
    #expect(try program.run("baseline", "drift", "fewer", "--tolerance", "asa_s=10000").status == 3)
    for format in ["text", "csv", "markdown"] {
      #expect(try program.run("baseline", "drift", "fewer", "--format", format).status == 3, "\(format)")
    }
  }

  @Test func `any rolling window of measured days that diverges raises an alert`() throws {
    let program = try program()
    let level = try #require(try program.json("evaluate", "base").value("metrics.service_level.mean") as? Double)
    func file(_ bad: Range<Int>) -> String {
      (0..<60).reduce("date,service_level_pct,offered,remark\n") { text, day in
        let date = "2026-\(day < 30 ? "09" : "10")-\(day % 30 + 1 < 10 ? "0" : "")\(day % 30 + 1)"
        return text + "\(date),\(100 * level * (bad.contains(day) ? 0.8 : 1)),200,fine\n"
      }
    }
    try program.write(file(0..<0), to: "good.csv")
    #expect(try program.run("baseline", "drift", "--actual", "good.csv").status == 0)
    // 14 of 28 days at 80% are 10%; 15 are more, and only some windows see them all.
    try program.write(file(20..<34), to: "edge.csv")
    #expect(
      try program.run("baseline", "drift", "--actual", "edge.csv", "--tolerance", "service_level=10.001%").status == 0)
    try program.write(file(20..<35), to: "bad.csv")
    let drift = try program.run("baseline", "drift", "--actual", "bad.csv")
    #expect(drift.status == 3)
    #expect(drift.output.contains("service_level") && drift.output.contains("-10.7%"))
    #expect(try program.run("baseline", "drift", "--actual", "bad.csv", "--window", "60").status == 0)
  }

  @Test func `baselines are shown with what they allow and what was raised against them`() throws {
    let program = try program()
    #expect(try program.run("simulate", "a.yaml", "--set", "agents=14", "--name", "fewer").status == 0)
    let json = try program.json("baseline", "show")
    let baseline = try #require((json["baselines"] as? [[String: Any]])?.first)
    #expect(baseline["name"] as? String == "baseline" && baseline.value("provenance.name") as? String == "base")
    let kpis = try #require(baseline["kpis"] as? [[String: Any]])
    let allowed = Dictionary(
      uniqueKeysWithValues: kpis.map { ($0["name"] as? String ?? "", $0["tolerance"] as? Double) })
    #expect(allowed["occupancy"] == 0.03 && allowed["asa_s"] == 0.1)
    let alerts = try #require(baseline["alerts"] as? [[String: Any]])
    #expect(alerts.contains { $0["kpi"] as? String == "asa_s" && $0["run"] as? String == "fewer" })
    #expect(try program.run("baseline", "drift", "fewer").status == 3)
    let again = try program.json("baseline", "show")["baselines"] as? [[String: Any]]
    #expect((again?.first?["alerts"] as? [[String: Any]])?.count == alerts.count, "the same is raised once")
    for format in ["text", "csv", "markdown"] {
      let outcome = try program.run("baseline", "show", "--name", "baseline", "--format", format)
      #expect(outcome.status == 0 && outcome.output.contains("management review within one hour"), "\(format)")
    }
    #expect(try program.run("baseline", "show", "--name", "other").status == 2)
    let empty = try Program()
    #expect(try empty.run("baseline", "show").status == 2)
  }

  @Test func `what has a tolerance is watched, and runs of evaluate and compare are held against the baseline`() throws
  {
    let program = try Program()
    try program.write(Program.scenario() + "resolved: 80%\n")
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try program.run("baseline", "set", "base", "--tolerance", "answered=2%").status == 0)
    func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let evaluated = try program.run("evaluate", "a.yaml", "--set", "calls=-5%", "--set", "resolved=40%")
    #expect(words(evaluated.messages).contains("below the baseline's"), "\(evaluated.messages)")
    let drift = try program.json("baseline", "drift")
    let rows = try #require(drift["kpis"] as? [[String: Any]])
    let levels = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"] as? String ?? "", $0["level"] as? String) })
    #expect(levels["answered"] == "critical" && levels["fcr"] == "critical" && levels["offered"] == "none")
    let compared = try program.run("compare", "base", "a.yaml", "--set", "resolved=30%")
    #expect(words(compared.messages).contains("fcr"), "\(compared.messages)")
  }

  @Test func `what cannot be held against a baseline is refused with its line`() throws {
    let program = try program()
    #expect(
      try program.run("baseline", "drift", "--name", "other").messages.hasPrefix("error: there is no baseline 'other'"))
    for (text, message) in [
      ("day,asa_s\n1,2\n", "bad.csv:1: the header has no column 'date'"),
      ("date,luck\n2026-10-01,2\n", "bad.csv:1: no column is a KPI"),
      ("date,asa_s\n2026-10-01,2\n1.10.2026,3\n", "bad.csv:3: '1.10.2026' is no date"),
      ("date,service_level\n2026-10-01,95\n", "bad.csv:2: '95' is more than all"),
      ("date,asa_s,asa_s\n2026-10-01,2,3\n", "bad.csv:1: two columns are asa_s"),
      ("date,aht_s\n2026-10-01,-2\n", "bad.csv:2: '-2' is no figure of a KPI"),
      ("date,asa_s\n2026-02-30,2\n", "bad.csv:2: '2026-02-30' is no date"),
      ("date,asa_s\n2026-10-01,two\n", "bad.csv:2: 'two' is no figure of a KPI"),
      ("date,asa_s\n2026-10-01,2\n2026-10-01,2\n", "bad.csv:3: 2026-10-01 is there twice"),
    ] {
      try program.write(text, to: "bad.csv")
      let outcome = try program.run("baseline", "drift", "--actual", "bad.csv")
      #expect(outcome.status == 2 && outcome.messages.contains(message), "\(outcome.messages)")
    }
    #expect(try program.run("baseline", "set", "nobody").status == 2)
  }

  @Test func `a share is a fraction, percent with a sign or by the name of its column`() throws {
    let program = try program()
    var figures: [Double] = []
    for text in [
      "service_level\n2026-10-01,0.5", "service_level\n2026-10-01,50%", "service_level_pct\n2026-10-01,50",
      "service_level_pct\n2026-10-01,50%",
    ] {
      try program.write("date,\(text)\n", to: "kpis.csv")
      let rows = try #require(
        try program.json("baseline", "drift", "--actual", "kpis.csv")["kpis"] as? [[String: Any]])
      figures.append(try #require(rows.first?["now"] as? Double))
    }
    #expect(figures == [0.5, 0.5, 0.5, 0.5])
  }
}

struct InitiativeTests {
  @Test func `an initiative is projected, stored, and held against what was measured`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let json = try program.json(
      "initiative", "project", "a.yaml", "--name", "portal", "--set", "calls=-8%", "--set", "handle=-30s")
    let projected = try #require(json.value("metrics.aht_s.second.mean") as? Double)
    let before = try #require(json.value("metrics.aht_s.first.mean") as? Double)
    #expect(abs(before - projected - 30) < 10)
    #expect(try program.run("evaluate", "portal-before").status != 2)
    // 90 days at half of the projected change, after 10 days as before, which do not count.
    let rows = (0..<100).map { day -> String in
      let date = "2026-\(["07", "08", "09", "10"][day / 30])-\(day % 30 < 9 ? "0" : "")\(day % 30 + 1)"
      return "\(date),\(day < 10 ? before : (before + projected) / 2)"
    }
    try program.write("date,aht_s\n" + rows.joined(separator: "\n") + "\n", to: "kpis.csv")
    let review = try program.json("initiative", "review", "portal", "--actual", "kpis.csv")
    let row = try #require((review["kpis"] as? [[String: Any]])?.first)
    #expect(abs((row["realised"] as? Double ?? 0) - 0.5) < 1e-9 && row["word"] as? String == "less than projected")
    for format in ["text", "csv", "markdown"] {
      #expect(
        try program.run("initiative", "review", "portal", "--actual", "kpis.csv", "--format", format).status == 0,
        "\(format)")
    }
    #expect(try program.run("initiative", "project", "a.yaml", "--name", "nothing").status == 2)
  }

  /// Of 100 matters five more are settled at once, in each queue from its own share.
  @Test func `five points more resolved at first contact are projected as such`() throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      name: Two lines
      open: Mon-Fri 08:00-18:00
      demand: {volume: 1000/day, mix: {a: 50%, b: 50%}}
      resolved: 70%
      queues: {a: {handle: 3m}, b: {handle: 3m, resolved: 80%}}
      agents: 14
      target: 80% in 20s
      run: {replications: 40, seed: 1}

      """)
    let json = try program.json(
      "initiative", "project", "a.yaml", "--name", "coaching", "--set", "queues.*.resolved=+5pts")
    let difference = try #require(json.value("metrics.fcr.difference") as? Double)
    #expect(json["paired"] as? Bool == true && abs(difference - 0.05) < 0.005, "\(difference)")
    try program.write("date,fcr_pct\n2026-10-01,77.5\n", to: "kpis.csv")
    let review = try program.json("initiative", "review", "coaching", "--actual", "kpis.csv")
    let row = try #require((review["kpis"] as? [[String: Any]])?.first)
    #expect(row["name"] as? String == "fcr" && abs((row["realised"] as? Double ?? 0) - 0.5) < 0.15)
    #expect(try program.run("initiative", "review", "nobody", "--actual", "kpis.csv").status == 2)
  }
}
