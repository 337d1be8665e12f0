import Foundation
import Testing

struct StoryTests {
  static let scenario = """
    busyhour: 1
    name: Redials
    open: Mon-Fri 08:00-10:00
    calls: 100/day
    handle: 5m
    agents: 3
    patience: 1m
    redial: {chance: 100%, after: fixed 5m, attempts: 3}
    run: {replications: 2, seed: 1}

    """

  @Test func `a caller's story goes over all contacts, whichever of them is asked for`() throws {
    let program = try Program()
    try program.write(Self.scenario)
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let links = try program.run("events", "base", "--type", "contact_linked", "--format", "jsonl").output
      .split(separator: "\n").compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    let third = try #require(
      links.first { ($0["remark"] as? String)?.hasPrefix("redial after") == true && isThird($0, links) })
    let numbers = chain(third, links)
    #expect(numbers.count == 3)
    let stories = try numbers.map { try program.run("events", "base", "--call", "\($0)").output }
    for number in numbers { #expect(stories[0].contains("contact \(number) of its replication")) }
    // What differs is why the contact that was asked for waited.
    let tables = stories.map { $0.split(separator: "\n\n").first.map(String.init) ?? "" }
    #expect(tables[0] == tables[1] && tables[1] == tables[2])
    #expect(tables[0].components(separatedBy: "hung up after").count >= 3)
  }

  @Test func `a caller's waits count together where the scenario says so, and in a rescore as in a run`() throws {
    let program = try Program()
    try program.write(Self.scenario)
    let basis = ["--set", "target=90% in 1m"]
    #expect(try program.run(["simulate", "a.yaml", "--name", "attempt"] + basis).status == 0)
    #expect(
      try program.run(["simulate", "a.yaml", "--name", "customer", "--set", "wait_basis=customer"] + basis).status == 0)
    let level = "metrics.service_level.mean"
    let attempt = try #require(try program.json("evaluate", "attempt").value(level) as? Double)
    let customer = try #require(try program.json("evaluate", "customer").value(level) as? Double)
    #expect(customer < attempt)
    #expect(try program.json("rescore", "attempt", "--wait-basis", "customer").value(level) as? Double == customer)
    #expect(try program.json("rescore", "customer", "--wait-basis", "attempt").value(level) as? Double == attempt)
    #expect(try program.run("diff", "attempt", "customer").status == 0, "the logs are the same")
    let compared = try program.run("compare", "attempt", "customer").output
    #expect(compared.contains("different waits: wait_basis is attempt and customer"))
    let links = try program.run("events", "customer", "--type", "contact_linked", "--format", "jsonl").output
      .split(separator: "\n").compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    let stories = try links.prefix(20).compactMap { $0["contact"] as? Int }.map {
      try program.run("events", "customer", "--call", "\($0)").output.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    #expect(stories.contains { $0.contains("with the attempts before, missed the target of 1 min") })
    #expect(try program.run("rescore", "attempt", "--wait-basis", "caller").status == 2)
  }

  @Test func `the log tells the factors of a busy day, a story those of its time, and a replay holds them`() throws {
    let program = try Program()
    try program.write(Self.scenario + "demand: {busyness: 20%, fluctuation: 10%}\n")
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let told = try program.run("events", "base", "--type", "demand_factor_drawn", "--format", "jsonl").output
      .split(separator: "\n").compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
      .compactMap { $0["remark"] as? String }
    #expect(told.first?.hasPrefix("busyness x") == true)
    #expect(told.count == 5 && told.dropFirst().allSatisfy { $0.hasPrefix("fluctuation x") })
    let story = try program.run("events", "base", "--call", "1").output
    #expect(story.contains("Drawn for its time: \(told[0]), \(told[1])"))
    let json = try program.json("events", "base", "--call", "1")
    #expect(json.value("demand") as? [String] == Array(told.prefix(2)))
    #expect(try program.run("replay", "base").status == 0)
  }

  @Test(arguments: [("center", 1), ("queue", 2)])
  func `a factor is told of every queue that it moves, and of no other`(by: String, count: Int) throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      open: Mon-Fri 08:00-10:00
      agents: 5
      queues: {routine: {handle: 5m}, urgent: {handle: 5m}}
      demand:
        volume: 100/day
        mix: {routine: 70%, urgent: 30%}
        busyness: {cv: 20%, by: \(by)}
      run: {replications: 1, seed: 1}

      """)
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    func told(_ arguments: String...) throws -> [Substring] {
      let words = ["events", "base", "--type", "demand_factor_drawn", "--format", "jsonl"]
      return try program.run(words + arguments).output.split(separator: "\n")
    }
    let (all, routine, urgent) = (try told(), try told("--queue", "routine"), try told("--queue", "urgent"))
    #expect(all.count == count && routine.count == 1 && urgent.count == 1)
    #expect((routine == urgent) == (by == "center") && Set(routine + urgent) == Set(all))
  }

  @Test func `who calls again has the draws and the factors of the call that is asked for`() throws {
    let program = try Program()
    try program.write(
      Self.scenario.replacingOccurrences(of: "fixed 5m", with: "fixed 35m") + "demand: {fluctuation: 30%}\n")
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    func lines(_ type: String) throws -> [[String: Any]] {
      try program.run("events", "base", "--type", type, "--format", "jsonl").output
        .split(separator: "\n").compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
    let told = try lines("demand_factor_drawn").compactMap { line -> (time: Double, remark: String)? in
      guard let time = line["time_s"] as? Double, let remark = line["remark"] as? String else { return nil }
      return (time, remark)
    }
    let links = try lines("contact_linked")
    let redial = try #require(links.first)
    var factors: [String] = []
    for call in chain(redial, links) where call > 0 {
      let arrival = try #require(try lines("contact_arrived").first { $0["contact"] as? Int == call })
      let time = try #require(arrival["time_s"] as? Double)
      let factor = try #require(told.last { $0.time <= time })
      let json = try program.json("events", "base", "--call", "\(call)")
      #expect(json.value("demand") as? [String] == [factor.remark])
      #expect(json.value("draws") as? [String: Any] != nil)
      factors.append(factor.remark)
    }
    #expect(factors.count == 2 && factors[0] != factors[1], "35 minutes later another half-hour has begun")
  }

  @Test func `a story says whether a closing or an outage cut the line`() throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      open: Mon-Fri 08:00-10:00
      calls: 100/day
      handle: 5m
      agents: 1
      patience: 1h
      after_close: disconnect
      outages: [{from: 09:00, for: 10m, cuts_off: yes}]
      run: {replications: 2}

      """)
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let cuts = try program.run("events", "base", "--type", "contact_disconnected", "--format", "jsonl").output
      .split(separator: "\n").compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    for (hour, words) in [(9, "an outage cut the line"), (10, "the center closed")] {
      let cut = try #require(cuts.first { $0["time_s"] as? Double == Double(3_600 * hour) })
      let number = try #require(cut["contact"] as? Int)
      #expect(try program.run("events", "base", "--call", "\(number)").output.contains("\(words), after a wait of"))
    }
  }

  private func previous(_ link: [String: Any]) -> Int {
    Int((link["remark"] as? String)?.split(separator: " ").last ?? "") ?? 0
  }

  private func isThird(_ link: [String: Any], _ links: [[String: Any]]) -> Bool {
    links.contains { $0["contact"] as? Int == previous(link) }
  }

  private func chain(_ link: [String: Any], _ links: [[String: Any]]) -> [Int] {
    let second = previous(link)
    let first = links.first { $0["contact"] as? Int == second }.map(previous) ?? 0
    return [first, second, link["contact"] as? Int ?? 0]
  }
}
