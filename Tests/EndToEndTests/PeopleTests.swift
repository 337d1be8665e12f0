import Foundation
import Testing

/// People who do not keep to their schedule, are new, leave, and are reviewed, from the file to the stored run.
struct PeopleTests {
  static let scenario = """
    busyhour: 1
    name: People
    open: Mon-Fri 08:00-12:00
    period: 3w from 2026-11-23
    calls: 200/day
    mix: {calls: 100%, reviews: 0%}
    queues:
      calls: {handle: 5m, resolved: 80%, quality: {passed: 92%, checked: 20%}, review: {share: 20%, to: reviews}}
      reviews: {channel: portal, handle: 6m, target: 90% in 4h}
    teams:
      front: {count: 8, skills: [calls], newcomers: {count: 2, weeks: 1}, attrition: {weekly: 20%, replaced_after: 1}}
      leads: {count: 2, skills: [reviews]}
    conduct: {late: {chance: 50%, by: 10m}, strays: {every: 1h, for: 5m}}
    onboarding: [{weeks: 2, training: 50%, handle: x1.5, reviewed: 60%}]
    run: {replications: 2, seed: 3}

    """

  @Test func `they are stored, proved again, listed, and told by team`() throws {
    let program = try Program()
    try program.write(Self.scenario)
    let run = try program.run("simulate", "a.yaml", "--name", "base")
    #expect(run.status == 0)
    #expect(run.output.contains("Adherence") && run.output.contains("Conformance"))
    #expect(try program.run("replay", "base").status == 0)
    #expect(try program.run("store", "verify").status == 0)

    // Nobody is scheduled in an interval in which nobody calls; but overtime may lie there, which is in what conforms.
    let json = try program.json("simulate", "a.yaml", "--by", "interval")
    for (kpi, sum) in [
      ("adherence", "numerator"), ("adherence", "denominator"), ("conformance", "denominator"),
    ] {
      let intervals = try #require(json.value("by.interval") as? [String: [String: Any]])
      let sums = intervals.values.compactMap { ($0[kpi] as? [String: Any])?[sum] as? Double }
      let whole = try #require(json.value("metrics.\(kpi).\(sum)") as? Double)
      #expect(sums.count >= 8 && abs(sums.reduce(0, +) - whole) < 1e-9 * whole, "\(kpi) \(sum)")
    }

    let kinds = ["agent_resigned", "agent_hired"]
    for kind in kinds {
      let events = try program.run("events", "base", "--type", kind, "--format", "jsonl").output
      #expect(events.contains("\"type\": \"\(kind)\"") && events.contains("\"team\": \"front\""))
    }
    let breaks = try program.run("events", "base", "--agent", "front-01", "--type", "break_started").output
    for activity in ["away: onboarding", "away: astray"] { #expect(breaks.contains(activity), "\(breaks)") }
    let links = try program.run("events", "base", "--queue", "reviews", "--type", "contact_linked").output
    #expect(links.contains("reviews contact"))
  }
}
