import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

@Suite(.labelled)
struct PlanValidationTests {
  static var good: SimulationPlan {
    .line(contacts: 20, handleTime: .exponential(mean: .minutes(5)), agents: 2)
  }

  static let badPlans: [(name: String, change: @Sendable (inout SimulationPlan) -> Void)] = [
    ("no queue", { $0.queues = [] }),
    ("a team that serves an unknown queue", { $0.teams[0].skills = [1].map { Skill(queue: $0) } }),
    ("an agent of an unknown team", { $0.agents[1].team = 1 }),
    ("a duty of an unknown agent", { $0.duties[0].agent = 2 }),
    ("a mix that misses a queue", { $0.arrivals[0].mix = [] }),
    (
      "a mix with a negative share",
      {
        $0.queues += $0.queues
        $0.arrivals[0].mix = [1.5, -0.5]
      }
    ),
    ("a mix that does not sum to 1", { $0.arrivals[0].mix = [0.5] }),
    ("a mix that is not a number", { $0.arrivals[0].mix = [.nan] }),
    ("a stream whose number is beyond those of demand", { $0.arrivals[0].substream = 1 << 27 }),
    ("a stream whose number is beyond those of lists", { $0.arrivals[0].substream = (1 << 40) + (1 << 27) }),
    ("a stream whose number is beyond those of backlogs", { $0.arrivals[0].substream = 3 << 40 }),
    ("no horizon", { $0.horizon = .zero }),
    ("a horizon of centuries", { $0.horizon = SimulationTime(microseconds: 1 << 60) }),
    ("an interval of nothing", { $0.interval = .zero }),
    ("an interval that overflows", { $0.interval = TimeSpan(microseconds: .max) }),
    ("intervals without number", { $0.interval = TimeSpan(microseconds: 1) }),
    ("days that do not begin at the start", { $0.dayStarts[0] = .second(1_800) }),
    ("days that run backwards", { $0.dayStarts = [.zero, .second(7_200), .second(3_600), $0.horizon] }),
    ("days that end before the horizon", { $0.dayStarts[1] = .second(1_800) }),
    ("no days", { $0.dayStarts = [] }),
    ("pieces that overlap", { $0.arrivals[0].pieces += $0.arrivals[0].pieces }),
    ("an empty piece", { $0.arrivals[0].pieces[0].end = .zero }),
    ("a piece before the start", { $0.arrivals[0].pieces[0].start = .second(-60) }),
    ("a piece beyond the horizon", { $0.arrivals[0].pieces[0].end = $0.horizon + .seconds(1) }),
    ("a negative number of contacts", { $0.arrivals[0].pieces[0].expectedContacts = -1 }),
    ("contacts that are not a number", { $0.arrivals[0].pieces[0].expectedContacts = .nan }),
    ("infinitely many contacts", { $0.arrivals[0].pieces[0].expectedContacts = .infinity }),
    ("more contacts than any number of 64 bits", { $0.arrivals[0].pieces[0].expectedContacts = 1e30 }),
    ("more contacts than the log can number", { $0.arrivals[0].pieces[0].expectedContacts = 5e9 }),
    ("duties out of order", { $0.duties.swapAt(0, 3) }),
    ("a duty before the start", { $0.duties[0].time = .second(-1) }),
    ("a second sign-in without a sign-out", { $0.add([$0.duty(60, 0, .signIn)]) }),
    ("a sign-out without a sign-in", { $0.duties.removeFirst() }),
    ("a tour without an end", { $0.duties.removeLast() }),
    ("a break of negative length", { $0.add([$0.duty(60, 0, .pause(activity: 0, length: .seconds(-1)))]) }),
    (
      "a break without an end in sight",
      { $0.add([$0.duty(60, 0, .pause(activity: 0, length: TimeSpan(microseconds: 1 << 48)))]) }
    ),
    ("a break of an unknown activity", { $0.add([$0.duty(60, 0, .pause(activity: 3, length: .seconds(1)))]) }),
    ("an absence of a negative activity", { $0.add([$0.duty(60, 0, .away(activity: -1))]) }),
    ("a chance of an unknown activity", { $0.absences = [.init(activity: 3, probability: .percent(5))] }),
    ("disconnections out of order", { $0.disconnects = [.second(7_200), .second(3_600)] }),
    ("a disconnection before the start", { $0.disconnects = [.second(-1)] }),
    ("a negative mean", { $0.queues[0].handleTime.mean = .seconds(-1) }),
    ("an unknown family", { $0.queues[0].handleTime.family = "cauchy" }),
    ("a family without its shape", { $0.queues[0].handleTime.family = "lognormal" }),
    ("a priority beyond 32 bits", { $0.queues[0].priority = 1 << 33 }),
    ("more agents than the log can number", { $0.agents = Array(repeating: .init(team: 0), count: 65_536) }),
    (
      "more queues than the log can number",
      {
        $0.queues = Array(repeating: $0.queues[0], count: 256)
        $0.arrivals = []
      }
    ),
  ]

  @Test func `a plan that does not fit together is refused with a sentence`() {
    withEvery("plan", in: Self.badPlans.map(\.name)) { name in
      var plan = Self.good
      Self.badPlans.first { $0.name == name }!.change(&plan)
      #expect(throws: SimulationPlanError.self) { _ = try Simulator(plan: plan) }
    }
  }

  @Test func `the plan that the bad ones are made of is good`() throws {
    #expect(try !simulate(Self.good).isEmpty)
  }
}

extension SimulationPlan {
  func duty(_ second: Int64, _ agent: Int, _ kind: Duty.Kind) -> Duty {
    Duty(time: .second(second), agent: agent, kind: kind)
  }
}
