import ContactCenter
import ScenarioFiles
import Testing

/// Values that leave nobody, no line, no time, or hold never, are told of, at their place.
struct EmptyValueTests {
  private static let day = """
    busyhour: 1
    open: Mon-Fri 08:00-18:00
    calls: 100/day
    handle: 5m
    agents: 3

    """
  private static let weekend = "period: 2026-11-28..2026-11-30\n"  // From a Saturday to a Monday.

  private static func remarks(_ text: String) -> [Diagnostic] {
    do throws(ScenarioProblems) {
      return try ScenarioReader().read(text: day + text, name: "empty.yaml").warnings
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: [
    ("channel: email", "can wait"), ("list: {contacts: 20, at: 09:00}, dial: {reaches: 60%}", "is dialled"),
  ])
  func `a target of callers that is counted for other work is told at its place`(rules: String, what: String) {
    let queues = "queues:\n  phone: {priority: high}\n  other: {\(rules)}\n"
    let text = "mix: {phone: 60%, other: 40%}\n" + queues + "target: 90% in 20s\n"
    let remarks = Self.remarks(text).filter { $0.message.hasPrefix("queue 'other' \(what) but has no 'target'") }
    #expect(remarks.count == 1 && remarks.first?.severity == .warning, "\(Self.remarks(text).map(\.message))")
    #expect(remarks.first?.line == 9 && remarks.first?.help != nil)
  }

  @Test(arguments: [
    (
      "run: {start_at: 18:00}", Diagnostic.Severity.error, 6, 17,
      "run.start_at: the first day closes at 18:00, so nobody comes at 18:00 or later on it"
    ),
    (
      weekend + "run: {start_at: 10:00}", .warning, 7, 17,
      "run.start_at: the center is closed on the first day, so nobody comes at 10:00 or later on it"
    ),
    (
      "period: 2026-11-27..2026-11-29\nrun: {warm_up_days: 1}", .error, 7, 21,
      "run.warm_up_days: the center is closed on the 2 days left to count"
    ),
    ("trunks: 0", .warning, 6, 9, "trunks: without a line every caller of main meets a busy signal"),
    (
      "losses: {fire: {from: 10:00, for: 1h}}", .warning, 6, 16,
      "losses.fire: it takes everybody, so nobody is answered meanwhile"
    ),
    (
      "losses: {fire: {from: 10:00, for: 1h, people: 3}}", .warning, 6, 16,
      "losses.fire: it takes everybody, so nobody is answered meanwhile"
    ),
    (
      "resolved: 80%\noutcomes_when: [{hired_within_weeks: 4, resolved: 60%}]", .warning, 7, 38,
      "hired_within_weeks: nobody is as new as that, so this case never holds"
    ),
    (
      "resolved: 80%\noutcomes_when: [{tier: 2, resolved: 60%}]", .warning, 7, 24,
      "tier: no contact of queue 'main' reaches a tier as high as that, so this case never holds"
    ),
    (
      "resolved: 80%\noutcomes_when: [{transfers: 2, resolved: 60%}]", .warning, 7, 29,
      "transfers: no contact of queue 'main' is handed on so often, so this case never holds"
    ),
    (
      "queues: {main: {dial: {reaches: 30%, ahead: 1, paced: each_end}}}", .warning, 6, 55,
      "queues.main.dial.paced: each_end dials where work ends, and there is no other work: after a batch that reaches nobody the dialer stands still"
    ),
    (
      "queues: {main: {channel: email, balk: {share: 10%}}}", .warning, 6, 39,
      "queues.main.balk: nobody holds a line for email, so this changes nothing"
    ),
    (
      "queues: {main: {channel: email, offer: {after: 1m, kind: message}}}", .warning, 6, 40,
      "queues.main.offer: nobody holds a line for email, so this changes nothing"
    ),
    (
      "queues: {main: {channel: sms, self_service: {contained: 10%, time: 1m}}}", .warning, 6, 45,
      "queues.main.self_service: nobody holds a line for sms, so this changes nothing"
    ),
  ])
  func `what leaves nothing is told at its place, with a next step`(
    text: String, severity: Diagnostic.Severity, line: Int, column: Int, message: String
  ) {
    let remarks = Self.remarks(text).filter { $0.message == message }
    #expect(remarks.count == 1, "\(Self.remarks(text).map(\.message))")
    #expect(remarks.first?.severity == severity && remarks.first?.help != nil)
    #expect(remarks.first?.line == line && remarks.first?.column == column)
  }

  @Test(arguments: [
    "run: {start_at: 17:30}", "period: 2026-11-27..2026-11-30\nrun: {warm_up_days: 1}", "trunks: 1",
    "losses: {fire: {from: 10:00, for: 1h, people: 2}}",
  ])
  func `what leaves a little passes`(text: String) {
    let words = ["nobody", "is closed on", "without a line"]
    let remarks = Self.remarks(text)
    #expect(!remarks.contains { remark in remark.severity == .error || words.contains { remark.message.contains($0) } })
  }

  /// Handed on once from `main` and once from `second`; tier 3 takes two escalations.
  @Test(arguments: [
    ("transfers: 2", true), ("transfers: 3", false), ("tier: 2", true), ("tier: 3", false),
  ])
  func `a case passes that the ways between queues allow`(condition: String, isPossible: Bool) {
    let remarks = Self.remarks(
      """
      mix: {main: 100%, second: 0%, boss: 0%}
      resolved: 80%
      queues:
        main: {transfer: {to: second, share: 10%}}
        second: {escalate: {to: boss, share: 10%}}
        boss: {outcomes_when: [{\(condition), resolved: 60%}]}
      """)
    #expect(remarks.contains { $0.message.hasSuffix("never holds") } == !isPossible, "\(remarks)")
  }

  @Test func `a dialer that dials where work ends does so beside other work`() {
    let remarks = Self.remarks(
      """
      mix: {main: 100%, out: 0%}
      queues:
        main: {priority: 1}
        out: {dial: {reaches: 30%, ahead: 1, paced: each_end}, list: {contacts: 20, at: 08:00}}
      """)
    #expect(!remarks.contains { $0.message.contains("each_end") }, "\(remarks)")
  }

  /// What callers do is not done to mail: no rule is left of it.
  @Test func `mail does not balk, leave messages or serve itself`() throws {
    let queue = "balk: {share: 10%}, offer: {after: 1m, kind: message}, self_service: {contained: 10%, time: 1m}"
    for (channel, isLine) in [("email", false), ("chat", true)] {
      let text = Self.day + "queues: {main: {channel: \(channel), \(queue)}}"
      let rules = try ScenarioReader().read(text: text, name: "mail.yaml").scenario.queues[0].rules
      #expect(rules.balking.isEmpty != isLine && (rules.waitOffer != nil) == isLine, "\(channel)")
      #expect((rules.selfService != nil) == isLine, "\(channel)")
    }
  }

  @Test func `a center that only calls out is one, and a center without any contact is none`() throws {
    let text = Self.day.replacing("calls: 100/day", with: "calls: 0/day")
    let out = "queues: {out: {channel: outbound, list: {contacts: 20, at: 08:00}}}"
    let document = try ScenarioReader().read(text: text + out, name: "out.yaml")
    #expect(document.notes.contains { $0.message.hasPrefix("nobody calls in") })
    #expect(document.scenario.demand.contactsPerDay == 0)
    #expect(throws: ScenarioProblems.self) { try ScenarioReader().read(text: text, name: "none.yaml") }
  }

  @Test func `a circle of escalations is told as one`() throws {
    let remarks = Self.remarks(
      """
      mix: {main: 100%, boss: 0%}
      queues:
        main: {escalate: {to: boss, share: 100%}}
        boss: {escalate: {to: main, share: 100%}}
      """)
    #expect(
      remarks.map(\.message).contains("queues.main.escalate: its contacts are handed on for ever, 100% at each queue"),
      "\(remarks)")
  }

  /// 100 contacts a day of 20 minutes are 33.3 hours for 30 hours of people.
  @Test(arguments: [
    ("channel: phone", true), ("channel: chat, concurrency: {limit: 2, slowdown: 100%}", true),
    ("channel: chat, concurrency: {limit: 2, slowdown: 20%}", false),
    ("channel: phone, self_service: {contained: 20%, time: 1m}", false),
    ("channel: phone, self_service: {contained: 5%, time: 1m}", true),
  ])
  func `a line grows without end only by what reaches people, and takes all of them`(rule: String, grows: Bool) {
    let text = Self.day.replacing("handle: 5m", with: "handle: 20m") + "patience: never\n"
    let queue = "queues: {main: {\(rule)}}\n"
    do throws(ScenarioProblems) {
      let document = try ScenarioReader().read(text: text + queue, name: "full.yaml")
      #expect(document.warnings.contains { $0.message.hasSuffix("the line grows without end") } == grows)
    } catch {
      Issue.record("\(error)")
    }
  }
}
